import * as Y from 'yjs'
import type { LiveBatch, WrittenUpdate } from '../../store/liveBatches.js'
import type { CaseFiles } from './caseTexts.js'
import type { PlannedChange } from './roomChange.js'
import type { RoomDocument } from './roomDocument.js'

/** The files and the number of the update that they are the state after; and that state, where it was asked for. */
export interface KeptFiles {
  readonly seq: number
  readonly files: CaseFiles
  readonly state: Uint8Array | null
}

/** What came of a change: the paths that it changed, or why it was not made. */
export type ChangeResult = { readonly changed: readonly string[] } | { readonly refused: unknown }

/** What waits for the next transaction: what a client wrote, a change by a route, or somebody who asks for the files. */
export type Waiting =
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly userId: string; readonly from: object }
  | {
      readonly kind: 'change'
      readonly userId: string | null
      readonly work: (files: CaseFiles) => PlannedChange | { readonly refused: unknown }
      readonly done: (result: ChangeResult) => void
      readonly failed: (error: unknown) => void
    }
  | {
      readonly kind: 'look'
      readonly withState: boolean
      readonly done: (kept: KeptFiles) => void
      readonly failed: (error: unknown) => void
    }

/** What one transaction keeps, and what is to be said afterwards. */
export interface Cut {
  readonly count: number
  readonly updates: readonly (WrittenUpdate & { readonly from: object | null })[]
  readonly batch: LiveBatch
  readonly finished: readonly ((last: number) => void)[]
}

/** Makes the changes among what waits, and gives what is to be kept of all of it. */
export function cutOf(waiting: readonly Waiting[], document: RoomDocument): Cut {
  const updates: { bytes: Uint8Array; userId: string | null; from: object | null }[] = []
  const attached: LiveBatch['attached'][number][] = []
  const detached: string[] = []
  const finished: ((last: number) => void)[] = []
  const looks: (Waiting & { kind: 'look' })[] = []
  for (const entry of waiting) {
    if (entry.kind === 'update') {
      updates.push({
        bytes: entry.bytes,
        userId: entry.userId === '' ? null : entry.userId,
        from: entry.from,
      })
    } else if (entry.kind === 'look') {
      looks.push(entry)
    } else {
      try {
        const planned = entry.work(document.texts.files())
        if ('refused' in planned) {
          finished.push(() => entry.done(planned))
          continue
        }
        const bytes = document.make(planned)
        if (bytes !== null) updates.push({ bytes, userId: entry.userId, from: null })
        attached.push(...planned.attached.map(file => ({ ...file, userId: entry.userId })))
        detached.push(...planned.detached)
        finished.push(() => entry.done({ changed: planned.changed }))
      } catch (error) {
        finished.push(() => entry.failed(error))
      }
    }
  }
  if (looks.length > 0) {
    const files = document.texts.files()
    const state = looks.some(({ withState }) => withState) ? Y.encodeStateAsUpdate(document.shared) : null
    for (const { done } of looks) finished.push(last => done({ seq: last, files, state }))
  }
  return { count: waiting.length, updates, batch: { updates, attached, detached }, finished }
}
