import { computed, type ReadonlySignal, signal } from '@preact/signals'
import * as Y from 'yjs'
import { type SharedCase, sharedFiles } from '../../../collaboration/sharedCase.js'
import { byPath, type CaseFile } from '../../../files/caseFile.js'
import type { CaseTexts } from '../result/resultWorker.js'

/** The texts of a shared case as signals. */
export interface TextSignals {
  /** Texts by path, of one version. A text that did not change is the same string. */
  readonly now: ReadonlySignal<CaseTexts>
  /** All files by path; what is no text has no bytes here. */
  readonly files: ReadonlySignal<readonly CaseFile[]>
  /** The texts as they are this moment, though the page has not been drawn anew. */
  readonly take: () => readonly CaseFile[]
  readonly close: () => void
}

/** Follows the texts. Many changes at once are one new version. */
export function followTexts(shared: SharedCase, bytes: ReadonlySignal<readonly string[]>): TextSignals {
  const shares = sharedFiles(shared)
  const texts = new Map<string, string>()
  const dirty = new Set<string>()
  const version = signal(0)
  let waiting = false

  const read = () => {
    for (const path of dirty) {
      const text = shares.get(path)
      if (text instanceof Y.Text) texts.set(path, text.toString())
      else texts.delete(path)
    }
    dirty.clear()
  }
  const publish = () => {
    waiting = false
    if (dirty.size === 0) return
    read()
    version.value += 1
  }
  const later = () => {
    if (waiting) return
    waiting = true
    queueMicrotask(publish)
  }
  const observe = (events: Y.YEvent<Y.Map<Y.Text> | Y.Text>[]) => {
    for (const event of events) {
      if (event.target === shares) for (const path of event.changes.keys.keys()) dirty.add(path)
      else dirty.add(String(event.path[0]))
    }
    later()
  }
  shares.observeDeep(observe as (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void)
  for (const path of shares.keys()) dirty.add(path)
  read()

  const now = computed<CaseTexts>(() => ({
    version: version.value,
    texts: new Map(texts),
    bytes: bytes.value,
  }))
  const files = computed(() => filesOf(now.value.texts, now.value.bytes))
  return {
    now,
    files,
    take: () => {
      publish()
      return files.value
    },
    close: () => shares.unobserveDeep(observe as (events: Y.YEvent<Y.AbstractType<unknown>>[]) => void),
  }
}

function filesOf(texts: ReadonlyMap<string, string>, bytes: readonly string[]): readonly CaseFile[] {
  const files: CaseFile[] = [...texts].map(([path, text]) => ({ path, text }))
  for (const path of bytes) if (!texts.has(path)) files.push({ path, text: nothing })
  return files.sort(byPath)
}

const nothing = new Uint8Array(0)
