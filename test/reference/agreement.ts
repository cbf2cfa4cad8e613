import fc from 'fast-check'
import type { WrittenSystem } from './document.js'
import { runDocument } from './engineUnderTest.js'
import { inOrder, type Outcome } from './history.js'
import { interpret } from './interpreter.js'
import { randomSystem } from './randomSystem.js'

const MINUTE_MS = 60_000
const MONTH_MS = 30 * 86_400_000

/** What the two say, where they do not say the same. */
export interface Difference {
  engine: string[]
  reference: string[]
}

/** Runs a system on the engine and on the reference; undefined where they agree. */
export function differenceOf(system: WrittenSystem, horizonMs: number): Difference | undefined {
  const engine = linesOf(system, runDocument(system, horizonMs))
  const reference = linesOf(system, interpret(system, horizonMs))
  return engine.join('\n') === reference.join('\n') ? undefined : { engine, reference }
}

function linesOf(system: WrittenSystem, outcome: Outcome): string[] {
  return 'error' in outcome
    ? [`${outcome.error}: ${outcome.components.join(' ')}`]
    : inOrder(system, outcome.changes)
}

/** The engine and the reference agree on a random system; some are watched for a short time only. */
export const agreement = fc.property(
  randomSystem,
  fc.constantFrom(MONTH_MS, MONTH_MS, MONTH_MS, 20 * MINUTE_MS, 45 * MINUTE_MS),
  (system, horizonMs) => differenceOf(system, horizonMs) === undefined,
)
