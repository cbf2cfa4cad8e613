import type { IfOutcome, Verdict } from '../assess/assessment.js'
import { pathText } from './conditions.js'

const pathsText = (paths: readonly (readonly (string | number)[])[]) => paths.map(pathText)

/** One combination of ifs as JSON: paths as text, the rest as `assess/` has it, hours that are withheld left out. */
export function ifJson(caseId: string, outcome: IfOutcome): object {
  return {
    case: caseId,
    ...outcome,
    changed: pathsText(outcome.changed),
    problems: outcome.problems.map(({ path, ...problem }) => ({ ...problem, path: pathText(path) })),
    verdicts: outcome.verdicts.map(verdictJson),
  }
}

/** Where the record contradicts the model about a service, only what holds of its structure is told. */
function verdictJson(verdict: Verdict): object {
  const structural = { ...verdict.structural, rests: pathsText(verdict.structural.rests) }
  const { timed } = verdict
  if (timed === null) {
    const { component, kind, withheldBy } = verdict
    const told = structural.goesDown ? 'contradicted' : kind
    return { component, kind: told, structural, timed, withheldBy }
  }
  const flips = timed.flips.map(flip => ({ ...flip, path: pathText(flip.path) }))
  return { ...verdict, structural, timed: { ...timed, flips } }
}
