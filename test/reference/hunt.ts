import fc from 'fast-check'
import { stringify } from 'yaml'
import { agreement, differenceOf } from './agreement.js'

// Looks for systems on which the engine and the reference differ, beyond what the tests try:
// `npx tsx test/reference/hunt.ts [systems] [first seed] [seeds]`. Prints one shrunk system per seed that finds any.

const systems = Number(process.argv[2] ?? 10_000)
const firstSeed = Number(process.argv[3] ?? 1)
const seeds = Number(process.argv[4] ?? 1)
let found = 0
for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
  const details = fc.check(agreement, { numRuns: systems, seed })
  if (!details.failed) continue
  found++
  const [system, horizonMs] = details.counterexample!
  const { engine, reference } = differenceOf(system, horizonMs)!
  console.log(`# seed ${seed}, after ${details.numRuns} systems, to ${horizonMs} ms`)
  console.log(`${stringify(system)}# engine ${engine.join('; ')}\n# rules  ${reference.join('; ')}\n`)
}
console.log(`${seeds * systems} systems tried, ${found} of ${seeds} seeds found a difference`)
