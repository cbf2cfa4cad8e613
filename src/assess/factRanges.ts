import type { CasePath } from '../model/problem.js'
import type { FactOutcome } from './assessment.js'
import { scenarioFacts } from './fidelity.js'
import { type Ends, runAt, TRIED_UNKNOWNS } from './sensitivity.js'
import type { CaseSession, Variant } from './session.js'
import { type End, unknownsOf } from './variation.js'

/** The end of a range at which a fact fares otherwise than at the medians. */
export interface Turning {
  /** One path, or all that have a range where only all together do it. */
  readonly paths: readonly CasePath[]
  readonly end: End
  readonly verdict: FactOutcome['verdict']
  readonly simulatedMs: number | null
}

/** How one expectation of a fact fares over the ranges of the model. */
export interface FactRange {
  /** At the medians. */
  readonly outcome: FactOutcome
  /** The earliest and the latest time at which any of the runs has it; null where none has. */
  readonly earliestMs: number | null
  readonly latestMs: number | null
  /** Ranges by which its time moves at all. */
  readonly moving: readonly CasePath[]
  /** Ends of ranges that would give another verdict on the fact. */
  readonly turning: readonly Turning[]
}

/** What the ranges of a scenario's quantities say about its facts. */
export interface FactRanges {
  readonly facts: readonly FactRange[]
  /** Settings of the ranges that were run: medians, each range at both ends, all low, all high. */
  readonly tried: number
  readonly untried: number
}

/**
 * Holds the facts of a scenario against runs with each unknown at both ends of its range, and with all low and all high: which
 * ranges would have changed the answer? What only several unknowns do in between is not tried.
 */
export function factRanges(session: CaseSession, scenarioId: string): FactRanges {
  return session.remember(`fact ranges ${scenarioId}`, () => {
    const variant = session.with([], scenarioId)
    const all = unknownsOf(variant.scenario)
    const unknowns = all.slice(0, TRIED_UNKNOWNS)
    const settings: { paths: readonly CasePath[]; end: End; ends: Ends }[] = unknowns.flatMap(
      ({ key, path }) =>
        (['low', 'high'] as const).map(end => ({ paths: [path], end, ends: new Map([[key, end]]) })),
    )
    if (unknowns.length > 1) {
      for (const end of ['low', 'high'] as const) {
        const paths = unknowns.map(({ path }) => path)
        settings.push({ paths, end, ends: new Map(unknowns.map(({ key }) => [key, end])) })
      }
    }
    const trials = settings.flatMap(({ paths, end, ends }) => {
      const held = heldAt(variant, ends)
      return held === null ? [] : [{ paths, end, held }]
    })
    const facts = heldIn(variant).map((outcome): FactRange => {
      const told = trials.map(({ paths, end, held }) => {
        const there = held.find(other => isSame(other, outcome)) ?? outcome
        return { paths, end, verdict: there.verdict, simulatedMs: there.simulatedMs }
      })
      const single = told.filter(({ paths }) => paths.length === 1)
      const alone = single.filter(({ verdict }) => verdict !== outcome.verdict)
      const times = [outcome, ...told].flatMap(({ simulatedMs }) =>
        simulatedMs === null ? [] : [simulatedMs],
      )
      return {
        outcome,
        earliestMs: times.length === 0 ? null : Math.min(...times),
        latestMs: times.length === 0 ? null : Math.max(...times),
        moving: distinct(single.filter(({ simulatedMs }) => simulatedMs !== outcome.simulatedMs)),
        // All together are only told where none does it alone.
        turning: alone.length > 0 ? alone : told.filter(({ verdict }) => verdict !== outcome.verdict),
      }
    })
    return { facts, tried: trials.length + 1, untried: all.length - unknowns.length }
  })
}

function heldAt(variant: Variant, ends: Ends): readonly FactOutcome[] | null {
  const run = runAt(variant, ends)
  return run === null ? null : heldIn({ ...variant, run })
}

/** The facts that are held against a run; those that tell of nothing in it are left out. */
const heldIn = (variant: Variant) =>
  scenarioFacts(variant).filter(({ kind, verdict }) => kind !== 'context' && verdict !== 'not-modelled')

const isSame = (a: FactOutcome, b: FactOutcome) =>
  a.id === b.id && a.component === b.component && a.state === b.state

function distinct(told: readonly { readonly paths: readonly CasePath[] }[]): readonly CasePath[] {
  return [...new Map(told.flatMap(({ paths }) => paths).map(path => [JSON.stringify(path), path])).values()]
}
