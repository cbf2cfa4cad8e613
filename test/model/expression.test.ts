// Expressions: a tiny notation on the left, what the engine gets on the right; and that printing and parsing undo
// each other for any expression.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Expression, holds } from '../../src/engine/expression.js'
import { parseExpression } from '../../src/model/expression/parse.js'
import { printCondition, printExpression } from '../../src/model/expression/print.js'
import { type Names, resolveCondition } from '../../src/model/expression/resolve.js'
import type { Syntax } from '../../src/model/expression/syntax.js'
import type { Problem } from '../../src/model/problem.js'

const ids = ['a', 'b', 'hosts', 'east', 'west', 'of', 'sum', 'x-1', 'talk@pangyo', '서버']
const counts = [1, 1, 10, 30, 31, 1, 1, 1, 1, 1]
const names: Names = {
  indexOf: new Map(ids.map((id, index) => [id, index])),
  counts,
  fullOf: index =>
    index === 0 ? { condition: 'b and hosts >= 60%', path: ['components', 'a', 'full'] } : null,
}

function resolved(text: string | string[], monotone = false) {
  const problems: Problem[] = []
  const expression = resolveCondition(
    text,
    { path: ['components', 'web', 'needs'], monotone },
    names,
    problems,
  )
  return { expression, problems }
}

/** An expression as one line: `a`, `hosts:6`, `(a & b)`, `(a | b)`, `2(a b)`, `!a`. */
function shown(expression: Expression | null): string {
  if (expression === null) return 'none'
  switch (expression.op) {
    case 'units': {
      const sum = expression.components.map(index => ids[index]).join('+')
      return expression.components.length === 1 && counts[expression.components[0]!] === 1
        ? sum
        : `${sum}:${expression.atLeast}`
    }
    case 'not':
      return `!${shown(expression.of)}`
    case 'some':
      return `${expression.atLeast}(${expression.of.map(shown).join(' ')})`
    default:
      return `(${expression.of.map(shown).join(expression.op === 'all' ? ' & ' : ' | ')})`
  }
}

describe('an expression', () => {
  it.each([
    ['a', 'a'],
    ['a and b', '(a & b)'],
    ['a or b', '(a | b)'],
    ['a and b or x-1 and 서버', '((a & b) | (x-1 & 서버))'],
    ['a and (b or x-1)', '(a & (b | x-1))'],
    ['not a and b', '(!a & b)'],
    ['not (a or b)', '!(a | b)'],
    ['not not a', '!!a'],
    ['2 of (a, b, of or sum)', '2(a b (of | sum))'],
    ['2 of(a,b)', '2(a b)'],
    ['hosts >= 60%', 'hosts:6'],
    ['hosts>=61 %', 'hosts:7'],
    ['hosts ≥ 0.1%', 'hosts:1'],
    ['hosts >= 4', 'hosts:4'],
    ['sum(east, west) >= 40', 'east+west:40'],
    ['sum(east, west) >= 50%', 'east+west:31'],
    ['talk@pangyo AND a', '(talk@pangyo & a)'],
    ['a.full', '(a & (b & hosts:6))'],
    ['hosts.full', 'hosts:10'],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toMatchObject({ problems: [] })
    expect(shown(resolved(text).expression)).toBe(expected)
  })

  it('of a list is all of it', () => {
    expect(shown(resolved(['a', 'b or of']).expression)).toBe('(a & (b | of))')
    expect(shown(resolved(['a']).expression)).toBe('a')
    expect(resolved([]).expression).toBeNull()
  })

  it.each([
    ['a & b', 'expression-unexpected', '&'],
    ['a b', 'expression-unexpected', 'b'],
    ['(a or b', 'expression-unclosed', '('],
    ['3 of (a, b)', 'expression-some', '3'],
    ['0 of (a, b)', 'expression-some', '0'],
    ['2 (a, b)', 'expression-some', '2 ('],
    ['hosts > 4', 'expression-compare', '>'],
    ['hosts < 4', 'expression-compare', '<'],
    ['hosts >= many', 'expression-amount', 'many'],
    ['hosts >= 110%', 'percent-over-100', '110%'],
    ['hosts >= 1.5', 'whole-units', '1.5'],
    ['hosts and a', 'how-many', 'hosts'],
    ['a and nothing', 'unknown-id', 'nothing'],
    ['sum(east, wset) >= 3', 'unknown-id', 'wset'],
    ['constructor', 'unknown-id', 'constructor'],
  ])('%s is %s at %s', (text, code, at) => {
    const [problem] = resolved(text).problems
    expect(problem).toMatchObject({ code, path: ['components', 'web', 'needs'] })
    expect(text.slice(problem!.within!.from, problem!.within!.to)).toBe(at)
    expect(resolved(text).expression).toBeNull()
  })

  it('finds every unknown id, and what was probably meant', () => {
    const { problems } = resolved('hsots >= 3 and esat >= 1')
    expect(problems.map(({ suggestion }) => suggestion)).toEqual(['hosts', 'east'])
  })

  it('may use not in when and unless only', () => {
    expect(resolved('not a', true).problems).toMatchObject([
      { code: 'needs-not', values: { field: 'needs' } },
    ])
    expect(resolved('not a', false).problems).toEqual([])
  })

  it('names the place in a list', () => {
    expect(resolved(['a', 'a b']).problems).toMatchObject([{ path: ['components', 'web', 'needs', 1] }])
  })

  it('stops at a depth and a length that it names', () => {
    const deep = `${'('.repeat(100)}a${')'.repeat(100)}`
    expect(resolved(deep).problems).toMatchObject([{ code: 'expression-deep', values: { limit: 50 } }])
    expect(resolved(`${'not '.repeat(2_000)}a`).problems).toMatchObject([{ code: 'expression-deep' }])
    expect(resolved('a and '.repeat(5_000)).problems).toMatchObject([{ code: 'expression-long' }])
  })
})

const span = { from: 0, to: 0 }
const id = fc.constantFrom(...ids).map(one => ({ id: one, span }))
const amount = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(units => ({ kind: 'units', units, span }) as const),
  fc.integer({ min: 0, max: 1_000_000 }).map(millionths => ({ kind: 'percent', millionths, span }) as const),
)
const { syntax } = fc.letrec<{ syntax: Syntax }>(tie => ({
  syntax: fc.oneof(
    { maxDepth: 4 },
    id.map(one => ({ op: 'id', ...one }) as Syntax),
    fc
      .tuple(id, amount)
      .map(([one, asked]) => ({ op: 'atLeast', ids: [one], sum: false, amount: asked, span }) as Syntax),
    fc
      .tuple(fc.array(id, { minLength: 1, maxLength: 3 }), amount)
      .map(([some, asked]) => ({ op: 'atLeast', ids: some, sum: true, amount: asked, span }) as Syntax),
    tie('syntax').map(of => ({ op: 'not', of, span }) as Syntax),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('syntax'), { minLength: 2, maxLength: 3 }))
      .map(([op, of]) => ({ op, of, span, mixed: false }) as Syntax),
    fc
      .array(tie('syntax'), { minLength: 1, maxLength: 4 })
      .chain(of =>
        fc.integer({ min: 1, max: of.length }).map(atLeast => ({ op: 'some', atLeast, of, span }) as Syntax),
      ),
  ),
}))

describe('printing', () => {
  const bare = (one: unknown): unknown =>
    JSON.parse(JSON.stringify(one, (key, value) => (key === 'span' || key === 'mixed' ? undefined : value)))

  it('is undone by parsing', () => {
    fc.assert(
      fc.property(syntax, one => {
        const parsed = parseExpression(printExpression(one))
        expect(bare(parsed)).toEqual(bare(one))
      }),
    )
  })

  it('of a list means the same as the list', () => {
    const texts = fc.array(
      syntax.map(one => printExpression(one)),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 10, maxLength: 10 }),
        (list, levels) => {
          const [one, other] = [resolved(list), resolved(printCondition(list))]
          expect(one.expression === null).toBe(other.expression === null)
          if (one.expression && other.expression)
            expect(holds(one.expression, levels)).toBe(holds(other.expression, levels))
        },
      ),
    )
  })

  it('never throws on any text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        'and',
        'or',
        'not',
        '(',
        ')',
        ',',
        '2 of',
        'sum',
        '>=',
        '60%',
        '4',
        '#',
        '가',
        '\n',
        '.full',
        '@',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map(some => some.join(' ')),
        ),
        text => void resolved(text),
      ),
    )
  })
})
