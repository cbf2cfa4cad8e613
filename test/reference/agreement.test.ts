import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { agreement, differenceOf } from './agreement.js'
import { interpret } from './interpreter.js'
import { randomSystem } from './randomSystem.js'

// The engine and the reference give the same changes for any system. More of them, and others:
// `MANIL_SYSTEMS=50000 MANIL_SEED=7 npx vitest run test/reference/agreement.test.ts`.

const SYSTEMS = Number(process.env.MANIL_SYSTEMS ?? 2_500)
/** Fixed where none is given, so that a red run can be repeated. */
const SEED = Number(process.env.MANIL_SEED ?? 20221015)

test(
  `the engine and the reference agree on ${SYSTEMS} random systems`,
  () => {
    const details = fc.check(agreement, { numRuns: SYSTEMS, seed: SEED })
    if (!details.failed) return
    const [system, horizonMs] = details.counterexample!
    const { engine, reference } = differenceOf(system, horizonMs)!
    expect(engine, `seed ${SEED}, to ${horizonMs} ms:\n${stringify(system)}`).toEqual(reference)
  },
  60_000 + 20 * SYSTEMS,
)

test('random systems are worth comparing: each of these is met in one of twenty', () => {
  const systems = fc.sample(randomSystem, { numRuns: 1_000, seed: SEED })
  const seen = new Map<string, number>()
  for (const system of systems) {
    const noticed = new Set<string>()
    interpret(system, undefined, what => noticed.add(what))
    for (const what of noticed) seen.set(what, (seen.get(what) ?? 0) + 1)
  }
  const wanted = [
    'paused',
    'waits for a crew',
    'repair work done',
    'end of hold-up',
    'standby or `when` begun',
  ]
  const rare = wanted.filter(what => (seen.get(what) ?? 0) < systems.length / 20)
  expect(rare).toEqual([])
})
