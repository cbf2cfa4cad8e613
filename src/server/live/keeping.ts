import type { Gone, LiveBatches, SeenCase } from '../../store/liveBatches.js'
import { liveTimes } from './liveLimits.js'
import type { NotKept } from './notKept.js'
import type { RoomDocument } from './roomDocument.js'
import { type Cut, cutOf, type Waiting } from './waiting.js'

/** What keeping needs of the room that it is for. */
export interface KeepingRoom {
  /** Sends updates to everyone but the one whom they all came from. */
  readonly spread: (updates: readonly Uint8Array[], besides: object | null) => void
  readonly attachmentsChanged: () => void
  /** Updates were kept, here or by another process. */
  readonly written: (here: boolean) => void
  readonly fault: (error: unknown) => void
  /** Ends the room, which ends this. */
  readonly close: (reason: Gone | 'fault', cause?: unknown) => void
}

/**
 * The order in which what is written in a room is kept. While one transaction is under way, what arrives is gathered for
 * the next. When a transaction fails, it is unknown whether it was kept: the room ends.
 */
export class Keeping {
  readonly #id: string
  readonly #epoch: string
  readonly #document: RoomDocument
  readonly #batches: LiveBatches
  readonly #room: KeepingRoom
  #seq: number
  #waiting: Waiting[] = []
  /** Counts what was taken, and how much of that is kept. */
  #taken = 0
  #kept = 0
  #whenKept: { readonly at: number; readonly done: () => void; readonly failed: (error: unknown) => void }[] =
    []
  #working = false
  /** The number of the last update that was heard of; infinite where it may be any. */
  #heard = 0
  #reading: { readonly done: () => void; readonly failed: (error: unknown) => void }[] = []
  #cutting: readonly Waiting[] = []
  #keptAtMs = 0
  #gatherMs: number = liveTimes.gatherLeastMs
  #end: NotKept | null = null

  constructor(
    known: { readonly id: string; readonly epoch: string; readonly seq: number },
    document: RoomDocument,
    batches: LiveBatches,
    room: KeepingRoom,
  ) {
    this.#id = known.id
    this.#epoch = known.epoch
    this.#seq = known.seq
    this.#document = document
    this.#batches = batches
    this.#room = room
  }

  /** Whether nothing waits and nothing is under way. */
  get idle(): boolean {
    return !this.#working && this.#waiting.length === 0
  }

  /** Why nothing is kept any more; null while it is. */
  get ended(): NotKept | null {
    return this.#end
  }

  /** Puts something among what the next transaction takes. */
  wait(entry: Waiting): void {
    if (this.#end !== null) {
      if (entry.kind !== 'update') entry.failed(this.#end)
      return
    }
    this.#taken++
    this.#waiting.push(entry)
    void this.#work()
  }

  /** Calls back when all that the document has now is kept. */
  afterKeeping(done: () => void, failed: (error: unknown) => void): void {
    if (this.#end !== null) failed(this.#end)
    else if (this.#kept >= this.#taken) done()
    else this.#whenKept.push({ at: this.#taken, done, failed })
  }

  /** Resolves when all that the document has now is kept. */
  durable(): Promise<void> {
    return new Promise((done, failed) => this.afterKeeping(done, failed))
  }

  /** Reads what other processes kept. Throws NotKept. */
  catchUp(): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#end !== null) return failed(this.#end)
      this.#reading.push({ done, failed })
      this.heard(null)
    })
  }

  /** Some process kept an update of this number; null where it may have been any. */
  heard(seq: number | null): void {
    this.#heard = Math.max(this.#heard, seq ?? Number.POSITIVE_INFINITY)
    void this.#work()
  }

  /** Keeps nothing any more: whoever waits hears that nothing is known. */
  end(end: NotKept): void {
    this.#end = end
    for (const entry of [...this.#cutting, ...this.#waiting]) if (entry.kind !== 'update') entry.failed(end)
    for (const { failed } of [...this.#whenKept, ...this.#reading]) failed(end)
    this.#cutting = []
    this.#waiting = []
    this.#whenKept = []
    this.#reading = []
  }

  async #work(): Promise<void> {
    if (this.#working) return
    this.#working = true
    try {
      while (this.#end === null && (this.#waiting.length > 0 || this.#heard > this.#seq)) {
        const restMs = this.#keptAtMs + this.#gatherMs - performance.now()
        if (restMs > 0) await new Promise(resolve => setTimeout(resolve, restMs))
        if (this.#end !== null) break
        const beganMs = performance.now()
        const alone = this.#waiting.every(({ kind }) => kind === 'update') && this.#heard <= this.#seq
        await (this.#waiting.length === 0 ? this.#read() : alone ? this.#append() : this.#exclusively())
        this.#keptAtMs = performance.now()
        // The longer keeping takes, the more is kept at a time, so that a slow disk is not asked more and more often.
        const tookMs = this.#keptAtMs - beganMs
        this.#gatherMs = Math.min(liveTimes.gatherMostMs, Math.max(liveTimes.gatherLeastMs, 2 * tookMs))
      }
    } catch (error) {
      if (this.#end === null) this.#room.fault(error)
      this.#room.close('fault', error)
    } finally {
      this.#working = false
    }
  }

  get #known(): { readonly epoch: string; readonly seq: number } {
    return { epoch: this.#epoch, seq: this.#seq }
  }

  async #read(): Promise<void> {
    const reading = this.#beginReading()
    const seen = await this.#batches.since(this.#id, this.#known)
    if (typeof seen === 'string') return this.#room.close(seen)
    const foreign = this.#receive(seen)
    this.#room.spread(foreign, null)
    for (const { done } of reading) done()
    if (foreign.length > 0) this.#room.written(false)
  }

  /** Keeps what clients wrote: that needs to see nothing. */
  async #append(): Promise<void> {
    const before = this.#seq
    const cut = this.#cut()
    const last = await this.#batches.append(this.#id, this.#known, cut.updates)
    if (typeof last === 'string') return this.#room.close(last)
    // Where others wrote between, theirs are read next; what is then read of one's own does no harm.
    if (last === before + cut.updates.length) this.#seq = last
    else this.#heard = Number.POSITIVE_INFINITY
    this.#finish(cut, [], last)
  }

  /** Makes changes, and keeps them with all that waits, while nobody else changes the case. */
  async #exclusively(): Promise<void> {
    const reading = this.#beginReading()
    let cut: Cut | null = null
    let foreign: Uint8Array[] = []
    const last = await this.#batches.exclusively(this.#id, this.#known, seen => {
      if (this.#end !== null) throw this.#end
      foreign = this.#receive(seen)
      cut = this.#cut()
      return cut.batch
    })
    if (typeof last === 'string') return this.#room.close(last)
    this.#seq = last
    this.#finish(cut!, foreign, last)
    for (const { done } of reading) done()
  }

  #beginReading() {
    const reading = this.#reading
    this.#reading = []
    this.#heard = 0
    return reading
  }

  /** Takes in what other processes kept. */
  #receive(seen: SeenCase): Uint8Array[] {
    const missing = this.#document.receive(seen, this.#seq)
    if (missing.length > 0) this.#seq = seen.seq
    return missing
  }

  /** Takes all that waits, makes the changes among it, and gives what is to be kept. */
  #cut(): Cut {
    const waiting = this.#waiting
    this.#cutting = waiting
    this.#waiting = []
    return cutOf(waiting, this.#document)
  }

  #finish(cut: Cut, foreign: readonly Uint8Array[], last: number): void {
    this.#kept += cut.count
    this.#cutting = []
    // Who waits for a state gets it before the updates that came after it.
    const ready = this.#whenKept.filter(({ at }) => at <= this.#kept)
    this.#whenKept = this.#whenKept.filter(({ at }) => at > this.#kept)
    for (const { done } of ready) done()
    const [first] = cut.updates
    const only = cut.updates.every(({ from }) => from === first?.from) && foreign.length === 0
    const updates = [...foreign, ...cut.updates.map(({ bytes }) => bytes)]
    this.#room.spread(updates, only ? (first?.from ?? null) : null)
    for (const done of cut.finished) done(last)
    if (cut.updates.length > 0 || cut.batch.attached.length + cut.batch.detached.length > 0) {
      if (cut.batch.attached.length + cut.batch.detached.length > 0) this.#room.attachmentsChanged()
      this.#room.written(true)
    } else if (foreign.length > 0) this.#room.written(false)
  }
}
