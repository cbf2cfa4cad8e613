import { describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { directiveProblems } from '../../src/narrative/directiveProblems.js'
import { readNarrative } from '../../src/narrative/readNarrative.js'

/** What a paragraph reads as after directives were gathered; a directive stands as its number in braces. */
function reads(text: string): string {
  const flat = (nodes: readonly unknown[]): string =>
    (
      nodes as {
        type: string
        tagName?: string
        value?: string
        properties?: Record<string, unknown>
        children?: unknown[]
      }[]
    )
      .map(node =>
        node.tagName === 'manil-directive'
          ? `{${node.properties?.dataDirective}}`
          : (node.value ?? flat(node.children ?? [])),
      )
      .join('')
  return flat(readNarrative(text, 'ko').opening)
}

describe('Only what is meant as a directive becomes one.', () => {
  it.each([
    ['15:30에 만났다', '15:30에 만났다'],
    ['비율은 10:1이다', '비율은 10:1이다'],
    ['모드:판교 그리고 a:b', '모드:판교 그리고 a:b'],
    ['see:fact and 12:34:56', 'see:fact and 12:34:56'],
    ['(:fact[one])', '({0})'],
    [':nope[one] stays', ':nope[one] stays'],
    [':replay in a sentence', ':replay in a sentence'],
  ])('%s', (text, expected) => {
    expect(reads(text)).toBe(expected)
  })

  it('takes ids as they are written, Markdown or not', () => {
    const { directives } = readNarrative('x :fact[a_b_c_d] :fact[a*b*c]', 'ko')
    expect(directives.map(({ label }) => label)).toEqual(['a_b_c_d', 'a*b*c'])
  })
})

describe('A directive that names what is not there is found with its place.', () => {
  const narrative = [
    '# Title',
    '',
    'At :fact[shop-dwn] it was 15:30, and :verdict[shop]{if="longer other"}.',
    '',
    '::replya',
    '',
    '::if{id=nothing}',
    '',
    '::timeline{from="yesterday"}',
    '',
    ':verdict[shop] :duration[shopp] :term[holdup] :factt[a]',
    '',
    ':fidelity{scenario=agian} :fidelity{scenario=again} :duration[shop]{scenario=main}',
    '',
    '::scenario{id=twice}',
    '',
    'Told by :source[articel] and :source[article].',
  ].join('\n')
  const yaml = `case: { title: x, timezone: UTC, start: 2026-01-01 00:00 }
components: { shop: { kind: service } }
facts: { shop-down: { at: 2026-01-01 00:00, text: x } }
scenarios: { again: { start: 2026-02-01 00:00, events: {} } }
sources: { article: { title: An article, publisher: A paper } }
ifs: { longer: { title: x, components: { shop: { holdup: 1h } } } }
`
  const loaded = loadCase('x', [
    { path: 'case.yaml', text: yaml },
    { path: 'report.en.md', text: narrative },
  ])

  it('by line and column, with what was probably meant', () => {
    const found = directiveProblems(loaded).map(({ code, file, line, column, values, suggestion }) =>
      [code, `${file}:${line}:${column}`, values.id ?? values.name, suggestion ?? ''].join(' ').trim(),
    )
    expect(found).toEqual([
      'directive-unknown-id report.en.md:3:4 shop-dwn shop-down',
      'directive-unknown-id report.en.md:3:38 other',
      'unknown-directive report.en.md:5:1 replya replay',
      'directive-unknown-id report.en.md:7:1 nothing',
      'directive-bad-time report.en.md:9:1 timeline',
      'directive-without-id report.en.md:11:1 verdict',
      'directive-unknown-id report.en.md:11:16 shopp shop',
      'directive-unknown-id report.en.md:11:33 holdup hold-up',
      'unknown-directive report.en.md:11:47 factt fact',
      'directive-unknown-id report.en.md:13:1 agian again',
      'directive-unknown-id report.en.md:15:1 twice',
      'directive-unknown-id report.en.md:17:9 articel article',
    ])
  })

  it('shows the line that it stands in', () => {
    const [first] = directiveProblems(loaded)
    expect(first?.lineText.slice((first?.column ?? 0) - 1, (first?.endColumn ?? 0) - 1)).toBe(
      ':fact[shop-dwn]',
    )
    expect(first?.severity).toBe('warning')
  })
})
