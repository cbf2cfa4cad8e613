import * as Y from 'yjs'
import { type SharedCase, sharedFiles } from '../../collaboration/sharedCase.js'
import { liveLimits } from './liveLimits.js'

/** What an update would do to the sizes of texts, in bytes of UTF-8 by path; for texts that are gone, nothing. */
export interface CheckedUpdate {
  /** What is to be applied: the update without what the document has. */
  readonly update: Uint8Array
  readonly addedBytes: ReadonlyMap<string, number>
  readonly removedBytes: ReadonlyMap<string, number>
  /** What it brings. */
  readonly brought: readonly { readonly id: Y.ID; readonly length: number }[]
  /** Clients that write something new by it. */
  readonly writers: readonly number[]
}

/**
 * Why an update is not applied. `behind`: it builds on what the document does not have; after reading what other
 * processes kept it may be fine.
 */
export type UpdateFault = 'malformed' | 'behind' | 'not-text' | 'too-large'

/**
 * Looks through an update before it touches the document, because what Yjs has applied cannot be taken back. A client may
 * insert letters into texts of the map `files` and delete letters there: no keys, no formatting, nothing nested, no
 * other roots, and nothing that would wait inside the document for something to come.
 */
export function checkUpdate(shared: SharedCase, update: Uint8Array): CheckedUpdate | UpdateFault {
  try {
    const fresh = withoutKnown(shared, update)
    return new UpdateCheck(shared, fresh, Y.decodeUpdate(fresh) as Decoded).result()
  } catch {
    return 'malformed'
  }
}

/**
 * An update without what the document has: Yjs would look at that too, and would wait for what it says to build on, even
 * though it knows better.
 */
function withoutKnown(shared: SharedCase, update: Uint8Array): Uint8Array {
  const known = new Map<number, number>()
  let isKnown = false
  for (const { id } of Y.decodeUpdate(update).structs) {
    const state = Y.getState(shared.store, id.client)
    known.set(id.client, state)
    isKnown ||= id.clock < state
  }
  return isKnown ? Y.diffUpdate(update, Y.encodeStateVector(known)) : update
}

interface Decoded {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly ds: { readonly clients: Map<number, readonly { clock: number; len: number }[]> }
}

/** Where a struct belongs: into a text by its path, or to something that was removed. */
type Place = { readonly path: string | null }

const gone: Place = { path: null }

class Faulty extends Error {
  constructor(readonly fault: UpdateFault) {
    super(fault)
  }
}

class UpdateCheck {
  readonly #shared: SharedCase
  readonly #update: Uint8Array
  readonly #decoded: Decoded
  readonly #files: Y.Map<Y.Text>
  /** What the update brings, by client, each list in the order of its clocks. */
  readonly #brought = new Map<number, (Y.Item | Y.GC)[]>()
  readonly #places = new Map<Y.Item | Y.GC, Place | 'open'>()
  readonly #addedBytes = new Map<string, number>()
  readonly #removedBytes = new Map<string, number>()

  constructor(shared: SharedCase, update: Uint8Array, decoded: Decoded) {
    this.#shared = shared
    this.#update = update
    this.#decoded = decoded
    this.#files = sharedFiles(shared)
  }

  result(): CheckedUpdate | UpdateFault {
    try {
      this.#readStructs()
      for (const structs of this.#brought.values()) for (const struct of structs) this.#insertion(struct)
      for (const [client, ranges] of this.#decoded.ds.clients) this.#deletions(client, ranges)
    } catch (error) {
      if (error instanceof Faulty) return error.fault
      throw error
    }
    return {
      update: this.#update,
      brought: this.#decoded.structs.map(({ id, length }) => ({ id, length })),
      addedBytes: this.#addedBytes,
      removedBytes: this.#removedBytes,
      writers: [...this.#brought.keys()],
    }
  }

  /** Sorts structs by client. Those of a client follow one another without a gap, from what the document has on. */
  #readStructs(): void {
    let client: number | null = null
    let next = 0
    let units = 0
    const seen = new Set<number>()
    for (const struct of this.#decoded.structs) {
      const { id, length } = struct
      if (!(struct instanceof Y.Item) && !(struct instanceof Y.GC)) throw new Faulty('malformed')
      if (!isCount(length) || length === 0 || !isCount(id.clock) || !isClient(id.client))
        throw new Faulty('malformed')
      if (client !== id.client) {
        if (seen.has(id.client)) throw new Faulty('malformed')
        seen.add(id.client)
        client = id.client
        if (id.clock > this.#known(client)) throw new Faulty('behind')
      } else if (id.clock !== next) throw new Faulty('malformed')
      if (id.clock < this.#known(client)) throw new Faulty('malformed')
      next = id.clock + length
      units += length
      if (units > liveLimits.updateUnits) throw new Faulty('too-large')
      const brought = this.#brought.get(client)
      if (brought === undefined) this.#brought.set(client, [struct])
      else brought.push(struct)
    }
  }

  #known(client: number): number {
    return Y.getState(this.#shared.store, client)
  }

  #insertion(struct: Y.Item | Y.GC): void {
    const place = this.#placeOf(struct)
    if (struct instanceof Y.GC) return
    const { content } = struct
    if (content instanceof Y.ContentDeleted) return
    if (!(content instanceof Y.ContentString)) throw new Faulty('not-text')
    if (place.path !== null) add(this.#addedBytes, place.path, Buffer.byteLength(content.str))
  }

  /** Follows what each struct stands beside until something that the document has. Not recursive: texts are long. */
  #placeOf(wanted: Y.Item | Y.GC): Place {
    const waiting: (Y.Item | Y.GC)[] = [wanted]
    while (waiting.length > 0) {
      const struct = waiting.at(-1)!
      const place = this.#places.get(struct)
      if (place !== undefined && place !== 'open') {
        waiting.pop()
        continue
      }
      const needed = this.#needs(struct).filter(
        other => this.#places.get(other) === undefined || this.#places.get(other) === 'open',
      )
      if (needed.length > 0) {
        // What waits for itself would wait for ever.
        if (place === 'open') throw new Faulty('malformed')
        this.#places.set(struct, 'open')
        waiting.push(...needed)
        continue
      }
      this.#places.set(struct, this.#decide(struct))
      waiting.pop()
    }
    return this.#places.get(wanted) as Place
  }

  /** The structs of this same update beside which a struct stands. */
  #needs(struct: Y.Item | Y.GC): (Y.Item | Y.GC)[] {
    if (struct instanceof Y.GC) return []
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    return [struct.origin, struct.rightOrigin, parent].flatMap(id => {
      if (id === null || id.clock < this.#known(id.client)) return []
      if (id.client === struct.id.client && id.clock >= struct.id.clock) throw new Faulty('malformed')
      const other = structAt(this.#brought.get(id.client) ?? [], id.clock)
      if (other === null) throw new Faulty('behind')
      return [other]
    })
  }

  #decide(struct: Y.Item | Y.GC): Place {
    if (struct instanceof Y.GC) return gone
    const { origin, rightOrigin, parent } = struct
    if (struct.parentSub !== null || typeof parent === 'string') throw new Faulty('not-text')
    const beside = [origin, rightOrigin].flatMap(id => (id === null ? [] : [this.#placeAt(id)]))
    if (parent instanceof Y.ID) beside.push(this.#placeInside(parent))
    const [first] = beside
    if (first === undefined) throw new Faulty('malformed')
    if (beside.some(place => place === gone)) return gone
    if (beside.some(place => place.path !== first.path)) throw new Faulty('not-text')
    return first
  }

  /** Where the letter with this id stands. */
  #placeAt(id: Y.ID): Place {
    const struct =
      id.clock < this.#known(id.client)
        ? Y.getItem(this.#shared.store, id)
        : structAt(this.#brought.get(id.client) ?? [], id.clock)!
    const place = this.#places.get(struct as Y.Item)
    if (place !== undefined && place !== 'open') return place
    return this.#placeOfKept(struct as Y.Item | Y.GC)
  }

  #placeOfKept(struct: Y.Item | Y.GC): Place {
    if (struct instanceof Y.GC) return gone
    if (struct.parentSub !== null) throw new Faulty('not-text')
    return this.#placeOfText(struct.parent)
  }

  /** Inside the text that was made under this id. */
  #placeInside(id: Y.ID): Place {
    if (id.clock >= this.#known(id.client)) throw new Faulty('not-text')
    const struct = Y.getItem(this.#shared.store, id) as Y.Item | Y.GC
    if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) return gone
    if (!(struct.content instanceof Y.ContentType)) throw new Faulty('not-text')
    return this.#placeOfText(struct.content.type)
  }

  #placeOfText(type: unknown): Place {
    const item = type instanceof Y.Text ? type._item : null
    if (item === null || item.parent !== this.#files || item.parentSub === null) throw new Faulty('not-text')
    // What is written into a text that was removed or replaced goes with it.
    return item.deleted ? gone : { path: item.parentSub }
  }

  #deletions(client: number, ranges: readonly { clock: number; len: number }[]): void {
    const known = this.#known(client)
    const brought = this.#brought.get(client)?.at(-1)
    const last = brought === undefined ? known : brought.id.clock + brought.length
    const structs = this.#shared.store.clients.get(client) ?? []
    let before = 0
    for (const { clock, len } of ranges) {
      if (!isCount(clock) || !isCount(len) || len === 0 || clock < before) throw new Faulty('malformed')
      before = clock + len
      if (before > last) throw new Faulty('behind')
      if (clock >= known) continue
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index]!
        if (struct.id.clock >= before) break
        this.#deletion(struct, clock, before)
      }
    }
  }

  #deletion(struct: Y.Item | Y.GC, from: number, to: number): void {
    if (struct instanceof Y.GC || struct.deleted) return
    if (struct.parentSub !== null || !(struct.content instanceof Y.ContentString))
      throw new Faulty('not-text')
    const { path } = this.#placeOfText(struct.parent)
    if (path === null) return
    const start = struct.id.clock
    const text = struct.content.str.slice(Math.max(0, from - start), to - start)
    add(this.#removedBytes, path, Buffer.byteLength(text))
  }
}

/** The struct of a sorted list that covers a clock. */
function structAt(structs: readonly (Y.Item | Y.GC)[], clock: number): Y.Item | Y.GC | null {
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]!
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return null
}

function add(counts: Map<string, number>, path: string, count: number): void {
  counts.set(path, (counts.get(path) ?? 0) + count)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isClient(value: number): boolean {
  return isCount(value) && value <= 0xffff_ffff
}
