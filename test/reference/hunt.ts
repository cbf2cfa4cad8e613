import fc from 'fast-check'
import { stringify } from 'yaml'
import { differenceOf } from './agreement.js'
import { randomSystem } from './randomSystem.js'

// Looks for systems on which the engine and the reference differ, beyond what the tests try:
// `npx tsx test/reference/hunt.ts [systems] [first seed] [seeds]`. Prints one shrunk system per seed that finds any.

const systems = Number(process.argv[2] ?? 10_000)
const firstSeed = Number(process.argv[3] ?? 1)
const seeds = Number(process.argv[4] ?? 1)
let found = 0
for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
  const details = fc.check(
    fc.property(randomSystem, system => differenceOf(system) === undefined),
    { numRuns: systems, seed },
  )
  if (!details.failed) continue
  found++
  const [system] = details.counterexample!
  const difference = differenceOf(system)!
  console.log(`# seed ${seed}, after ${details.numRuns} systems\n${stringify(system)}`)
  console.log(`# engine ${difference.engine.join('; ')}\n# rules  ${difference.reference.join('; ')}\n`)
}
console.log(`${seeds * systems} systems tried, ${found} seeds with a difference`)
