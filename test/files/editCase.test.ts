// An edit changes what it says and nothing else: reading the files afterwards gives the document with that one
// change, and the text differs in one stretch only, so comments and the author's layout stay.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseEdit } from '../../src/files/caseEdit.js'
import type { CaseFile } from '../../src/files/caseFile.js'
import { CaseReader } from '../../src/files/caseReader.js'
import { editCase } from '../../src/files/editCase.js'
import { mergeFiles } from '../../src/files/mergedCase.js'
import { readYaml } from '../../src/files/yamlFile.js'
import type { CasePath } from '../../src/model/problem.js'
import { appliedTo } from './appliedTo.js'

function folder(path: string): CaseFile[] {
  const names = readdirSync(path).filter(name => name.endsWith('.yaml'))
  return names.map(name => ({ path: name, text: readFileSync(`${path}/${name}`, 'utf8') }))
}

function documentOf(files: readonly CaseFile[]): unknown {
  const read = files.map(({ path, text }) => readYaml(path, String(text)))
  expect(read.flatMap(({ problems }) => problems)).toEqual([])
  return plain(mergeFiles(read).value)
}

/** Ordinary objects, keys in the order of the document. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** One line of YAML, an edit, the line after it. */
function edited(text: string, edit: CaseEdit): string {
  const result = editCase([{ path: 'case.yaml', text }], edit)
  return 'refused' in result ? result.refused.code : String(result.files[0]?.text)
}

const set = (path: CasePath, value: unknown) => ({ kind: 'set', path, value }) as const
const remove = (path: CasePath) => ({ kind: 'remove', path }) as const
const rename = (path: CasePath, to: string): CaseEdit => ({ kind: 'rename', path, to })

describe('one line', () => {
  it.each([
    [
      'a value',
      'c: { web: { kind: tool, in: x } } # why\n',
      set(['c', 'web', 'in'], 'y'),
      'c: { web: { kind: tool, in: y } } # why\n',
    ],
    [
      'a value that needs quotes',
      'c: { web: { needs: x } }\n',
      set(['c', 'web', 'needs'], '2 of (a, b)'),
      'c: { web: { needs: "2 of (a, b)" } }\n',
    ],
    ['a text like a number', 'c:\n  web: x # note\n', set(['c', 'web'], '30'), 'c:\n  web: "30" # note\n'],
    [
      'a new key in braces',
      'c: { web: { kind: tool } }\n',
      set(['c', 'web', 'in'], 'x'),
      'c: { web: { kind: tool, in: x } }\n',
    ],
    [
      'a new key in a block',
      'c:\n  web: # the front\n    kind: tool # really\n  db: {}\n',
      set(['c', 'web', 'in'], 'x'),
      'c:\n  web: # the front\n    kind: tool # really\n    in: x\n  db: {}\n',
    ],
    ['into an empty map', 'c:\n  db: {}\n', set(['c', 'db', 'kind'], 'store'), 'c:\n  db: { kind: store }\n'],
    [
      'a new section',
      'c:\n  db: {}\n',
      set(['facts', 'f', 'at'], '+5m'),
      'c:\n  db: {}\nfacts:\n  f: { at: +5m }\n',
    ],
    ['an item at the end', 'c: { a: [x, y] }\n', set(['c', 'a', 2], 'z'), 'c: { a: [x, y, z] }\n'],
    [
      'an item of a block',
      'c:\n  a:\n    - x # first\n    - y\n',
      set(['c', 'a', 2], 'z'),
      'c:\n  a:\n    - x # first\n    - y\n    - z\n',
    ],
    ['a key away', 'c: { a: 1, b: 2 }\n', remove(['c', 'a']), 'c: { b: 2 }\n'],
    ['the last key away', 'c: { a: 1, b: 2 }\n', remove(['c', 'b']), 'c: { a: 1 }\n'],
    ['the only key away', 'c: { a: 1 } # kept\n', remove(['c', 'a']), 'c: {} # kept\n'],
    [
      'a block away',
      'c:\n  a:\n    kind: x\n  # of b\n  b: 2\n',
      remove(['c', 'a']),
      'c:\n  # of b\n  b: 2\n',
    ],
    [
      'comments that speak of it with it',
      'c:\n  # of a\n\n  # of b\n  # too\n  b:\n    k: 1\n    # within b\n  # of d\n  d: 2\n',
      remove(['c', 'b']),
      'c:\n  # of a\n\n  # of d\n  d: 2\n',
    ],
    [
      'what is there already',
      'c: { a: "x", b: [ 1,2 ] }\n',
      set(['c', 'a'], 'x'),
      'c: { a: "x", b: [ 1,2 ] }\n',
    ],
    ['the last entry away', 'c:\n  a: 1\nd: 2\n', remove(['c', 'a']), 'c: {}\nd: 2\n'],
    ['a section away', 'c:\n  a: 1\n\n# of d\nd: 2\n', remove(['d']), 'c:\n  a: 1\n\n'],
    ['into an empty section', 'c: {}\nd: 2\n', set(['c', 'a'], 1), 'c:\n  a: 1\nd: 2\n'],
    [
      'a text of several lines',
      'c:\n  a: { at: 1 }\n  b:\n    text: x\n    at: 2\n',
      set(['c', 'b', 'text'], '가\n\n나\n'),
      'c:\n  a: { at: 1 }\n  b:\n    text: |\n      가\n\n      나\n    at: 2\n',
    ],
    [
      'a text of several lines within braces',
      'c: { b: { text: x } }\n',
      set(['c', 'b', 'text'], '가\n나'),
      'c: { b: { text: "가\\n나" } }\n',
    ],
    [
      'several lines before a comment',
      'c:\n  b: x # why\n',
      set(['c', 'b'], '가\n나'),
      'c:\n  b: "가\\n나" # why\n',
    ],
    [
      'one line instead of several',
      'c:\n  b: |-\n    가\n    나\n  d: 1\n',
      set(['c', 'b'], '다'),
      'c:\n  b: 다\n  d: 1\n',
    ],
    ['behind a dash', 'c:\n  - takes: 5m\n    needs: x\n', remove(['c', 0, 'takes']), 'c:\n  - needs: x\n'],
    [
      'a new name',
      'c:\n  web: { kind: tool } # why\n',
      rename(['c', 'web'], 'front'),
      'c:\n  front: { kind: tool } # why\n',
    ],
    ['Windows line ends', 'c:\r\n  a: 1\r\n', set(['c', 'b'], 2), 'c:\r\n  a: 1\r\n  b: 2\r\n'],
  ] as const)('%s', (_, before, edit, after) => {
    expect(edited(before, edit as CaseEdit)).toBe(after)
  })

  it.each([
    ['a place that is not there', 'c: { a: 1 }\n', remove(['c', 'x']), 'no-such-place'],
    ['what several places share', 'c: { a: &x { k: 1 }, b: *x }\n', set(['c', 'b', 'k'], 2), 'shared'],
    ['what others use', 'c: { a: &x { k: 1 }, b: *x }\n', remove(['c', 'a']), 'shared'],
    ['a name that is taken', 'c: { a: 1, b: 2 }\n', rename(['c', 'a'], 'b'), 'taken'],
    ['a file that cannot be read', 'c: { a: 1\n', set(['c', 'a'], 2), 'unreadable'],
  ] as const)('refuses %s', (_, before, edit, refusal) => {
    expect(edited(before, edit as CaseEdit)).toBe(refusal)
  })
})

/** Every place of a document, sections included. */
function placesOf(value: unknown, path: CasePath = []): CasePath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

function applied(document: unknown, edit: Extract<CaseEdit, { kind: 'set' | 'remove' }>): unknown {
  const copy = structuredClone(document) as Record<string | number, unknown>
  const last = edit.path.at(-1)!
  let at = copy
  for (const part of edit.path.slice(0, -1)) at = at[part] as Record<string | number, unknown>
  if (edit.kind === 'set') at[last] = structuredClone(edit.value)
  else if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete at[last]
  return copy
}

const words = fc.constantFrom(
  'x',
  '30m',
  '2 of (a, b)',
  'a: b',
  '# no comment',
  '"',
  "it's",
  '한글, 쉼표',
  'true',
  '',
  ' ',
  'two\nlines',
  '# one\n\n  - two: "x"\n',
  ' led by a space\nx',
  'ends in spaces \nx\n\n',
  'tab\tand\nline',
  '-',
  '{',
  '&a',
  '*a',
  '@',
  '1e3',
  '0x1f',
  '~',
)
const leaf = fc.oneof(words, fc.integer({ min: -5, max: 70_000 }), fc.boolean(), fc.string({ maxLength: 12 }))
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('takes', 'needs', 'k 1', '한'), leaf, { maxKeys: 3 }).map(plain),
)

describe.each(['cases/kakao-2022', 'scaffold/en', 'scaffold/ko'])('any edit of %s', path => {
  const files = folder(path)
  const document = documentOf(files)
  const places = placesOf(document).filter(place => place.length > 1)

  it('does what it says in one stretch of one file', { timeout: 120_000 }, () => {
    let made = 0
    const edits = fc.record({
      place: fc.constantFrom(...places),
      value,
      away: fc.boolean(),
      windows: fc.boolean(),
    })
    const reader = new CaseReader()
    fc.assert(
      fc.property(edits, ({ place, value: given, away, windows }) => {
        const edit = away ? remove(place) : set(place, given)
        const result = editCase(files, edit, reader)
        expect(editCase(files, edit)).toEqual(result)
        const onWindows = windows ? editCase(files.map(withWindowsEnds), edit, reader) : null
        if ('refused' in result) {
          expect(['shared', 'no-such-place']).toContain(result.refused.code)
          return
        }
        made++
        const after = documentOf(result.files)
        if (onWindows !== null) {
          expect('files' in onWindows && onWindows.files).toEqual(result.files.map(withWindowsEnds))
        }
        expect(appliedTo(files, result.changes)).toEqual(result.files)
        expect(after).toEqual(pruned(applied(document, edit)))
        const changed = result.changes[0]?.path
        expect(result.changes.length).toBeLessThanOrEqual(1)
        const [old, now] = [files, result.files].map(all =>
          String(all.find(({ path: one }) => one === changed)?.text),
        )
        expect(linesAway(old!, now!).length).toBeLessThanOrEqual(linesOf(document, place))
        for (const file of files) {
          if (file.path !== changed)
            expect(result.files.find(({ path: one }) => one === file.path)).toEqual(file)
        }
      }),
      { numRuns: path === 'cases/kakao-2022' ? 60 : 200 },
    )
    expect(made).toBeGreaterThan(20)
  })
})

const withWindowsEnds = ({ path: one, text }: CaseFile) => ({
  path: one,
  text: String(text).replaceAll('\n', '\r\n'),
})

/** Sections that an edit emptied stay as empty maps. */
const pruned = plain

/** Lines of the old text that are not in the new one, between the common beginning and the common end. */
function linesAway(old: string, now: string): string[] {
  const [a, b] = [old.split('\n'), now.split('\n')]
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return a.slice(start, a.length - end)
}

/** A bound on the lines that a place can take: one for each value in it, and as many for comments between. */
function linesOf(document: unknown, place: CasePath): number {
  let at = document
  for (const part of place) at = (at as Record<string | number, unknown>)[part]
  return 2 * (1 + placesOf({ at }).length) + 8
}
