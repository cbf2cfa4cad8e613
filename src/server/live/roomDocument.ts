import * as Y from 'yjs'
import type { Refusal } from '../../collaboration/messages.js'
import { type SharedCase, sharedFiles } from '../../collaboration/sharedCase.js'
import { limits } from '../../model/limits.js'
import type { LiveCase, SeenCase } from '../../store/liveBatches.js'
import { CaseTexts } from './caseTexts.js'
import { NotKept, type Writer } from './notKept.js'
import { isOrderly, KnownLetters } from './orderly.js'
import { makeChange, type PlannedChange } from './roomChange.js'
import { checkUpdate } from './updateCheck.js'

/** What came of a client's update: what is to be kept of it, if anything, or why it was not taken. */
export type TakenUpdate =
  | { readonly bytes: Uint8Array | null }
  | { readonly refused: Refusal['code'] | 'behind' | 'disorderly' }

/** The shared document of a room in memory, and what may change it. Nothing here waits, and nothing here is kept. */
export class RoomDocument {
  readonly shared: SharedCase
  readonly texts: CaseTexts
  /** Clients of Yjs and the users who write as them: nobody writes as another's. */
  readonly #writers = new Map<number, string>()
  readonly #letters = new KnownLetters()
  readonly #stray: (update: Uint8Array) => void
  readonly #broken: (error: unknown) => void
  #emitted: Uint8Array[] = []

  /**
   * `stray` is given what is in the document although the update that brought it was not taken; `broken` is told when the
   * document is of no use any more.
   */
  constructor(
    kept: LiveCase,
    tell: { readonly stray: (update: Uint8Array) => void; readonly broken: (error: unknown) => void },
  ) {
    this.#stray = tell.stray
    this.#broken = tell.broken
    this.shared = kept.shared
    // The root has its type from the start, so that updates are checked against it.
    sharedFiles(this.shared)
    this.texts = new CaseTexts(this.shared)
    this.texts.attachments = kept.attachments
    this.shared.on('update', (update: Uint8Array) => this.#emitted.push(update))
  }

  /**
   * Takes an update of a client. `behind`: it may be fine when more is known of what others kept. `disorderly`: it stands
   * in the document, which is therefore to be thrown away.
   */
  take(update: Uint8Array, user: Writer, from: object): TakenUpdate {
    const checked = checkUpdate(this.shared, update)
    if (checked === 'behind') return { refused: 'behind' }
    if (typeof checked === 'string') return { refused: checked === 'too-large' ? 'too-large' : 'bad-update' }
    if (checked.writers.some(client => (this.#writers.get(client) ?? user.id) !== user.id))
      return { refused: 'bad-update' }
    const sizes = this.#sizesAfter(checked)
    if (sizes === null) return { refused: 'case-too-large' }
    const bytes = this.applied(() => Y.applyUpdate(this.shared, checked.update, from))
    if (bytes === 'broken') return { refused: 'bad-update' }
    if (!isOrderly(this.shared, checked.brought, this.#letters)) return { refused: 'disorderly' }
    for (const client of checked.writers) this.#writers.set(client, user.id)
    for (const [path, size] of sizes) this.texts.resized(path, size)
    return { bytes }
  }

  /**
   * Lets something change the document, and gives what came of it as one update; null where nothing did. `broken`: some of
   * it waits inside the document for what may never come, and is thrown away.
   */
  applied(work: () => void): Uint8Array | null | 'broken' {
    this.#emitted = []
    try {
      work()
    } catch (error) {
      this.#broken(error)
      return 'broken'
    }
    const emitted = this.#emitted
    this.#emitted = []
    const { store } = this.shared
    if (store.pendingStructs !== null || store.pendingDs !== null) {
      store.pendingStructs = null
      store.pendingDs = null
      // Every client must have what this document has.
      for (const bytes of emitted) this.#stray(bytes)
      return 'broken'
    }
    return emitted.length === 0 ? null : emitted.length === 1 ? emitted[0]! : Y.mergeUpdates(emitted)
  }

  /** Makes a planned change in the document. */
  make(planned: PlannedChange): Uint8Array | null {
    const bytes = this.applied(() => makeChange(this.shared, planned, this))
    if (bytes === 'broken') throw new NotKept('fault')
    const detached = new Set([...planned.detached, ...planned.attached.map(({ path }) => path)])
    if (detached.size > 0) {
      const others = this.texts.attachments.filter(({ path }) => !detached.has(path))
      this.texts.attachments = [...others, ...planned.attached]
    }
    return bytes
  }

  /** Takes in what other processes kept after the update `seq`, and gives it. */
  receive(seen: SeenCase, seq: number): Uint8Array[] {
    const missing = seen.missing.filter(update => update.seq > seq)
    this.texts.attachments = seen.attachments
    if (missing.length === 0) return []
    this.shared.transact(() => {
      for (const { bytes } of missing) Y.applyUpdate(this.shared, bytes, this)
    }, this)
    this.#emitted = []
    return missing.map(({ bytes }) => bytes)
  }

  #sizesAfter(checked: Exclude<ReturnType<typeof checkUpdate>, string>): ReadonlyMap<string, number> | null {
    const sizes = new Map<string, number>()
    let grown = 0
    for (const path of new Set([...checked.addedBytes.keys(), ...checked.removedBytes.keys()])) {
      const added = checked.addedBytes.get(path) ?? 0
      const removed = checked.removedBytes.get(path) ?? 0
      const size = this.texts.size(path) + added - removed
      if (added > 0 && size > limits.fileBytes) return null
      sizes.set(path, size)
      grown += added - removed
    }
    return grown > 0 && this.texts.totalSize() + grown > limits.caseBytes ? null : sizes
  }
}
