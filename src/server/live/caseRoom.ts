import * as Y from 'yjs'
import { encodeMessage, type Notice, type Refusal } from '../../collaboration/messages.js'
import { openSharedCase, type SharedCase, sharedFiles, sharedText } from '../../collaboration/sharedCase.js'
import type { CaseEdit, FileChanges } from '../../files/caseEdit.js'
import type { Language } from '../../model/case.js'
import { limits } from '../../model/limits.js'
import type {
  Gone,
  LiveBatch,
  LiveBatches,
  LiveCase,
  SeenCase,
  WrittenUpdate,
} from '../../store/liveBatches.js'
import type { Revision } from '../../store/revisions.js'
import { type CaseFiles, CaseTexts } from './caseTexts.js'
import type { LiveConnection } from './liveConnection.js'
import { liveTimes } from './liveLimits.js'
import { NotKept, type Writer } from './notKept.js'
import { isOrderly, KnownLetters } from './orderly.js'
import { Presence } from './presence.js'
import { Proposals } from './proposals.js'
import type { Rendering } from './rendering.js'
import type { RenderingAsked, RenderingResult, RenderingTask } from './renderingTasks.js'
import {
  makeChange,
  type PlannedChange,
  planChange,
  type RoomChange,
  type RoomRefusal,
} from './roomChange.js'
import { checkUpdate } from './updateCheck.js'

export { NotKept, type Writer } from './notKept.js'

/** The files and the number of the update that they are the state after; and that state, where it was asked for. */
export interface KeptFiles {
  readonly seq: number
  readonly files: CaseFiles
  readonly state: Uint8Array | null
}

export interface RoomSurroundings {
  readonly batches: LiveBatches
  /** Called when updates were kept, here or by another process. */
  readonly written: (room: CaseRoom, here: boolean) => void
  /** Called once, when the room is of no use any more: the next who asks gets another. */
  readonly ended: (room: CaseRoom) => void
  readonly keepRevision: (
    room: CaseRoom,
    revision: { readonly kind: string; readonly message: string; readonly authors: readonly string[] },
  ) => Promise<Revision>
  readonly tellPresence: (caseId: string, update: Uint8Array) => void
  readonly rendering: Rendering
  readonly nowMs: () => number
  readonly fault: (error: unknown, caseId: string) => void
}

type Waiting =
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

type ChangeResult = { readonly changed: readonly string[] } | { readonly refused: unknown }

/**
 * A case that is being written: its shared document in memory, and the order in which what is written is kept.
 *
 * The document runs ahead of the store by what is being kept at the moment. So nothing of it is shown before the
 * transaction that keeps it is done: who asks for texts waits for that, and updates reach others after it. While one
 * transaction is under way, what arrives is gathered for the next. When a transaction fails, it is unknown whether it was
 * kept: the room ends, and the next is read from the store.
 */
export class CaseRoom {
  readonly id: string
  readonly epoch: string
  readonly presence: Presence
  readonly #surroundings: RoomSurroundings
  readonly #shared: SharedCase
  readonly #texts: CaseTexts
  readonly #connections = new Set<LiveConnection>()
  /** Clients of Yjs and the users who write as them: nobody writes as another's. */
  readonly #writers = new Map<number, string>()
  readonly #letters = new KnownLetters()
  #seq: number
  #waiting: Waiting[] = []
  #emitted: Uint8Array[] = []
  /** Counts what was taken, and how much of that is kept. */
  #taken = 0
  #kept = 0
  #whenKept: { readonly at: number; readonly done: () => void; readonly failed: (error: unknown) => void }[] =
    []
  #working = false
  /** The number of the last update that was heard of; infinite where it may be any. */
  #heard = 0
  #reading: { readonly done: () => void; readonly failed: (error: unknown) => void }[] = []
  #cutting: Waiting[] = []
  #keptAtMs = 0
  #gatherMs: number = liveTimes.gatherLeastMs
  #usedMs: number
  #end: NotKept | null = null
  readonly #proposals: Proposals

  constructor(id: string, kept: LiveCase, surroundings: RoomSurroundings) {
    this.id = id
    this.epoch = kept.epoch
    this.#surroundings = surroundings
    this.#shared = kept.shared
    // The root has its type from the start, so that updates are checked against it.
    sharedFiles(this.#shared)
    this.#texts = new CaseTexts(this.#shared)
    this.#texts.attachments = kept.attachments
    this.#shared.on('update', (update: Uint8Array) => this.#emitted.push(update))
    this.#seq = kept.seq
    this.#usedMs = surroundings.nowMs()
    this.#proposals = new Proposals({
      files: () => this.files(),
      change: (user, work) => this.change(user, work),
      copy: async () => {
        const files = this.#texts.files()
        const shared = openSharedCase()
        Y.applyUpdate(shared, Y.encodeStateAsUpdate(this.#shared))
        await this.#durable()
        return { files, shared }
      },
      has: path => sharedText(this.#shared, path) !== null,
      insert: async (update, user) => {
        if (this.#end !== null) throw this.#end
        const bytes = this.#applied(() => Y.applyUpdate(this.#shared, update, this))
        if (bytes === 'broken') throw new NotKept('fault')
        if (bytes !== null) this.#wait({ kind: 'update', bytes, userId: user?.id ?? '', from: this })
        await this.#durable()
      },
    })
    this.presence = new Presence(this.#connections, surroundings.nowMs, update =>
      surroundings.tellPresence(id, update),
    )
  }

  /** Whether nobody needs the room any more. */
  get idle(): boolean {
    const { nowMs } = this.#surroundings
    return (
      this.#connections.size === 0 &&
      !this.#working &&
      this.#waiting.length === 0 &&
      nowMs() - this.#usedMs > liveTimes.idleMs
    )
  }

  get connections(): ReadonlySet<LiveConnection> {
    return this.#connections
  }

  get ended(): boolean {
    return this.#end !== null
  }

  /** Notes that somebody uses the room. */
  touch(): void {
    this.#usedMs = this.#surroundings.nowMs()
  }

  /** The files as they are now, when all that is in them is kept. Throws NotKept. */
  async files(): Promise<CaseFiles> {
    this.touch()
    const files = this.#texts.files()
    await this.#durable()
    return files
  }

  /**
   * Changes files. `work` is called with the newest files of all processes while nobody else changes the case, so it must
   * not wait for anything; it says what to change, or why not. Resolves when the change is kept. Throws NotKept.
   */
  change<Refused = never>(
    user: Writer | null,
    work: (files: CaseFiles) => readonly RoomChange[] | { readonly refused: Refused },
  ): Promise<{ readonly changed: readonly string[] } | { readonly refused: Refused | RoomRefusal }> {
    this.touch()
    return new Promise((done, failed) => {
      this.#wait({
        kind: 'change',
        userId: user?.id ?? null,
        work: files => {
          const wanted = work(files)
          if ('refused' in wanted) return wanted
          const planned = planChange(files, wanted)
          return 'code' in planned ? { refused: planned } : planned
        },
        done: result => done(result as { readonly changed: readonly string[] }),
        failed,
      })
    })
  }

  /**
   * Changes texts by what takes longer to work out than others may wait, as an edit of a large case does. `work` is called
   * with the newest files, and again where somebody changed what it may have read before it was done; where they change it
   * all the time, what it gives is made beside what they write. Throws NotKept.
   */
  propose<Refused = never>(
    user: Writer | null,
    work: (files: CaseFiles) => Promise<readonly FileChanges[] | { readonly refused: Refused }>,
  ): Promise<{ readonly changed: readonly string[] } | { readonly refused: Refused | RoomRefusal }> {
    this.touch()
    return this.#proposals.make(user, work)
  }

  /** Resolves when all that the document has now is kept. */
  #durable(): Promise<void> {
    return new Promise((done, failed) => this.#afterKeeping(done, failed))
  }

  /** Works an edit out, beside this thread. */
  edited(files: CaseFiles, edit: CaseEdit): Promise<RenderingResult<'edit'>> {
    return this.#surroundings.rendering.run(this.id, files, 'edit', { edit })
  }

  /** What files say together, read beside this thread. */
  documentOf(files: CaseFiles): Promise<RenderingResult<'document'>> {
    return this.#surroundings.rendering.run(this.id, files, 'document', {})
  }

  /** The files and the number of the update that they are the state after, and with `withState` that state. */
  look(withState = false): Promise<KeptFiles> {
    return new Promise((done, failed) => this.#wait({ kind: 'look', withState, done, failed }))
  }

  /**
   * Takes an update of a client. Null where it was taken: `kept` is called when it is kept. `behind`: it may be fine
   * after `catchUp`.
   */
  take(update: Uint8Array, user: Writer, from: object, kept: () => void): Refusal['code'] | 'behind' | null {
    if (this.#end !== null) return 'behind'
    const checked = checkUpdate(this.#shared, update)
    if (checked === 'behind') return 'behind'
    if (typeof checked === 'string') return checked === 'too-large' ? 'too-large' : 'bad-update'
    if (checked.writers.some(client => (this.#writers.get(client) ?? user.id) !== user.id))
      return 'bad-update'
    const sizes = this.#sizesAfter(checked)
    if (sizes === null) return 'case-too-large'
    const bytes = this.#applied(() => Y.applyUpdate(this.#shared, checked.update, from))
    if (bytes === 'broken') return 'bad-update'
    if (!isOrderly(this.#shared, checked.brought, this.#letters)) {
      // Nothing of it was kept; the next room is read from the store and is without it.
      this.close('fault', new Error('An update stands where nobody can have written it.'), from)
      return 'bad-update'
    }
    for (const client of checked.writers) this.#writers.set(client, user.id)
    for (const [path, size] of sizes) this.#texts.resized(path, size)
    if (bytes !== null) this.#wait({ kind: 'update', bytes, userId: user.id, from })
    this.#afterKeeping(kept, () => {})
    return null
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

  /** Lets a connection in. It is told of updates once it has said what it has. */
  enter(connection: LiveConnection): void {
    this.#connections.add(connection)
    this.touch()
  }

  leave(connection: LiveConnection): void {
    this.#connections.delete(connection)
    this.presence.left(connection)
    this.touch()
  }

  /** What somebody lacks who has `vector`: given when all of it is kept. False where that is no state vector. */
  lacking(vector: Uint8Array, give: (update: Uint8Array) => void): boolean {
    let update: Uint8Array
    try {
      update = Y.encodeStateAsUpdate(this.#shared, vector)
    } catch {
      return false
    }
    this.#afterKeeping(
      () => give(update),
      () => {},
    )
    return true
  }

  /** The document's state vector: given when all that it counts is kept. */
  vector(give: (vector: Uint8Array) => void): void {
    const vector = Y.encodeStateVector(this.#shared)
    this.#afterKeeping(
      () => give(vector),
      () => {},
    )
  }

  /** Keeps bytes for an `attach` to come. */
  keepBlob(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly size: number }> {
    return this.#surroundings.batches.keepBytes(bytes)
  }

  /** Keeps the files of now as a revision. Where nothing is new since the last one, that is given. */
  keepRevision(user: Writer, message: string): Promise<Revision> {
    this.touch()
    return this.#surroundings.keepRevision(this, { kind: 'edited', message, authors: [user.id] })
  }

  /** Works on the files of now beside this thread; what was made of the same files before is given again. */
  async render<Name extends RenderingTask>(
    task: Name,
    asked: RenderingAsked<Name>,
  ): Promise<RenderingResult<Name>> {
    return this.#surroundings.rendering.run(this.id, await this.files(), task, asked)
  }

  /** What is wrong with the files of now, and the document that they make. */
  examined(): Promise<RenderingResult<'examine'>> {
    return this.render('examine', {})
  }

  /** What the run gives. */
  assessed(ifs: readonly string[]): Promise<RenderingResult<'assess'>> {
    return this.render('assess', { ifs })
  }

  /** The report as a page; null while the files have errors. */
  page(language: Language): Promise<RenderingResult<'page'>> {
    return this.render('page', { language })
  }

  /** Tells the pages that are open here. */
  tell(notice: Notice): void {
    for (const connection of this.#connections) connection.send({ kind: 'notice', notice })
  }

  /** Ends the room: whoever waits hears that nothing is known, and connections close, but for one that is told why. */
  close(reason: Gone | 'fault', cause?: unknown, besides?: object): void {
    if (this.#end !== null) return
    const end = new NotKept(reason, cause === undefined ? {} : { cause })
    this.#end = end
    for (const entry of [...this.#cutting, ...this.#waiting]) if (entry.kind !== 'update') entry.failed(end)
    for (const { failed } of [...this.#whenKept, ...this.#reading]) failed(end)
    this.#cutting = []
    this.#waiting = []
    this.#whenKept = []
    this.#reading = []
    const code = reason === 'no-such-case' ? 4404 : reason === 'other-epoch' ? 4409 : 1012
    for (const connection of [...this.#connections]) if (connection !== besides) connection.close(code)
    this.presence.close()
    this.#surroundings.ended(this)
  }

  #sizesAfter(checked: Exclude<ReturnType<typeof checkUpdate>, string>): ReadonlyMap<string, number> | null {
    const sizes = new Map<string, number>()
    let grown = 0
    for (const path of new Set([...checked.addedBytes.keys(), ...checked.removedBytes.keys()])) {
      const added = checked.addedBytes.get(path) ?? 0
      const removed = checked.removedBytes.get(path) ?? 0
      const size = this.#texts.size(path) + added - removed
      if (added > 0 && size > limits.fileBytes) return null
      sizes.set(path, size)
      grown += added - removed
    }
    return grown > 0 && this.#texts.totalSize() + grown > limits.caseBytes ? null : sizes
  }

  /**
   * Lets something change the document, and gives what came of it as one update; null where nothing did. `broken`: some of
   * it waits inside the document for what may never come, and is thrown away.
   */
  #applied(work: () => void): Uint8Array | null | 'broken' {
    this.#emitted = []
    try {
      work()
    } catch (error) {
      this.#surroundings.fault(error, this.id)
      this.close('fault', error)
      return 'broken'
    }
    const emitted = this.#emitted
    this.#emitted = []
    const { store } = this.#shared
    if (store.pendingStructs !== null || store.pendingDs !== null) {
      store.pendingStructs = null
      store.pendingDs = null
      // Every client must have what this document has.
      for (const bytes of emitted) this.#wait({ kind: 'update', bytes, userId: '', from: this })
      return 'broken'
    }
    return emitted.length === 0 ? null : emitted.length === 1 ? emitted[0]! : Y.mergeUpdates(emitted)
  }

  #wait(entry: Waiting): void {
    if (this.#end !== null) {
      if (entry.kind !== 'update') entry.failed(this.#end)
      return
    }
    this.#taken++
    this.#waiting.push(entry)
    void this.#work()
  }

  /** Calls back when all that the document has now is kept. */
  #afterKeeping(done: () => void, failed: (error: unknown) => void): void {
    if (this.#end !== null) failed(this.#end)
    else if (this.#kept >= this.#taken) done()
    else this.#whenKept.push({ at: this.#taken, done, failed })
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
      if (this.#end === null) this.#surroundings.fault(error, this.id)
      this.close('fault', error)
    } finally {
      this.#working = false
    }
  }

  get #known(): { readonly epoch: string; readonly seq: number } {
    return { epoch: this.epoch, seq: this.#seq }
  }

  async #read(): Promise<void> {
    const reading = this.#beginReading()
    const seen = await this.#surroundings.batches.since(this.id, this.#known)
    if (typeof seen === 'string') return this.close(seen)
    const foreign = this.#receive(seen)
    this.#spread(foreign, null)
    for (const { done } of reading) done()
    if (foreign.length > 0) this.#surroundings.written(this, false)
  }

  /** Keeps what clients wrote: that needs to see nothing. */
  async #append(): Promise<void> {
    const before = this.#seq
    const cut = this.#cut()
    const last = await this.#surroundings.batches.append(this.id, this.#known, cut.updates)
    if (typeof last === 'string') return this.close(last)
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
    const last = await this.#surroundings.batches.exclusively(this.id, this.#known, seen => {
      if (this.#end !== null) throw this.#end
      foreign = this.#receive(seen)
      cut = this.#cut()
      return cut.batch
    })
    if (typeof last === 'string') return this.close(last)
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
    const missing = seen.missing.filter(({ seq }) => seq > this.#seq)
    this.#texts.attachments = seen.attachments
    if (missing.length === 0) return []
    this.#shared.transact(() => {
      for (const { bytes } of missing) Y.applyUpdate(this.#shared, bytes, this)
    }, this)
    this.#emitted = []
    this.#seq = seen.seq
    return missing.map(({ bytes }) => bytes)
  }

  /** Takes all that waits, makes the changes among it, and gives what is to be kept. */
  #cut(): Cut {
    const waiting = this.#waiting
    this.#cutting = waiting
    this.#waiting = []
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
          const planned = entry.work(this.#texts.files())
          if ('refused' in planned) {
            finished.push(() => entry.done(planned))
            continue
          }
          const bytes = this.#make(planned)
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
      const files = this.#texts.files()
      const state = looks.some(({ withState }) => withState) ? Y.encodeStateAsUpdate(this.#shared) : null
      for (const { done } of looks) finished.push(last => done({ seq: last, files, state }))
    }
    return { count: waiting.length, updates, batch: { updates, attached, detached }, finished }
  }

  /** Makes a planned change in the document. */
  #make(planned: PlannedChange): Uint8Array | null {
    const bytes = this.#applied(() => makeChange(this.#shared, planned, this))
    if (bytes === 'broken') throw new NotKept('fault')
    const detached = new Set([...planned.detached, ...planned.attached.map(({ path }) => path)])
    if (detached.size > 0) {
      const others = this.#texts.attachments.filter(({ path }) => !detached.has(path))
      this.#texts.attachments = [...others, ...planned.attached]
    }
    return bytes
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
    this.#spread(updates, only ? (first?.from ?? null) : null)
    for (const done of cut.finished) done(last)
    if (cut.updates.length > 0 || cut.batch.attached.length + cut.batch.detached.length > 0) {
      if (cut.batch.attached.length + cut.batch.detached.length > 0) this.tell({ about: 'attachments' })
      this.#surroundings.written(this, true)
    } else if (foreign.length > 0) this.#surroundings.written(this, false)
  }

  /** Sends updates to everyone but the one whom they all came from. */
  #spread(updates: readonly Uint8Array[], besides: object | null): void {
    if (updates.length === 0) return
    const update = updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates])
    const message = encodeMessage({ kind: 'update', number: 0, update })
    for (const connection of this.#connections) {
      if (connection !== besides && connection.greeted) connection.sendBytes(message)
    }
  }
}

/** What one transaction keeps, and what is to be said afterwards. */
interface Cut {
  readonly count: number
  readonly updates: readonly (WrittenUpdate & { readonly from: object | null })[]
  readonly batch: LiveBatch
  readonly finished: readonly ((last: number) => void)[]
}
