import type { CaseFile } from '../../../files/caseFile.js'
import { CaseReader } from '../../../files/caseReader.js'
import { assessTexts } from './assessTexts.js'
import type { CaseResult, ModelResult, ResultRequest } from './caseResult.js'

// Runs beside the page, so that writing never waits for the engine. It keeps the texts, and what it read of them.

/** What the compiler cannot know of a worker without taking the page's own names away. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ResultRequest }) => void) | null
  readonly postMessage: (result: CaseResult) => void
}

const scope = globalThis as unknown as WorkerScope
const texts = new Map<string, string>()
const reader = new CaseReader()
let newest: ResultRequest | null = null
let whole: ModelResult | null = null

scope.onmessage = ({ data }) => {
  for (const [path, text] of data.texts) {
    if (text === null) texts.delete(path)
    else texts.set(path, text)
  }
  const waiting = newest !== null
  newest = data
  // Messages that wait already are taken first: only the newest texts are worth a run.
  if (!waiting) setTimeout(assess, 0)
}

function assess(): void {
  if (newest === null) return
  const { version, caseId, language, bytes } = newest
  newest = null
  const began = performance.now()
  const files: CaseFile[] = [...texts].map(([path, text]) => ({ path, text }))
  for (const path of bytes) if (!texts.has(path)) files.push({ path, text: new Uint8Array(0) })
  const result = assessTexts(caseId, files, language, reader)
  if (!result.broken) whole = result.model
  scope.postMessage({
    ...result,
    model: result.broken ? whole : result.model,
    version,
    tookMs: performance.now() - began,
  })
}
