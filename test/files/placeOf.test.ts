// A place is found where it is written: the text there reads as its key, and as its value.

import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { CaseReader } from '../../src/files/caseReader.js'
import { entriesOf } from '../../src/files/entries.js'
import { placeOf } from '../../src/files/placeOf.js'
import type { CasePath } from '../../src/model/problem.js'
import { caseFolder, documentOf } from './caseFolder.js'

function placesOf(value: unknown, path: CasePath = []): CasePath[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    placesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

const at = (value: unknown, path: CasePath): unknown =>
  path.reduce<unknown>((inner, part) => (inner as Record<string | number, unknown>)[part], value)

it.each(['cases/kakao-2022', 'scaffold/ko'])('every place of %s', { timeout: 60_000 }, folder => {
  const files = caseFolder(folder).map(({ path, text }) => ({ path, text: `\uFEFF${text}` }))
  const document = documentOf(files)
  const reader = new CaseReader()
  let checked = 0
  for (const path of placesOf(document).filter(({ length }) => length > 1)) {
    const place = placeOf(files, path, reader)
    const text = String(files.find(one => one.path === place?.file)?.text)
    if (place?.key) expect(text.slice(place.key.from, place.key.to)).toBe(String(path.at(-1)))
    const value = at(document, path)
    if (typeof value === 'string' && place?.value) {
      const written = text.slice(place.value.from, place.value.to)
      if (/[&*|>]/.test(written[0]!)) continue
      expect(parse(`x: ${written.replace(/\n */g, '\n  ')}`).x).toBe(value)
      checked++
    }
  }
  expect(checked).toBeGreaterThan(50)
})

it('what is not written is nowhere', () => {
  const files = [{ path: 'a.yaml', text: 'facts:\n  a: { at: 1, b: }\n' }]
  expect(placeOf(files, ['facts', 'x'])).toBeNull()
  expect(placeOf(files, ['ifs'])).toBeNull()
  expect(placeOf(files, ['facts', 'a', 'text'])).toBeNull()
  expect(placeOf(files, ['facts', 'a', 'b'])).toEqual({
    file: 'a.yaml',
    key: { from: 21, to: 22 },
    value: null,
  })
})

it.each(['cases/kakao-2022', 'scaffold/ko'])('a table of %s has the entries of the document', folder => {
  const files = caseFolder(folder)
  const document = documentOf(files)
  for (const [section, entries] of Object.entries(document)) {
    for (const reader of [new CaseReader(), undefined]) {
      const listed = entriesOf(files, section, reader)
      expect(listed.map(({ id }) => id)).toEqual(Object.keys(entries))
      for (const { id, value, file, from, to } of listed) {
        expect(JSON.parse(JSON.stringify(value()))).toEqual(entries[id])
        const text = String(files.find(({ path }) => path === file)?.text)
        expect(text.slice(from, to).trimStart().startsWith(id)).toBe(true)
      }
    }
  }
  const facts = entriesOf(files, 'facts')
  facts.slice(1).forEach((fact, place) => {
    if (fact.file === facts[place]!.file) expect(fact.from).toBe(facts[place]!.to)
  })
})

it('a table of a file that cannot be cut is read by the parser; of what is broken there are rows without values', () => {
  const list = (text: string) =>
    entriesOf([{ path: 'a.yaml', text }], 'facts').map(({ id, value }) => [id, value()])
  expect(list('facts: { a: { at: 1 }, b: 2 }\n')).toEqual([
    ['a', { at: 1 }],
    ['b', 2],
  ])
  expect(list('facts:\n  a: &x { at: 1 }\n  b: *x\n')).toEqual([
    ['a', { at: 1 }],
    ['b', { at: 1 }],
  ])
  expect(list('facts:\n  a: 1\n  a: 2\n')).toEqual([['a', 1]])
  expect(list('facts:\n  a: 1\n  b: "2\n')).toMatchObject([
    ['a', 1],
    ['b', expect.anything()],
  ])
  expect(list('')).toEqual([])
})
