import type { IfOutcome } from '../assess/assessment.js'
import { pathText } from './conditions.js'

/** One combination of ifs as JSON: paths as text, the rest as `assess/` has it. */
export function ifJson(caseId: string, outcome: IfOutcome): object {
  const paths = (given: readonly (readonly (string | number)[])[]) => given.map(pathText)
  return {
    case: caseId,
    ...outcome,
    changed: paths(outcome.changed),
    problems: outcome.problems.map(({ path, ...problem }) => ({ ...problem, path: pathText(path) })),
    verdicts: outcome.verdicts.map(verdict => ({
      ...verdict,
      structural: { ...verdict.structural, rests: paths(verdict.structural.rests) },
      timed: verdict.timed && {
        ...verdict.timed,
        flips: verdict.timed.flips.map(flip => ({ ...flip, path: pathText(flip.path) })),
      },
    })),
  }
}
