import type { WrittenSystem } from './document.js'
import { runDocument } from './engineUnderTest.js'
import { byInstant } from './history.js'
import { interpret, type Outcome } from './interpreter.js'

const DAY_MS = 86_400_000

/** What the two say, where they do not say the same. */
export interface Difference {
  engine: string[]
  reference: string[]
}

/** Runs a system on the engine and on the reference; undefined where they agree. */
export function differenceOf(system: WrittenSystem, horizonMs = 30 * DAY_MS): Difference | undefined {
  const engine = linesOf(runDocument(system, horizonMs))
  const reference = linesOf(interpret(system, horizonMs))
  return engine.join('\n') === reference.join('\n') ? undefined : { engine, reference }
}

function linesOf(outcome: Outcome): string[] {
  return 'error' in outcome
    ? [`${outcome.error}: ${outcome.components.join(' ')}`]
    : byInstant(outcome.changes)
}
