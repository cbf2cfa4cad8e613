import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openSharedCase, sharedFiles, sharedText } from '../../../src/collaboration/sharedCase.js'
import { isOrderly, KnownLetters } from '../../../src/server/live/orderly.js'
import { checkUpdate } from '../../../src/server/live/updateCheck.js'

// Proves that no bytes that pass the check can do anything to a document but change letters of its texts, whatever they
// are: updates of editors bent at random, cut, joined, and sent twice or out of order.
function base(): Y.Doc {
  const shared = openSharedCase()
  shared.clientID = 1
  sharedFiles(shared).set('a.yaml', new Y.Text('components:\n  한: {}\n'))
  sharedFiles(shared).set('b.yaml', new Y.Text('facts: 🙂\n'))
  sharedText(shared, 'a.yaml')!.delete(3, 2)
  sharedFiles(shared).set('gone.yaml', new Y.Text('gone'))
  sharedFiles(shared).delete('gone.yaml')
  return shared
}

function copyOf(shared: Y.Doc, client: number): Y.Doc {
  const copy = openSharedCase()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared))
  copy.clientID = client
  return copy
}

/** What must hold of a document, whatever was sent. */
function isSound(shared: Y.Doc, keys: readonly string[]): void {
  expect(shared.store.pendingStructs).toBeNull()
  expect(shared.store.pendingDs).toBeNull()
  expect([...sharedFiles(shared).keys()].sort()).toEqual(keys)
  expect([...shared.share.keys()]).toEqual(['files'])
  for (const text of sharedFiles(shared).values()) {
    expect(text).toBeInstanceOf(Y.Text)
    for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
      expect(typeof insert).toBe('string')
      expect(attributes).toBeUndefined()
      expect(insert).not.toMatch(/\p{Cs}/u)
    }
  }
  // What others get of it is what it is.
  const other = openSharedCase()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(shared))
  expect(other.getMap('files').toJSON()).toEqual(sharedFiles(shared).toJSON())
}

const typed = fc.array(
  fc.record({
    file: fc.constantFrom('a.yaml', 'b.yaml'),
    at: fc.nat(30),
    remove: fc.nat(4),
    insert: fc.constantFrom('', 'x', '한글', '🙂', 'long '.repeat(20)),
  }),
  { minLength: 1, maxLength: 12 },
)

function type(copy: Y.Doc, edits: readonly { file: string; at: number; remove: number; insert: string }[]) {
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  for (const { file, at, remove, insert } of edits) {
    const text = sharedText(copy, file)!
    const from = Math.min(at, text.length)
    text.delete(from, Math.min(remove, text.length - from))
    text.insert(from, insert)
  }
  return updates
}

test('what editors do passes, one by one and as one, and comes out as they meant it', () => {
  fc.assert(
    fc.property(typed, typed, fc.boolean(), (mine, others, merged) => {
      const shared = base()
      const [first, second] = [copyOf(shared, 2), copyOf(shared, 3)]
      const knows = new KnownLetters()
      const updates = [type(first, mine), type(second, others)].flatMap(all =>
        merged && all.length > 0 ? [Y.mergeUpdates(all)] : all,
      )
      for (const update of updates) {
        const checked = checkUpdate(shared, update)
        if (typeof checked === 'string') throw new Error(checked)
        Y.applyUpdate(shared, checked.update)
        expect(isOrderly(shared, checked.brought, knows)).toBe(true)
      }
      isSound(shared, ['a.yaml', 'b.yaml'])
      Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
      expect(sharedFiles(shared).toJSON()).toEqual(sharedFiles(first).toJSON())
    }),
    { numRuns: 200 },
  )
})

test('what several editors do at once is orderly at each of two servers, however late anybody hears', () => {
  const what = [
    ...['type', 'type', 'type', 'delete', 'undo', 'send', 'send', 'hear', 'hear'],
    ...['come back', 'go over', 'catch up'],
  ]
  const step = fc.record({
    who: fc.nat(3),
    what: fc.constantFrom(...what),
    at: fc.nat(40),
    text: fc.constantFrom('a', 'bc', '한', 'long'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), steps => {
      const begun = base()
      const kept: Uint8Array[] = []
      const servers = [8, 9].map(client => ({
        shared: copyOf(begun, client),
        knows: new KnownLetters(),
        heard: 0,
      }))
      const people = [2, 3, 4, 5].map((client, index) => {
        const copy = copyOf(begun, client)
        const unsent: Uint8Array[] = []
        copy.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== 'server') unsent.push(update)
        })
        const text = sharedText(copy, 'a.yaml')!
        const undo = new Y.UndoManager(text, { captureTimeout: 0 })
        return { copy, unsent, text, undo, heard: 0, server: servers[index % 2]! }
      })
      type Server = (typeof servers)[number]
      const catchUp = (server: Server) => {
        for (; server.heard < kept.length; server.heard++) Y.applyUpdate(server.shared, kept[server.heard]!)
      }
      const send = (update: Uint8Array, server: Server) => {
        let checked = checkUpdate(server.shared, update)
        if (checked === 'behind') {
          catchUp(server)
          checked = checkUpdate(server.shared, update)
        }
        if (typeof checked === 'string') throw new Error(checked)
        Y.applyUpdate(server.shared, checked.update)
        if (!isOrderly(server.shared, checked.brought, server.knows)) throw new Error('not orderly')
        kept.push(update)
      }
      for (const { who, what, at, text: letters } of steps) {
        const person = people[who]!
        const { copy, unsent, text, undo } = person
        const from = Math.min(at, text.length)
        if (what === 'type') text.insert(from, letters)
        if (what === 'delete') text.delete(from, Math.min(3, text.length - from))
        if (what === 'undo') undo.undo()
        if (what === 'send') for (const update of unsent.splice(0, 1 + (at % 3))) send(update, person.server)
        if (what === 'hear') {
          const until = Math.min(kept.length, person.heard + 1 + (at % 4))
          for (; person.heard < until; person.heard++) Y.applyUpdate(copy, kept[person.heard]!, 'server')
        }
        if (what === 'catch up') catchUp(person.server)
        if (what === 'go over') person.server = servers[at % 2]!
        if (what === 'go over' || what === 'come back') {
          const { shared } = person.server
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared, Y.encodeStateVector(copy)), 'server')
          unsent.length = 0
          send(Y.encodeStateAsUpdate(copy, Y.encodeStateVector(shared)), person.server)
        }
      }
      for (const server of servers) catchUp(server)
      for (const { shared } of servers) isSound(shared, ['a.yaml', 'b.yaml'])
      const [one, two] = servers.map(({ shared }) => sharedFiles(shared).toJSON())
      expect(one).toEqual(two)
    }),
    { numRuns: Number(process.env.MANIL_RUNS ?? 1_000) },
  )
})

test('sizes that the check gives are those that come of it', () => {
  fc.assert(
    fc.property(typed, edits => {
      const shared = base()
      const size = () =>
        ['a.yaml', 'b.yaml'].map(path => Buffer.byteLength(sharedText(shared, path)!.toString()))
      const copy = copyOf(shared, 2)
      for (const update of type(copy, edits)) {
        const before = size()
        const checked = checkUpdate(shared, update)
        if (typeof checked === 'string') throw new Error(checked)
        Y.applyUpdate(shared, update)
        const grown = (path: string) =>
          (checked.addedBytes.get(path) ?? 0) - (checked.removedBytes.get(path) ?? 0)
        // Where a pair is cut in two, each half becomes a mark of three bytes.
        if (
          !sharedText(shared, 'a.yaml')!.toString().includes('\ufffd') &&
          !sharedText(shared, 'b.yaml')!.toString().includes('\ufffd')
        ) {
          expect(size()).toEqual([before[0]! + grown('a.yaml'), before[1]! + grown('b.yaml')])
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('bytes bent at random do nothing but change letters', () => {
  let passed = 0
  const bent = fc.array(fc.record({ at: fc.nat(), to: fc.nat(255), kind: fc.nat(3) }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(typed, bent, (edits, bends) => {
      const shared = base()
      let bytes: Uint8Array = Y.mergeUpdates([
        Y.encodeStateAsUpdate(shared),
        ...type(copyOf(shared, 2), edits),
      ])
      for (const { at, to, kind } of bends) {
        const place = at % bytes.length
        if (kind === 0) bytes = bytes.with(place, to)
        else if (kind === 1) bytes = bytes.slice(0, place + 1)
        else if (kind === 2) bytes = Uint8Array.from([...bytes.slice(0, place), to, ...bytes.slice(place)])
        else bytes = bytes.with(place, bytes[place]! ^ (1 << (to % 8)))
      }
      const checked = checkUpdate(shared, bytes)
      if (typeof checked === 'string') return
      Y.applyUpdate(shared, checked.update)
      if (!isOrderly(shared, checked.brought, new KnownLetters())) return
      passed++
      isSound(shared, ['a.yaml', 'b.yaml'])
    }),
    { numRuns: Number(process.env.MANIL_RUNS ?? 4_000) },
  )
  expect(passed).toBeGreaterThan(100)
})

test('letters that say they were side by side where their writer knew what stands between are told', () => {
  const shared = base()
  const copy = copyOf(shared, 2)
  const text = sharedText(copy, 'a.yaml')!
  const orderly = (change: () => void, knows = new KnownLetters()) => {
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    copy.on('update', keep)
    change()
    copy.off('update', keep)
    const checked = checkUpdate(shared, updates[0]!)
    if (typeof checked === 'string') throw new Error(checked)
    Y.applyUpdate(shared, checked.update)
    return isOrderly(shared, checked.brought, knows)
  }
  expect(orderly(() => text.insert(0, 'abc'))).toBe(true)
  const forged = openSharedCase()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(shared))
  const [first] = [Y.getItem(forged.store, Y.createID(2, 0))]
  // As if nothing stood between `a` and what followed `abc`.
  const item = new Y.Item(
    Y.createID(2, 3),
    null,
    Y.createID(2, 0),
    null,
    first.rightOrigin,
    null as never,
    null,
    new Y.ContentString('x'),
  )
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoder.writeClient(2)
  encoding.writeVarUint(encoder.restEncoder, 3)
  item.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  const checked = checkUpdate(shared, encoder.toUint8Array())
  if (typeof checked === 'string') throw new Error(checked)
  Y.applyUpdate(shared, checked.update)
  expect(isOrderly(shared, checked.brought, new KnownLetters())).toBe(false)
})

test('updates that lack what they build on are told from those that never can pass', () => {
  const shared = base()
  const updates = type(copyOf(shared, 2), [
    { file: 'a.yaml', at: 0, remove: 0, insert: 'x' },
    { file: 'a.yaml', at: 1, remove: 0, insert: 'y' },
    { file: 'a.yaml', at: 0, remove: 2, insert: '' },
  ])
  expect(checkUpdate(shared, updates[1]!)).toBe('behind')
  expect(checkUpdate(shared, updates[2]!)).toBe('behind')
  expect(checkUpdate(shared, Uint8Array.from([1, 2, 3]))).toBe('malformed')
})

test('what is written into a text that was removed meanwhile passes, and has no effect', () => {
  const shared = base()
  const copy = copyOf(shared, 2)
  const [update] = type(copy, [{ file: 'a.yaml', at: 4, remove: 2, insert: 'late' }])
  sharedFiles(shared).delete('a.yaml')
  expect(checkUpdate(shared, update!)).toMatchObject({ addedBytes: new Map(), removedBytes: new Map() })
  Y.applyUpdate(shared, update!)
  isSound(shared, ['b.yaml'])
})
