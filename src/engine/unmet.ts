import { type Expression, holds } from './expression.js'
import type { System } from './system.js'

/** Sets kept at each part of an expression while the smallest is sought. More alternatives than this are not compared. */
const alternativesKept = 64

/**
 * The smallest set of components that would have to come up further for an expression to hold, in the order of the
 * document; of equally small ones the first in the order of the text. Empty if it holds, or if no component can bring
 * it about (a `not` of what is up).
 */
export function smallestUnmet(system: System, expression: Expression, levels: ArrayLike<number>): number[] {
  return alternatives(system, expression, levels)[0] ?? []
}

function alternatives(system: System, expression: Expression, levels: ArrayLike<number>): number[][] {
  if (holds(expression, levels)) return [[]]
  switch (expression.op) {
    case 'units':
      return makeUp(system, expression.components, expression.atLeast, levels)
    case 'all':
      return combined(
        expression.of.map(part => alternatives(system, part, levels)),
        expression.of.length,
      )
    case 'any':
      return smallest(expression.of.flatMap(part => alternatives(system, part, levels)))
    case 'some':
      return combined(
        expression.of.map(part => alternatives(system, part, levels)),
        expression.atLeast,
      )
    case 'not':
      return [[]]
  }
}

/** The sets, none with a member too many, whose missing units make up for what a sum lacks. */
function makeUp(
  system: System,
  components: readonly number[],
  atLeast: number,
  levels: ArrayLike<number>,
): number[][] {
  const missing = new Map<number, number>()
  let lacking = atLeast
  for (const component of components) {
    lacking -= levels[component]!
    const units = system.components[component]!.count - levels[component]!
    missing.set(component, (missing.get(component) ?? 0) + units)
  }
  const order = [...missing].filter(([, units]) => units > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  // What all from each place on could bring: a set that cannot suffice any more is given up.
  const rest: number[] = []
  order.reduceRight((sum, [, units], at) => {
    rest[at] = sum + units
    return sum + units
  }, 0)
  const sets: number[][] = []
  const extend = (at: number, set: readonly number[], still: number): void => {
    if (sets.length === alternativesKept) return
    if (still <= 0) sets.push([...set].sort((a, b) => a - b))
    else if ((rest[at] ?? 0) >= still) {
      extend(at + 1, [...set, order[at]![0]], still - order[at]![1])
      extend(at + 1, set, still)
    }
  }
  extend(0, [], lacking)
  return smallest(sets)
}

/** The unions in which `wanted` of the parts are met. */
function combined(parts: readonly number[][][], wanted: number): number[][] {
  // met[n]: the smallest unions found so far that meet n parts.
  let met: number[][][] = [[[]]]
  for (const part of parts) {
    const next: number[][][] = []
    for (let count = 0; count <= met.length && count <= wanted; count++) {
      const without = met[count] ?? []
      const withIt = (met[count - 1] ?? []).flatMap(set => part.map(other => union(set, other)))
      next[count] = smallest([...without, ...withIt])
    }
    met = next
  }
  return met[wanted] ?? []
}

function union(a: readonly number[], b: readonly number[]): number[] {
  return [...new Set([...a, ...b])].sort((one, other) => one - other)
}

function smallest(sets: readonly number[][]): number[][] {
  const seen = new Set<string>()
  const distinct = sets.filter(set => {
    const key = set.join(' ')
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
  return distinct.sort((a, b) => a.length - b.length).slice(0, alternativesKept)
}
