import * as Y from 'yjs'
import { encodeMessage, type Notice, type Refusal } from '../../collaboration/messages.js'
import { openSharedCase, sharedText } from '../../collaboration/sharedCase.js'
import type { CaseEdit, FileChanges } from '../../files/caseEdit.js'
import type { Language } from '../../model/case.js'
import type { Gone, LiveBatches, LiveCase } from '../../store/liveBatches.js'
import type { Revision } from '../../store/revisions.js'
import type { CaseFiles } from './caseTexts.js'
import { Keeping } from './keeping.js'
import type { LiveConnection } from './liveConnection.js'
import { liveTimes } from './liveLimits.js'
import { NotKept, type Writer } from './notKept.js'
import { Presence } from './presence.js'
import { Proposals } from './proposals.js'
import type { Rendering } from './rendering.js'
import type { RenderingAsked, RenderingResult, RenderingTask } from './renderingTasks.js'
import { planChange, type RoomChange, type RoomRefusal } from './roomChange.js'
import { RoomDocument } from './roomDocument.js'
import type { KeptFiles } from './waiting.js'

export { NotKept, type Writer } from './notKept.js'

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

/**
 * A case that is being written: its shared document in memory, and the order in which what is written is kept.
 *
 * The document runs ahead of the store by what is being kept at the moment. So nothing of it is shown before the
 * transaction that keeps it is done: who asks for texts waits for that, and updates reach others after it. A room that
 * ends is not mended: the next is read from the store.
 */
export class CaseRoom {
  readonly id: string
  readonly epoch: string
  readonly presence: Presence
  readonly #surroundings: RoomSurroundings
  readonly #connections = new Set<LiveConnection>()
  readonly #document: RoomDocument
  readonly #keeping: Keeping
  #usedMs: number
  readonly #proposals: Proposals

  constructor(id: string, kept: LiveCase, surroundings: RoomSurroundings) {
    this.id = id
    this.epoch = kept.epoch
    this.#surroundings = surroundings
    this.#document = new RoomDocument(kept, {
      stray: bytes => this.#keeping.wait({ kind: 'update', bytes, userId: '', from: this }),
      broken: error => {
        surroundings.fault(error, id)
        this.close('fault', error)
      },
    })
    this.#keeping = new Keeping(
      { id, epoch: kept.epoch, seq: kept.seq },
      this.#document,
      surroundings.batches,
      {
        spread: (updates, besides) => this.#spread(updates, besides),
        attachmentsChanged: () => this.tell({ about: 'attachments' }),
        written: here => surroundings.written(this, here),
        fault: error => surroundings.fault(error, id),
        close: (reason, cause) => this.close(reason, cause),
      },
    )
    this.#usedMs = surroundings.nowMs()
    this.#proposals = new Proposals({
      files: () => this.files(),
      change: (user, work) => this.change(user, work),
      copy: async () => {
        const files = this.#document.texts.files()
        const shared = openSharedCase()
        Y.applyUpdate(shared, Y.encodeStateAsUpdate(this.#document.shared))
        await this.#keeping.durable()
        return { files, shared }
      },
      has: path => sharedText(this.#document.shared, path) !== null,
      insert: async (update, user) => {
        if (this.#keeping.ended !== null) throw this.#keeping.ended
        const bytes = this.#document.applied(() => Y.applyUpdate(this.#document.shared, update, this))
        if (bytes === 'broken') throw new NotKept('fault')
        if (bytes !== null) this.#keeping.wait({ kind: 'update', bytes, userId: user?.id ?? '', from: this })
        await this.#keeping.durable()
      },
    })
    this.presence = new Presence(this.#connections, surroundings.nowMs, update =>
      surroundings.tellPresence(id, update),
    )
  }

  /** Whether nobody needs the room any more. */
  get idle(): boolean {
    const { nowMs } = this.#surroundings
    return this.#connections.size === 0 && this.#keeping.idle && nowMs() - this.#usedMs > liveTimes.idleMs
  }

  get connections(): ReadonlySet<LiveConnection> {
    return this.#connections
  }

  get ended(): boolean {
    return this.#keeping.ended !== null
  }

  /** Notes that somebody uses the room. */
  touch(): void {
    this.#usedMs = this.#surroundings.nowMs()
  }

  /** The files as they are now, when all that is in them is kept. Throws NotKept. */
  async files(): Promise<CaseFiles> {
    this.touch()
    const files = this.#document.texts.files()
    await this.#keeping.durable()
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
      this.#keeping.wait({
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
    return new Promise((done, failed) => this.#keeping.wait({ kind: 'look', withState, done, failed }))
  }

  /**
   * Takes an update of a client. Null where it was taken: `kept` is called when it is kept. `behind`: it may be fine
   * after `catchUp`.
   */
  take(update: Uint8Array, user: Writer, from: object, kept: () => void): Refusal['code'] | 'behind' | null {
    if (this.#keeping.ended !== null) return 'behind'
    const taken = this.#document.take(update, user, from)
    if ('refused' in taken) {
      if (taken.refused !== 'disorderly') return taken.refused
      // Nothing of it was kept; the next room is read from the store and is without it.
      this.close('fault', new Error('An update stands where nobody can have written it.'), from)
      return 'bad-update'
    }
    if (taken.bytes !== null)
      this.#keeping.wait({ kind: 'update', bytes: taken.bytes, userId: user.id, from })
    this.#keeping.afterKeeping(kept, () => {})
    return null
  }

  /** Reads what other processes kept. Throws NotKept. */
  catchUp(): Promise<void> {
    return this.#keeping.catchUp()
  }

  /** Some process kept an update of this number; null where it may have been any. */
  heard(seq: number | null): void {
    this.#keeping.heard(seq)
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
      update = Y.encodeStateAsUpdate(this.#document.shared, vector)
    } catch {
      return false
    }
    this.#keeping.afterKeeping(
      () => give(update),
      () => {},
    )
    return true
  }

  /** The document's state vector: given when all that it counts is kept. */
  vector(give: (vector: Uint8Array) => void): void {
    const vector = Y.encodeStateVector(this.#document.shared)
    this.#keeping.afterKeeping(
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
    if (this.#keeping.ended !== null) return
    this.#keeping.end(new NotKept(reason, cause === undefined ? {} : { cause }))
    const code = reason === 'no-such-case' ? 4404 : reason === 'other-epoch' ? 4409 : 1012
    for (const connection of [...this.#connections]) if (connection !== besides) connection.close(code)
    this.presence.close()
    this.#surroundings.ended(this)
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
