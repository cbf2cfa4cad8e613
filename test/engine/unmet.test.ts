import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Expression, holds } from '../../src/engine/expression.js'
import type { System } from '../../src/engine/system.js'
import { smallestUnmet } from '../../src/engine/unmet.js'

// The smallest set of unmet needs, held against a search through all sets.

const SIZE = 5
const counts = [1, 1, 2, 3, 4]
const system = { components: counts.map(count => ({ count })) } as unknown as System

const leaf: fc.Arbitrary<Expression> = fc
  .uniqueArray(fc.nat(SIZE - 1), { minLength: 1, maxLength: 3 })
  .chain(components => {
    const total = components.reduce((sum, component) => sum + counts[component]!, 0)
    return fc.integer({ min: 1, max: total }).map(atLeast => ({ op: 'units' as const, components, atLeast }))
  })

const expression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>(tie => {
  const of = fc.array(tie('tree'), { minLength: 1, maxLength: 3 })
  return {
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      of.map(parts => ({ op: 'all' as const, of: parts })),
      of.map(parts => ({ op: 'any' as const, of: parts })),
      of.chain(parts =>
        fc
          .integer({ min: 1, max: parts.length })
          .map(atLeast => ({ op: 'some' as const, atLeast, of: parts })),
      ),
    ),
  }
}).tree

test('it suffices, and no smaller set does', () => {
  fc.assert(
    fc.property(expression, fc.tuple(...counts.map(count => fc.nat(count))), (needs, levels) => {
      const suffices = (set: readonly number[]) =>
        holds(
          needs,
          levels.map((level, component) => (set.includes(component) ? counts[component]! : level)),
        )
      const found = smallestUnmet(system, needs, levels)
      expect(suffices(found)).toBe(true)
      for (let bits = 0; bits < 1 << SIZE; bits++) {
        const set = counts.map((_, component) => component).filter(component => bits & (1 << component))
        if (set.length < found.length) expect(suffices(set)).toBe(false)
      }
    }),
    { numRuns: 2_000, seed: 20221015 },
  )
})
