// Whatever stands in the files, reading them ends with a case or with problems that have a place and words: random
// bytes, random text, and real cases with pieces cut out, doubled, or replaced.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/files/formatDiagnostic.js'
import { loadCase } from '../../src/files/loadCase.js'
import { examine } from '../../src/lint/examination.js'
import { diagnosticCodes } from '../../src/words/diagnostics/diagnosticWords.js'

const known = new Set(diagnosticCodes())
const folder = 'scaffold/en'
const real = readdirSync(folder).map(name => ({
  path: name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}))
const inputs = 'test/files/input'
const broken = readdirSync(inputs).flatMap(name => {
  try {
    return [readFileSync(`${inputs}/${name}/case.yaml`, 'utf8')]
  } catch {
    return []
  }
})

function survives(files: readonly { path: string; text: string | Uint8Array }[]): void {
  const loaded = loadCase('fuzz', files)
  const { found } = examine(loaded)
  for (const problem of found) {
    expect(known).toContain(problem.code)
    expect(problem.line).toBeGreaterThan(0)
    expect(problem.endColumn).toBeGreaterThan(problem.column)
    for (const language of ['ko', 'en'] as const) {
      expect(formatDiagnostic(problem, language)).not.toMatch(/undefined|\[object Object/)
    }
  }
  if (loaded.compiled === null && loaded.document?.components !== undefined) expect(found).not.toEqual([])
}

const pieces = [
  '\n',
  '\n  ',
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
  '&x ',
  '*x',
  '!t ',
  '---\n',
  '|\n',
  '>-\n',
  'null',
  '~',
  '-5',
  '1e999',
  '.nan',
  '0x10',
  '가',
  '\u0000',
  '\u{1F525}',
  'components',
  'needs: ',
  'not ',
  '2 of (',
  '>= 200%',
  '__proto__: 1',
  'constructor',
  '.full',
  '<<: ',
  '9'.repeat(400),
  'true',
  '..',
  '+10m',
]
const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 }))

describe('reading survives', () => {
  it('bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), text => survives([{ path: 'case.yaml', text }])))
  })

  it('text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.array(piece, { maxLength: 40 }).map(all => all.join('')),
    )
    fc.assert(
      fc.property(text, one => survives([{ path: 'case.yaml', text: one }])),
      { numRuns: 300 },
    )
  })

  it('a real case with something cut out or put in', { timeout: 120_000 }, () => {
    const change = fc.record({
      file: fc.nat(),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      away: fc.nat(30),
      piece,
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), changes => {
        const files = real.map(file => ({ ...file }))
        for (const { file, at, away, piece: put } of changes) {
          const one = files[file % files.length]!
          const from = Math.floor(at * one.text.length)
          one.text = one.text.slice(0, from) + put + one.text.slice(from + away)
        }
        survives(files)
      }),
      { numRuns: 150 },
    )
  })

  it('a broken case with a value replaced', { timeout: 120_000 }, () => {
    const value = fc.oneof(
      piece,
      fc.constantFrom('{}', '[]', '[[]]', '{ a: { b: c } }', '1.5', '-1', 'null', '[null]', '{ x: null }'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...broken), fc.nat(), value, (text, which, put) => {
        const values = [...text.matchAll(/(?<=: )[^,{}\n]+/g)]
        const match = values[which % Math.max(1, values.length)]
        const at = match?.index ?? 0
        survives([
          { path: 'case.yaml', text: text.slice(0, at) + put + text.slice(at + (match?.[0].length ?? 0)) },
        ])
      }),
      { numRuns: 300 },
    )
  })
})
