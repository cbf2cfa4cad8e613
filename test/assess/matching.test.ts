// What was seen of a component is matched with its transitions as well as it can be: as many as possible, then with the least sum
// of errors, held against every possible choice.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { errorOf, matchInOrder, type Sighting } from '../../src/assess/matching.js'

/** Unmatched sightings, then the sum of errors; null where a choice is not in order. */
function costOf(sightings: readonly Sighting[], choice: readonly (number | null)[]): [number, number] | null {
  let [unmatched, errors] = [0, 0]
  let last: { at: number; timeMs: number } | null = null
  for (const [at, timeMs] of choice.entries()) {
    if (timeMs === null) {
      unmatched++
      continue
    }
    if (last !== null) {
      const one = sightings[last.at]!.state
      const apart =
        one === sightings[at]!.state && sightings.slice(last.at + 1, at).some(({ state }) => state !== one)
      if (timeMs < last.timeMs || (apart && timeMs === last.timeMs)) return null
    }
    errors += Math.abs(errorOf(sightings[at]!, timeMs))
    last = { at, timeMs }
  }
  return [unmatched, errors]
}

function bestCost(sightings: readonly Sighting[]): [number, number] {
  let best: [number, number] = [sightings.length, 0]
  const choose = (choice: (number | null)[]) => {
    if (choice.length < sightings.length) {
      for (const timeMs of [null, ...sightings[choice.length]!.candidates]) choose([...choice, timeMs])
      return
    }
    const cost = costOf(sightings, choice)
    if (cost !== null && (cost[0] < best[0] || (cost[0] === best[0] && cost[1] < best[1]))) best = cost
  }
  choose([])
  return best
}

it('is the best of all choices', () => {
  const times = { up: [3, 10, 20], down: [0, 7, 12], impaired: [12] }
  const sighting = fc
    .record({
      state: fc.constantFrom('up' as const, 'down' as const, 'impaired' as const),
      fromMs: fc.nat(25),
      long: fc.nat(4),
    })
    .map(({ state, fromMs, long }) => ({ state, fromMs, toMs: fromMs + long, candidates: times[state] }))
  fc.assert(
    fc.property(fc.array(sighting, { maxLength: 6 }), given => {
      const sightings = given.sort((a, b) => a.fromMs + a.toMs - b.fromMs - b.toMs)
      expect(costOf(sightings, matchInOrder(sightings))).toEqual(bestCost(sightings))
    }),
    { numRuns: 500 },
  )
})
