// Every limit is named when it is hit, in the words of both languages, and costs no more than it bounds.

import { describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { limits } from '../../src/model/limits.js'
import { diagnosticMessage } from '../../src/words/diagnostics/diagnosticWords.js'

const head = 'case: { title: Test, timezone: UTC, start: 2022-10-15 15:19 }\n'
const problemsOf = (text: string) => loadCase('test', [{ path: 'case.yaml', text: head + text }]).problems

describe.each<[code: string, limit: number | undefined, text: () => string]>([
  ['too-deep', limits.nesting, () => `x: ${'['.repeat(40)}${']'.repeat(40)}\n`],
  ...['[', '{ a: ', '- ', '? ', '[{ a: ', '- ? '].map(
    (opening): [code: string, limit: number, text: () => string] => [
      'too-deep',
      limits.nesting,
      () => `x:\n  ${opening.repeat(100_000)}\n`,
    ],
  ),
  [
    'too-deep',
    limits.nesting,
    () => Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}x:\n`).join(''),
  ],
  [
    'too-many-values',
    limits.values,
    () => `a: &a [${'1, '.repeat(1_000)}]\nb: [${'*a, '.repeat(limits.values / 1_000)}]\n`,
  ],
  [
    'too-many-entries',
    limits.listEntries,
    () => `facts: { f: { at: +0m, text: t, sources: [${'s, '.repeat(limits.listEntries + 1)}] } }\n`,
  ],
  [
    'too-many-entries',
    limits.entries,
    () =>
      `sources:\n${Array.from({ length: limits.entries + 1 }, (_, n) => `  s${n}: { title: t }\n`).join('')}`,
  ],
  ['long-id', limits.idLength, () => `components: { ${'x'.repeat(limits.idLength + 1)}: { kind: tool } }\n`],
  [
    'expression-long',
    limits.expressionLength,
    () => `components: { a: { kind: tool, needs: "${'a or '.repeat(3_000)}a" } }\n`,
  ],
  [
    'expression-deep',
    limits.expressionDepth,
    () => `components: { a: { kind: tool, needs: "${'('.repeat(60)}a${')'.repeat(60)}" } }\n`,
  ],
  ['file-too-large', limits.fileBytes, () => `# ${'x'.repeat(limits.fileBytes)}\n`],
  ['bad-duration', undefined, () => 'components: { a: { kind: ups, holdup: 36526d } }\n'],
  ['bad-duration', undefined, () => 'components: { a: { kind: ups, holdup: .inf } }\n'],
  ['wrong-value', undefined, () => `components: { a: { kind: hosts, count: ${limits.count + 1} } }\n`],
])('%s of %s', (code, limit, text) => {
  it('is named', () => {
    const problem = problemsOf(text()).find(one => one.code === code)
    expect(problem).toBeDefined()
    if (limit === undefined) return
    expect(problem?.values.limit).toBe(limit)
    const shown = code === 'file-too-large' ? `${limit / 1_000_000}` : String(limit)
    for (const language of ['ko', 'en'] as const) {
      expect(diagnosticMessage(code, problem!.values, language).what).toContain(shown)
    }
  })
})

it('of diagnostics says how many there are besides', () => {
  const text = `components:\n${Array.from({ length: 600 }, (_, n) => `  c${n}: { kind: tool, needs: nothing }\n`).join('')}`
  const problems = problemsOf(text)
  expect(problems).toHaveLength(limits.diagnostics + 1)
  expect(problems.at(-1)).toMatchObject({
    code: 'too-many-problems',
    values: { shown: limits.diagnostics, left: 100 },
  })
})

it('of one mistake that aliases repeat is told once', () => {
  const nine = (name: string) => `[${Array.from({ length: 9 }, () => `*${name}`).join(', ')}]`
  const lines = ['b', 'c', 'd', 'e', 'f'].map((name, place) => `${name}: &${name} ${nine('gabcde'[place]!)}`)
  expect(problemsOf(`${lines.join('\n')}\n`).filter(({ code }) => code === 'unknown-alias')).toHaveLength(18)
})

it('of the whole case is named', () => {
  const text = `# ${'x'.repeat(limits.fileBytes - 10)}\n`
  const fitting = Math.floor(limits.caseBytes / limits.fileBytes)
  const files = Array.from({ length: fitting + 1 }, (_, n) => ({ path: `${n}.yaml`, text }))
  expect(loadCase('test', files).problems).toMatchObject([
    { code: 'case-too-large', file: `${fitting}.yaml` },
  ])
})

it('of one file is counted in bytes, also where characters have three', () => {
  const text = `# ${'가'.repeat(limits.fileBytes / 3)}\n`
  expect(text.length).toBeLessThan(limits.fileBytes)
  expect(loadCase('test', [{ path: 'a.yaml', text }]).problems).toMatchObject([{ code: 'file-too-large' }])
})

it('of one file is above ten thousand facts in two languages', () => {
  const fact = (n: number) => `  fact-${n}:
    at: 2022-10-15 15:19 ± 5m
    text:
      ko: 지하 3층의 배터리 하나에서 불꽃이 일고 불이 났으며, 곧이어 서버실의 전원이 차례로 끊기기 시작했다.
      en: Sparks, then fire, in one battery on floor B3; soon after, the power of the server rooms began to fail.
    phase: impact
    sources: [edaily-fire, msit-2022-12-06, hankookilbo-fire]
`
  const facts = Array.from({ length: 10_000 }, (_, n) => fact(n)).join('')
  const sources =
    'sources: { edaily-fire: { title: a }, msit-2022-12-06: { title: b }, hankookilbo-fire: { title: c } }\n'
  const loaded = loadCase('test', [{ path: 'case.yaml', text: `${head}${sources}facts:\n${facts}` }])
  expect(loaded.problems).toEqual([])
  expect(Object.keys(loaded.document?.facts ?? {})).toHaveLength(10_000)
})
