import type { Interval, Run } from '../engine/history.js'
import { downIntervals } from '../engine/levels.js'
import { run as simulate } from '../engine/run.js'
import type { CasePath } from '../model/problem.js'
import type { Flip, Verdict } from './assessment.js'
import { compare, type Pair } from './difference.js'
import type { CaseSession, Variant } from './session.js'
import { type Structure, structures } from './structural.js'
import { atEnds, type End, type Unknown, unknownsOf } from './variation.js'

/** Unknowns whose ranges are run, in the order of the document; more of them are counted as untried. */
export const TRIED_UNKNOWNS = 250

/** What running every range at both ends says, by place in the list of services. */
export interface Sensitivity {
  /** How many ways of setting the ranges were run: each at both ends, all low, all high. */
  readonly tried: number
  readonly untried: number
  readonly timed: readonly NonNullable<Verdict['timed']>[]
  readonly rests: readonly { readonly paths: readonly CasePath[]; readonly together: boolean }[]
}

/** Intervals down, by place in the list of services. */
type Downtimes = readonly (readonly Interval[])[]

export type Ends = ReadonlyMap<string, End>

/** Intervals down without and with the ifs under the same setting of the ranges, and the structure of the latter. */
interface Trial {
  readonly before: Downtimes
  readonly after: Downtimes
  readonly structures: readonly Structure[]
}

/**
 * Runs both variants with each unknown at both ends of its range, and with all low and all high. One end after the other
 * does not try what only several unknowns together would do in between; the number of trials is said with the answer.
 */
export function sensitivityOf(
  session: CaseSession,
  before: Variant,
  after: Variant,
  pairs: readonly Pair[],
): Sensitivity {
  const all = unionOf(unknownsOf(before.scenario), unknownsOf(after.scenario))
  const unknowns = all.slice(0, TRIED_UNKNOWNS)
  const indexesAfter = pairs.map(pair => after.compiled.indexOf.get(pair.before.component) ?? -1)
  const median = structures(after.run, indexesAfter)
  const indexesBefore = pairs.map(pair => before.compiled.indexOf.get(pair.before.component) ?? -1)
  const tryEnds = (ends: Ends): Trial | null => {
    const was = baselineAt(session, before, ends, indexesBefore)
    const run = runAt(after, ends)
    if (was === null || run === null) return null
    const is = indexesAfter.map(index => downIntervals(run, index))
    return { before: was, after: is, structures: structures(run, indexesAfter) }
  }
  const single = unknowns.flatMap(({ key, path }) =>
    (['low', 'high'] as const).map(end => ({ path, end, trial: tryEnds(new Map([[key, end]])) })),
  )
  const joint = (['low', 'high'] as const).map(end => ({
    end,
    trial: unknowns.length > 1 ? tryEnds(new Map(unknowns.map(({ key }) => [key, end]))) : null,
  }))
  const differs = (trial: Trial | null, place: number) =>
    trial !== null && !sameStructure(trial.structures[place], median[place])

  const timed = pairs.map((pair, place) => {
    const { kind, deltaMs } = compare(pair.before.down, pair.after.down)
    let lowMs = deltaMs
    let highMs = deltaMs
    const flips: Flip[] = []
    for (const { path, end, trial } of single) {
      if (trial === null) continue
      const there = compare(trial.before[place] ?? [], trial.after[place] ?? [])
      lowMs = Math.min(lowMs, there.deltaMs)
      highMs = Math.max(highMs, there.deltaMs)
      if (there.kind !== kind) flips.push({ path, end, kind: there.kind, deltaMs: there.deltaMs })
    }
    return { deltaMs, lowMs, highMs, flips }
  })
  const rests = pairs.map((_, place) => {
    const paths = distinct(single.filter(({ trial }) => differs(trial, place)).map(({ path }) => path))
    if (paths.length > 0) return { paths, together: false }
    for (const { end, trial } of joint) {
      if (!differs(trial, place)) continue
      const breaking = leastOf(unknowns, kept =>
        differs(tryEnds(new Map(kept.map(({ key }) => [key, end]))), place),
      )
      return { paths: breaking.map(({ path }) => path), together: true }
    }
    return { paths: [], together: false }
  })
  const trials = [...single, ...joint].filter(({ trial }) => trial !== null).length
  return { tried: trials + 1, untried: all.length - unknowns.length, timed, rests }
}

/** Takes unknowns away one after the other while what is left still breaks: none of the rest can be spared. */
function leastOf(
  unknowns: readonly Unknown[],
  breaks: (kept: readonly Unknown[]) => boolean,
): readonly Unknown[] {
  let kept = unknowns
  for (const unknown of unknowns) {
    const fewer = kept.filter(other => other !== unknown)
    if (breaks(fewer)) kept = fewer
  }
  return kept
}

/** The baseline at the same ends is asked for by every if: the session remembers it. */
function baselineAt(
  session: CaseSession,
  before: Variant,
  ends: Ends,
  indexes: readonly number[],
): Downtimes | null {
  const key = `downtimes ${before.scenario.id} ${JSON.stringify([indexes, ...ends])}`
  return session.remember(key, () => {
    const run = runAt(before, ends)
    return run === null ? null : indexes.map(index => downIntervals(run, index))
  })
}

/** The variant run with unknowns at ends of their ranges; null where it does not settle. */
export function runAt(variant: Variant, ends: Ends): Run | null {
  const input = atEnds(variant.scenario, ends)
  const result = simulate(input.system, input.scenario)
  return result.ok ? result.run : null
}

function sameStructure(a: Structure | undefined, b: Structure | undefined): boolean {
  return a?.goesDown === b?.goesDown && a?.comesBack === b?.comesBack
}

function unionOf(a: readonly Unknown[], b: readonly Unknown[]): readonly Unknown[] {
  return [...new Map([...a, ...b].map(unknown => [unknown.key, unknown])).values()]
}

function distinct(paths: readonly CasePath[]): readonly CasePath[] {
  return [...new Map(paths.map(path => [JSON.stringify(path), path])).values()]
}
