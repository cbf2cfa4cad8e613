import type { LiveBatches } from '../../store/liveBatches.js'
import type { Revision } from '../../store/revisions.js'
import type { CaseRoom } from './caseRoom.js'
import { liveTimes } from './liveLimits.js'

/** Updates of a case after which they are made into one state when a revision is kept. */
const compactAfter = 500

/** What the keeper needs of the store. */
export interface RevisionStore {
  readonly batches: LiveBatches
  readonly revisions: { list(caseId: string, limit: number): Promise<Revision[]> }
  readonly texts: { compact(caseId: string): Promise<void> }
}

interface Waiting {
  readonly room: CaseRoom
  timer: NodeJS.Timeout
  readonly sinceMs: number
  updates: number
}

/**
 * Keeps a revision when nobody has written for a while, and now and then while people write on. Every process that has a
 * case open would keep it; the transaction lets one do it, and the others find that nothing differs any more.
 */
export class RevisionKeeper {
  readonly #store: RevisionStore
  readonly #nowMs: () => number
  readonly #fault: (error: unknown, caseId: string) => void
  readonly #waiting = new Map<string, Waiting>()
  readonly #keeping = new Map<string, Promise<unknown>>()
  readonly #updates = new Map<string, number>()

  constructor(store: RevisionStore, nowMs: () => number, fault: (error: unknown, caseId: string) => void) {
    this.#store = store
    this.#nowMs = nowMs
    this.#fault = fault
  }

  /** Somebody wrote. Where that was in another process, that one comes first. */
  written(room: CaseRoom, here: boolean): void {
    const before = this.#waiting.get(room.id)
    if (before !== undefined) clearTimeout(before.timer)
    const sinceMs = before?.sinceMs ?? this.#nowMs()
    const quietMs = here ? liveTimes.quietMs : 2 * liveTimes.quietMs
    const waitMs = Math.max(0, Math.min(quietMs, sinceMs + liveTimes.busyMs - this.#nowMs()))
    const timer = setTimeout(() => this.#keep(room), waitMs).unref()
    this.#waiting.set(room.id, { room, timer, sinceMs, updates: 0 })
    this.#updates.set(room.id, (this.#updates.get(room.id) ?? 0) + 1)
  }

  /** Keeps the files of now; what was there already is given where nothing differs. */
  async keepNow(
    room: CaseRoom,
    revision: { readonly kind: string; readonly message: string; readonly authors: readonly string[] },
  ): Promise<Revision> {
    const { seq, files } = await room.look()
    const kept = await this.#store.batches.keepRevision(room.id, revision, { seq, texts: files.texts })
    const [last] = kept === null ? await this.#store.revisions.list(room.id, 1) : [kept]
    if (last === undefined) throw new Error(`The case ${room.id} has no revision.`)
    return last
  }

  /** Keeps what other processes, or this one before it ended, left unkept. */
  async keepLeft(): Promise<void> {
    for (const { caseId, atMs } of await this.#store.batches.unkept()) {
      const quietMs = this.#nowMs() - atMs
      if (quietMs < 2 * liveTimes.quietMs || this.#waiting.has(caseId)) continue
      await this.#store.batches
        .keepRevision(caseId, { kind: 'edited', message: '' }, { seq: -1, texts: [] })
        .catch(error => this.#fault(error, caseId))
    }
  }

  /** Makes one state of the updates of cases that have many. */
  async compactCrowded(): Promise<void> {
    for (const caseId of await this.#store.batches.crowded(compactAfter)) {
      await this.#store.texts.compact(caseId).catch(error => this.#fault(error, caseId))
    }
  }

  /** Keeps everything that waits. */
  async close(): Promise<void> {
    for (const { room, timer } of [...this.#waiting.values()]) {
      clearTimeout(timer)
      this.#keep(room)
    }
    await Promise.allSettled([...this.#keeping.values()])
  }

  #keep(room: CaseRoom): void {
    const { id } = room
    this.#waiting.delete(id)
    if (room.ended) return
    const keeping = (this.#keeping.get(id) ?? Promise.resolve())
      .then(() => this.keepNow(room, { kind: 'edited', message: '', authors: [] }))
      .then(() => this.#compact(id))
      .catch(error => this.#fault(error, id))
      .finally(() => {
        if (this.#keeping.get(id) === keeping) this.#keeping.delete(id)
      })
    this.#keeping.set(id, keeping)
  }

  async #compact(caseId: string): Promise<void> {
    if ((this.#updates.get(caseId) ?? 0) < compactAfter) return
    this.#updates.delete(caseId)
    await this.#store.texts.compact(caseId)
  }
}
