import { type ReadonlySignal, signal } from '@preact/signals'
import type { Language } from '../../../model/case.js'
import type { CaseResult } from './caseResult.js'

/** Texts rest for so long before they are run. */
const restMs = 150

/** The texts of a case at a moment. */
export interface CaseTexts {
  readonly version: number
  readonly texts: ReadonlyMap<string, string>
  readonly bytes: readonly string[]
}

/** Keeps a result of the texts that it is told of: always that of the newest. */
export interface ResultKeeper {
  readonly result: ReadonlySignal<CaseResult | null>
  /** Whether newer texts than those of `result` are being looked at. */
  readonly busy: ReadonlySignal<boolean>
  readonly tell: (texts: CaseTexts, language: Language) => void
  readonly close: () => void
}

/** Starts the worker of a case. */
export function openResult(caseId: string): ResultKeeper {
  const result = signal<CaseResult | null>(null)
  const busy = signal(true)
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
  let sent = new Map<string, string>()
  let told = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let first = true
  worker.onmessage = ({ data }: MessageEvent<CaseResult>) => {
    result.value = data
    busy.value = data.version !== told
  }
  const send = ({ version, texts, bytes }: CaseTexts, language: Language) => {
    const changed: [string, string | null][] = []
    for (const [path, text] of texts) if (sent.get(path) !== text) changed.push([path, text])
    for (const path of sent.keys()) if (!texts.has(path)) changed.push([path, null])
    sent = new Map(texts)
    worker.postMessage({ version, caseId, language, texts: changed, bytes })
  }
  return {
    result,
    busy,
    tell: (texts, language) => {
      told = texts.version
      busy.value = true
      clearTimeout(timer)
      timer = setTimeout(() => send(texts, language), first ? 0 : restMs)
      first = false
    },
    close: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
