import type { CasePath } from '../model/problem.js'
import type { Fidelity, IfOutcome, Verdict } from './assessment.js'
import { compare, type Pair } from './difference.js'
import { fidelity as assessFidelity } from './fidelity.js'
import { objectiveOutcomes } from './objectives.js'
import { outcomeIn } from './outcome.js'
import { type Sensitivity, sensitivityOf } from './sensitivity.js'
import type { CaseSession, Variant } from './session.js'
import { structures } from './structural.js'

export interface JudgeOptions {
  /**
   * Whether every range is run at both ends, for the timed part's span and flips and for what the structural part rests on.
   * Without it (`tried` is 0) a verdict is there at once.
   */
  readonly sensitivity?: boolean
  /** Computed where it is not given. */
  readonly fidelity?: Fidelity
  readonly scenario?: string
}

/** The verdicts of a combination of ifs: the run with them held against the run without, service by service. */
export function judge(session: CaseSession, ifs: readonly string[], options: JudgeOptions = {}): IfOutcome {
  const scenarioId = options.scenario ?? 'main'
  const before = session.with([], scenarioId)
  const after = session.with(ifs, scenarioId)
  const objectivesBefore = objectiveOutcomes(before)
  if (after.failed) {
    return {
      ifs: after.ifs,
      verdicts: [],
      objectives: [],
      objectivesBefore,
      changed: [],
      problems: after.problems,
    }
  }
  const pairs = pairsOf(session.services, before, after)
  const fidelity = options.fidelity ?? assessFidelity(session)
  const sensitivity = options.sensitivity === true ? sensitivityOf(session, before, after, pairs) : null
  const structuresBefore = structures(before.run, indexes(before, pairs))
  const structuresAfter = structures(after.run, indexes(after, pairs))
  const verdicts = pairs.map((pair, place): Verdict => {
    const was = structuresBefore[place]
    const is = structuresAfter[place]
    const withheldBy = fidelity.contradicted.get(pair.before.component) ?? []
    const difference = compare(pair.before.down, pair.after.down)
    return {
      component: pair.before.component,
      ...difference,
      impairedDeltaMs: pair.after.impairedMs - pair.before.impairedMs,
      before: pair.before,
      after: pair.after,
      structural: {
        goesDown: is?.goesDown ?? false,
        comesBack: is?.comesBack ?? 'by-itself',
        unchanged: was?.goesDown === is?.goesDown && was?.comesBack === is?.comesBack,
        rests: sensitivity?.rests[place]?.paths ?? [],
        together: sensitivity?.rests[place]?.together ?? false,
        tried: sensitivity?.tried ?? 0,
        untried: sensitivity?.untried ?? 0,
      },
      timed: withheldBy.length > 0 ? null : timedPart(difference.deltaMs, sensitivity, place),
      withheldBy,
    }
  })
  return {
    ifs: after.ifs,
    verdicts,
    objectives: objectiveOutcomes(after),
    objectivesBefore,
    changed: changedPaths(before, after),
    problems: after.problems,
  }
}

function timedPart(deltaMs: number, sensitivity: Sensitivity | null, place: number): Verdict['timed'] {
  const timed = sensitivity?.timed[place]
  return timed ?? { deltaMs, lowMs: deltaMs, highMs: deltaMs, flips: [] }
}

function pairsOf(services: readonly string[], before: Variant, after: Variant): readonly Pair[] {
  const pairs: Pair[] = []
  for (const component of services) {
    const was = outcomeIn(before, component)
    const is = outcomeIn(after, component)
    if (was !== null && is !== null) pairs.push({ before: was, after: is })
  }
  return pairs
}

function indexes(variant: Variant, pairs: readonly Pair[]): readonly number[] {
  return pairs.map(pair => variant.compiled.indexOf.get(pair.before.component) ?? -1)
}

/** What the ifs change beyond what the scenario itself brings. */
function changedPaths(before: Variant, after: Variant): readonly CasePath[] {
  const known = new Set(before.changed.map(path => JSON.stringify(path)))
  return after.changed.filter(path => !known.has(JSON.stringify(path)))
}
