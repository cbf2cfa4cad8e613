// An entry is put, or moved, where it is said, in its section's own order; all others stay as they are, byte for byte, and
// comments that speak of an entry go with it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEdit } from '../../src/files/caseEdit.js'
import { editCase } from '../../src/files/editCase.js'
import { appliedTo } from './appliedTo.js'
import { caseFolder, documentOf } from './caseFolder.js'

const one = (text: string, edit: CaseEdit) => {
  const result = editCase([{ path: 'a.yaml', text }], edit)
  return 'refused' in result ? result.refused : result.files[0]!.text
}

describe('one file', () => {
  const facts = 'facts:\n  # of a\n  a:\n    at: 1\n    # in a\n\n  # of b\n  b: { at: 2 }\nifs: {}\n'
  const value = { at: 3 }

  it.each<[string, CaseEdit, string]>([
    [
      'before an entry and its comments',
      { kind: 'insert', path: ['facts', 'x'], value, before: 'b' },
      'facts:\n  # of a\n  a:\n    at: 1\n    # in a\n\n  x: { at: 3 }\n  # of b\n  b: { at: 2 }\nifs: {}\n',
    ],
    [
      'in the manner of its neighbour',
      { kind: 'insert', path: ['facts', 'x'], value, before: 'a' },
      'facts:\n  x:\n    at: 3\n  # of a\n  a:\n    at: 1\n    # in a\n\n  # of b\n  b: { at: 2 }\nifs: {}\n',
    ],
    [
      'after an entry and what is within it',
      { kind: 'insert', path: ['facts', 'x'], value, after: 'a' },
      'facts:\n  # of a\n  a:\n    at: 1\n    # in a\n  x:\n    at: 3\n\n  # of b\n  b: { at: 2 }\nifs: {}\n',
    ],
    [
      'at the end',
      { kind: 'insert', path: ['facts', 'x'], value },
      'facts:\n  # of a\n  a:\n    at: 1\n    # in a\n\n  # of b\n  b: { at: 2 }\n  x: { at: 3 }\nifs: {}\n',
    ],
    [
      'into a section that is empty',
      { kind: 'insert', path: ['ifs', 'x'], value },
      `${facts.replace('ifs: {}', 'ifs:\n  x: { at: 3 }')}`,
    ],
    [
      'an entry moved with its comments',
      { kind: 'move', path: ['facts', 'a'], after: 'b' },
      'facts:\n\n  # of b\n  b: { at: 2 }\n  # of a\n  a:\n    at: 1\n    # in a\nifs: {}\n',
    ],
    ['an entry moved to where it is', { kind: 'move', path: ['facts', 'a'], before: 'b' }, facts],
    [
      'several fields in one go',
      {
        kind: 'many',
        edits: [
          { kind: 'set', path: ['facts', 'b', 'at'], value: 5 },
          { kind: 'set', path: ['facts', 'b', 'text'], value: 'x' },
          { kind: 'remove', path: ['facts', 'a'] },
        ],
      },
      'facts:\n\n  # of b\n  b: { at: 5, text: x }\nifs: {}\n',
    ],
  ])('%s', (_, edit, after) => {
    expect(one(facts, edit)).toBe(after)
    expect(one(facts.replaceAll('\n', '\r\n'), edit)).toBe(after.replaceAll('\n', '\r\n'))
    expect(one(`\uFEFF${facts}`, edit)).toBe(`\uFEFF${after}`)
  })

  it.each<[string, CaseEdit, object]>([
    ['a name that is taken', { kind: 'insert', path: ['facts', 'a'], value }, { code: 'taken', id: 'a' }],
    [
      'a neighbour that is not there',
      { kind: 'insert', path: ['facts', 'x'], value, before: 'y' },
      { code: 'no-such-place', path: ['facts', 'y'] },
    ],
    [
      'what is not there',
      { kind: 'move', path: ['facts', 'y'] },
      { code: 'no-such-place', path: ['facts', 'y'] },
    ],
    [
      'a file that is not there',
      { kind: 'move', path: ['facts', 'a'], file: 'b.yaml' },
      { code: 'no-such-file', file: 'b.yaml' },
    ],
    [
      'all of several where one is refused',
      {
        kind: 'many',
        edits: [
          { kind: 'set', path: ['facts', 'a', 'at'], value: 5 },
          { kind: 'remove', path: ['facts', 'y'] },
        ],
      },
      { code: 'no-such-place', path: ['facts', 'y'] },
    ],
  ])('refuses %s', (_, edit, refusal) => {
    expect(one(facts, edit)).toEqual(refusal)
  })

  it('within braces', () => {
    expect(one('c: { a: 1, b: 2 }\n', { kind: 'insert', path: ['c', 'x'], value: 3, before: 'b' })).toBe(
      'c: { a: 1, x: 3, b: 2 }\n',
    )
  })

  it('within an entry', () => {
    const text = 'ifs:\n  i:\n    components:\n      a: { in: x }\n      # of b\n      b: { in: y }\n'
    const edit = {
      kind: 'insert',
      path: ['ifs', 'i', 'components', 'c'],
      value: { in: 'z' },
      before: 'b',
    } as const
    expect(one(text, edit)).toBe(text.replace('      # of b', '      c: { in: z }\n      # of b'))
  })

  it('is edited where another entry of it is broken', () => {
    const broken = 'facts:\n  a: { at: 1\n  b: "x" y\n  c: { at: 2 }\n'
    expect(one(broken, { kind: 'set', path: ['facts', 'c', 'at'], value: 3 })).toEqual({
      code: 'unreadable',
      file: 'a.yaml',
    })
    const next = 'facts:\n  a: { at: 1 }\n  @b: { at: 2 }\n'
    expect(one(next, { kind: 'set', path: ['facts', 'a', 'at'], value: 3 })).toEqual({
      code: 'unreadable',
      file: 'a.yaml',
    })
    const local = 'facts:\n  a: { at: @1 }\n  c: { at: 2 }\n'
    expect(one(local, { kind: 'set', path: ['facts', 'c', 'at'], value: 3 })).toBe(local.replace('2', '3'))
    expect(one(local, { kind: 'set', path: ['facts', 'a', 'at'], value: 3 })).toEqual({
      code: 'unreadable',
      file: 'a.yaml',
    })
  })
})

it('an entry goes into another file, with its section where that has none', () => {
  const files = [
    {
      path: 'a.yaml',
      text: 'facts:\r\n    # of x\r\n    x:\r\n        text: |\r\n            two\r\n            lines\r\n    y: { at: 1 }\r\n',
    },
    { path: 'b.yaml', text: 'ifs:\n  i: { title: t }' },
  ]
  const result = editCase(files, { kind: 'move', path: ['facts', 'x'], file: 'b.yaml' })
  expect('files' in result && result.files.map(({ text }) => text)).toEqual([
    'facts:\r\n    y: { at: 1 }\r\n',
    'ifs:\n  i: { title: t }\nfacts:\n  # of x\n  x:\n      text: |\n          two\n          lines\n',
  ])
})

describe.each(['cases/kakao-2022', 'scaffold/ko'])('in %s', path => {
  const files = caseFolder(path)
  const document = documentOf(files)
  const sections = Object.keys(document).filter(
    name => name !== 'case' && Object.keys(document[name]!).length > 1,
  )
  const drawn = fc
    .record({
      section: fc.constantFrom(...sections),
      first: fc.nat(),
      second: fc.nat(),
      side: fc.constantFrom('before' as const, 'after' as const),
      insert: fc.boolean(),
      file: fc.constantFrom(undefined, ...files.map(one => one.path).filter(name => name.endsWith('.yaml'))),
    })
    .map(({ section, first, second, side, insert, file }) => {
      const ids = Object.keys(document[section]!)
      const [id, other] = [ids[first % ids.length]!, ids[second % ids.length]!]
      return { section, id, other, side, insert, file }
    })

  it('any entry comes to stand where it is said, and nothing else changes', { timeout: 120_000 }, () => {
    let made = 0
    fc.assert(
      fc.property(drawn, ({ section, id, other, side, insert, file }) => {
        const value = { title: '가\n나', about: 'x' }
        const edit: CaseEdit = insert
          ? { kind: 'insert', path: [section, 'new-entry'], value, [side]: other }
          : file === undefined
            ? { kind: 'move', path: [section, id], [side]: other }
            : { kind: 'move', path: [section, id], file }
        const result = editCase(files, edit)
        if ('refused' in result) {
          expect(result.refused.code).toBe('shared')
          return
        }
        made++
        expect(appliedTo(files, result.changes)).toEqual(result.files)
        const after = documentOf(result.files)
        expect(after).toEqual(
          insert ? { ...document, [section]: { ...document[section], 'new-entry': value } } : document,
        )
        const order = Object.keys(after[section]!)
        const moved = insert ? 'new-entry' : id
        if (!insert) linesStay(files, result.files)
        if (!insert && file !== undefined) return
        if (moved === other) {
          expect(result.changes).toEqual([])
          return
        }
        expect(order.indexOf(moved) - order.indexOf(other)).toBe(side === 'before' ? -1 : 1)
        const rest = (all: string[]) => all.filter(one => one !== moved)
        expect(rest(order)).toEqual(rest(Object.keys(document[section]!)))
      }),
      { numRuns: path === 'cases/kakao-2022' ? 60 : 200 },
    )
    expect(made).toBeGreaterThan(20)
  })
})

/** Every line is still there; where a section had to be written anew, or was emptied, with its own key. */
function linesStay(before: readonly { text: unknown }[], after: readonly { text: unknown }[]): void {
  const count = (files: readonly { text: unknown }[]) => {
    const lines = new Map<string, number>()
    for (const { text } of files) {
      for (const line of String(text).split('\n')) lines.set(line.trim(), (lines.get(line.trim()) ?? 0) + 1)
    }
    return lines
  }
  const [old, now] = [count(before), count(after)]
  for (const [line, times] of old) {
    if (line !== '' && !/^[a-z]+:$/.test(line)) expect([line, now.get(line)]).toEqual([line, times])
  }
}
