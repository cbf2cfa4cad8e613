import type { Fidelity } from '../assess/assessment.js'
import { duration } from '../words/durations.js'
import type { Context } from './context.js'

/** How far the model can be trusted, in one line. It stands wherever a verdict stands. */
export function fidelityLine(fidelity: Fidelity, context: Context): string {
  const { words, language } = context
  const { tests, medianErrorMs } = fidelity
  if (tests.total === 0) return words.run.noTests
  const median = medianErrorMs === null ? null : duration(medianErrorMs, language)
  return words.run.fidelity(tests.agree, tests.total, median)
}
