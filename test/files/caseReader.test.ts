// Reading a file entry by entry gives what parsing it as a whole gives: the same values, the same problems, and every place at
// the same offsets. On all files of the tests and of the cases, on those with pieces put in or cut out, and on random lines.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CaseReader } from '../../src/files/caseReader.js'
import { loadCase } from '../../src/files/loadCase.js'
import { mergeFiles } from '../../src/files/mergedCase.js'
import { spanOf } from '../../src/files/positions.js'
import { quickPair } from '../../src/files/quickValue.js'
import { readYaml, type YamlFile } from '../../src/files/yamlFile.js'
import { examine } from '../../src/lint/examination.js'
import type { CasePath } from '../../src/model/problem.js'

function textsIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder).flatMap(name => {
    const path = `${folder}/${name}`
    if (statSync(path).isDirectory()) return textsIn(path)
    return name.endsWith('.yaml') ? [{ path, text: readFileSync(path, 'utf8') }] : []
  })
}

const all = ['test/files/input', 'cases', 'scaffold'].flatMap(textsIn)
const small = all.filter(({ text }) => text.length < 20_000)

/** Every place of a value, sections included. */
function placesOf(value: unknown, path: CasePath = []): CasePath[] {
  if (typeof value !== 'object' || value === null || path.length > 6) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

/** All that the rest of the program can see of a file; of blocks only where they begin, since nobody looks at their end. */
function seen(file: YamlFile): unknown {
  const merged = mergeFiles([file])
  const places = placesOf(merged.value).slice(0, 400)
  const [first] = placesOf(merged.value)
  const paths: CasePath[] = first === undefined ? [] : [...places, [...first, 'nowhere'], ['nowhere']]
  return {
    value: JSON.stringify(file.value),
    types: typesOf(file.value),
    problems: file.problems.map(problem => JSON.stringify(problem, keysInOrder(problem))).sort(),
    keys: file.sections.map(({ key, from, to, entries }) => ({
      key,
      from,
      to,
      entries: entries?.map(entry => [entry.key, entry.from, entry.to]),
    })),
    places: paths.map(path =>
      [{}, { atKey: true }, { within: { from: 1, to: 2 } }].map(options => {
        const span = spanOf(merged, path, options)
        if (span === null) return null
        const { line, column } = file.source.placeOf(span.from)
        return [path, line, column, Math.min(span.to, span.from + file.source.line(line).length - column + 1)]
      }),
    ),
  }
}

const keysInOrder = (value: object) => Object.keys(value).sort()

/** JSON does not tell `-0`, `NaN` and the infinities from others. */
function typesOf(value: unknown): unknown {
  if (typeof value === 'number') return String(Object.is(value, -0) ? '-0' : value)
  if (typeof value !== 'object' || value === null) return null
  return Object.values(value).map(typesOf)
}

function isSame(text: string, reader: CaseReader): void {
  expect(seen(reader.yaml('case.yaml', text))).toEqual(seen(readYaml('case.yaml', text)))
}

describe('reading entry by entry is reading the whole', () => {
  it.each(all)('of $path', { timeout: 120_000 }, ({ text }) => {
    isSame(text, new CaseReader())
    isSame(text.replaceAll('\n', '\r\n'), new CaseReader())
  })

  const pieces = [
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    ': ',
    ', ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    ' # ',
    '&x ',
    '*x',
    '!t ',
    '---\n',
    '|\n',
    '>-\n',
    '|+\n',
    '? ',
    'null',
    '~',
    '-5',
    '1e3',
    '.nan',
    '0x10',
    '가',
    '\u00a0',
    '\r',
    '__proto__: 1',
    '<<: ',
    '..',
    '%',
    '@',
    '`',
    '\n  a: 1\n',
    '\nfacts:\n',
    '\n# x\n',
    '\n\n',
    '"x\n',
    '[a,\n',
    '{a: b,\n',
    '(',
    ')',
    '\n  x: "\\u0041"\n',
  ]

  it('of texts with pieces put in, cut out or replaced, one after another with one memory', {
    timeout: 240_000,
  }, () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.constantFrom(0, 0, 1, 3, 20),
      put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
    })
    const given = fc.record({
      one: fc.constantFrom(...small),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    })
    const reader = new CaseReader()
    fc.assert(
      fc.property(given, ({ one, changes }) => {
        let { text } = one
        for (const { at, cut, put } of changes) {
          const place = Math.floor(at * text.length)
          text = text.slice(0, place) + put + text.slice(place + cut)
        }
        isSame(text, reader)
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    )
  })

  it('of random lines', { timeout: 240_000 }, () => {
    const indent = fc.constantFrom('', '', '  ', '  ', '    ', '      ', ' ', '   ')
    const key = fc.constantFrom(
      'a',
      'b',
      'c',
      'facts',
      '한글',
      'x.y',
      'true',
      '1',
      '"q"',
      "'s'",
      '?',
      '-',
      '- a',
    )
    const scalar = fc.oneof(
      fc.constantFrom(
        '',
        'x',
        'two words',
        '30',
        '007',
        '1.5',
        '1.',
        '.5',
        '+1',
        '-1',
        '0o7',
        '0x1F',
        '1e3',
        '.inf',
        '-.INF',
        '.NaN',
        'null',
        'Null',
        '~',
        'true',
        'False',
        'yes',
        '15:30',
        '2022-10-15 15:19 ± 5m',
        '"a # b"',
        "'it''s'",
        '"\\n"',
        'a # c',
        'a#c',
        'a: b',
        'a:b',
        '[a, b]',
        '[ a , "b" ]',
        '[]',
        '[a, ]',
        '[2 of (a, b)]',
        '{}',
        '{ a: 1, b: [x, { c: d }] }',
        '{ a: 2 of (a, b) }',
        '{ a }',
        '{ a: 1, a: 2 }',
        '[a: b]',
        '["a":b]',
        '{"a":1}',
        '|',
        '>',
        '|-',
        '|2',
        '|+',
        '>- # c',
        '&x y',
        '*x',
        '!!str 5',
        '# only',
        '@x',
        '`x',
        '%x',
        '-',
        '- x',
        '- - x',
        '- a: 1',
        '? x',
        'x:',
        ': x',
        '[',
        '{',
        '"',
        "'",
        '[a,',
        'a\tb',
        'a ',
        '\u00a0x',
        'x\u2028y',
      ),
      fc.string({ maxLength: 5 }),
    )
    const line = fc.oneof(
      fc.tuple(indent, key, scalar).map(([before, name, value]) => `${before}${name}: ${value}`),
      fc.tuple(indent, key).map(([before, name]) => `${before}${name}:`),
      fc.tuple(indent, scalar).map(([before, value]) => `${before}- ${value}`),
      fc.tuple(indent, scalar).map(([before, value]) => before + value),
      fc.constantFrom(
        '',
        '  ',
        '# c',
        '  # c',
        '      # c',
        '  a: |',
        '  b: |-',
        '      text',
        '     ',
        '        more',
        '    "a\\"b\\n\\\\"',
        '  c: "\\t\\x"',
        '  d: "\\\\"',
      ),
    )
    const end = fc.constantFrom('\n', '')
    const reader = new CaseReader()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), end, (lines, last) =>
        isSame(lines.join('\n') + last, reader),
      ),
      { numRuns: Number(process.env.RUNS ?? 3_000) },
    )
  })
})

it('nearly every entry of a case is read without the parser', () => {
  for (const { text } of all.filter(({ path }) => path.endsWith('timeline.yaml'))) {
    const entries = text.split(/^(?= {2}[a-z])/m).slice(1)
    const quick = entries.filter(entry => quickPair(entry, 0) !== null)
    expect(quick.length).toBeGreaterThan(entries.length * 0.9)
  }
})

it('a value whose text did not change is the same object', () => {
  const files = [
    { path: 'case.yaml', text: 'facts:\n  a: { at: +1m, text: x }\n  b:\n    at: +2m\n    text: "\\x41"\n' },
  ]
  const reader = new CaseReader()
  const before = loadCase('c', files, { reader })
  const after = loadCase('c', [{ path: 'case.yaml', text: files[0]!.text.replace('+1m', '+3m') }], { reader })
  const facts = [before, after].map(({ merged }) => merged.value.facts as Record<string, unknown>)
  expect(facts[1]!.b).toBe(facts[0]!.b)
  expect(facts[1]!.a).toEqual({ at: '+3m', text: 'x' })
})

it('a case changed entry by entry is examined as if it were new', { timeout: 120_000 }, () => {
  const files = textsIn('cases/kakao-2022').map(({ path, text }) => ({ path: path.split('/').at(-1)!, text }))
  const reader = new CaseReader()
  const change = fc.record({
    file: fc.constantFrom(...files),
    line: fc.nat(600),
    other: fc.nat(600),
    way: fc.nat(2),
  })
  fc.assert(
    fc.property(change, ({ file, line, other, way }) => {
      const lines = file.text.split('\n')
      const [from, to] = [line % lines.length, other % lines.length]
      if (way === 0) lines.splice(from, 1)
      else if (way === 1) lines.splice(from, 0, lines[to]!)
      else [lines[from], lines[to]] = [lines[to]!, lines[from]!]
      const changed = files.map(one => (one === file ? { path: one.path, text: lines.join('\n') } : one))
      const found = (with_: CaseReader) => examine(loadCase('k', changed, { reader: with_ })).found
      expect(found(reader)).toEqual(found(new CaseReader()))
    }),
    { numRuns: 40 },
  )
})
