import fc from 'fast-check'
import { interpret } from './interpreter.js'
import { randomSystem } from './randomSystem.js'

// What share of random systems has each of the things that the reference notices:
// `npx tsx test/reference/coverage.ts [systems] [seed]`. Each should be met in at least one of twenty.

const systems = Number(process.argv[2] ?? 3000)
const seed = Number(process.argv[3] ?? 1)
const seen = new Map<string, number>()
for (const system of fc.sample(randomSystem, { numRuns: systems, seed })) {
  const noticed = new Set<string>()
  const outcome = interpret(system, undefined, what => noticed.add(what))
  if ('error' in outcome) noticed.add('loop')
  else if (outcome.changes.length > 5) noticed.add('more than five changes')
  for (const what of noticed) seen.set(what, (seen.get(what) ?? 0) + 1)
}
for (const [what, count] of [...seen].sort((a, b) => b[1] - a[1])) {
  console.log(`${((100 * count) / systems).toFixed(1).padStart(5)} %  ${what}`)
}
