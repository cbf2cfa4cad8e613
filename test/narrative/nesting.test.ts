/** A narrative that nests without end is shown as it is written, and said; one that people write is read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { directiveProblems } from '../../src/narrative/directiveProblems.js'
import { tooDeepAt } from '../../src/narrative/nesting.js'
import { readNarrative } from '../../src/narrative/readNarrative.js'

const caseText = 'case: { title: x, timezone: UTC, start: 2026-01-01 00:00, languages: [en] }\n'
const often = (piece: string, count = 1_500) => piece.repeat(count)

describe('what nests without end', () => {
  it.each([
    ['lists on one line', `${often('- ')}x`],
    ['numbered lists', `${often('1. ')}x`],
    ['quotations', `${often('>')}x`],
    ['lists in quotations', `${often('> - ')}x`],
    [
      'lists by indentation',
      Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
    ],
    ['emphasis', often('*a **b ')],
    ['emphasis of two kinds', often('_a *b ')],
    ['emphasis over lines', often('*a **b\n')],
    ['what is struck out', often('~~a *b ')],
    ['brackets', often('[a')],
    ['pictures', often('![a')],
    ['directives', often(':a[')],
    ['notes', `${often('[^a]: ')}x`],
    ['fences', Array.from({ length: 400 }, (_, level) => `${':'.repeat(403 - level)}a`).join('\n')],
  ])('%s', (_, text) => {
    expect(tooDeepAt(text)).not.toBeNull()
    const { opening, sections } = readNarrative(text, 'en')
    expect([opening, sections]).toEqual([[expect.objectContaining({ tagName: 'pre' })], []])
    const loaded = loadCase('deep', [
      { path: 'case.yaml', text: caseText },
      { path: 'report.en.md', text },
    ])
    expect(directiveProblems(loaded)).toMatchObject([{ code: 'narrative-too-deep', file: 'report.en.md' }])
  })
})

describe('what people write', () => {
  const cases = join(import.meta.dirname, '../../cases')
  const reports = readdirSync(cases).flatMap(name =>
    readdirSync(join(cases, name))
      .filter(file => file.endsWith('.md'))
      .map(file => join(cases, name, file)),
  )
  it.each([
    ...reports.map(file => [file.slice(cases.length + 1), readFileSync(file, 'utf8')]),
    ['many words with emphasis', often('*a* **b** _c_ ~~d~~ ', 500)],
    ['many that are not closed where it is seen', often('2*3*4 a_b_c ', 500)],
    ['many references in one paragraph', often(':fact[a] [b](c) ', 500)],
    ['a long list', often('- *a* [b]\n', 500)],
    ['many paragraphs with one bracket', often('a [b\n\n', 500)],
  ])('%s', (_, text) => {
    expect(tooDeepAt(text!)).toBeNull()
  })
})
