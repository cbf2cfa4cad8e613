import type { Run } from '../engine/history.js'
import type { CompiledCase } from '../model/compiled.js'
import { type CompiledFact, compileFacts } from '../model/facts.js'
import type { State } from './states.js'

/** What one fact expects of one component, with the component's index in the run of the fact's scenario. */
export interface Expectation {
  readonly fact: CompiledFact
  /** Component id. */
  readonly component: string
  readonly index: number
  readonly mode: 'changes' | 'shows'
  readonly state: State
}

/** The length of an outage as the record tells it. The two differ where the record does not say when it ended. */
export interface RecordedOutage {
  readonly fromMs: number
  readonly atLeastMs: number
  readonly atMostMs: number
}

const remembered = new WeakMap<CompiledCase, readonly CompiledFact[]>()

/** The facts of a compiled case, read once: many ask for them. */
export function factsOf(compiled: CompiledCase): readonly CompiledFact[] {
  const known = remembered.get(compiled) ?? compileFacts(compiled)
  remembered.set(compiled, known)
  return known
}

/** A fact's time as one instant: `by T` and `after T` at T, an interval in its middle. */
export function instantOf(fact: CompiledFact): number {
  const { fromMs, toMs } = fact.time
  if (fromMs === null) return toMs ?? 0
  return toMs === null ? fromMs : Math.round((fromMs + toMs) / 2)
}

/** The expectations of facts of one scenario, sorted by time; facts of one instant in the order of the document. */
export function expectationsOf(
  facts: readonly CompiledFact[],
  compiled: CompiledCase,
): readonly Expectation[] {
  return facts
    .flatMap(fact =>
      fact.expectations.map(({ component, mode, state }) => ({
        fact,
        component: compiled.ids[component] ?? '',
        index: component,
        mode,
        state: stateOf(state),
      })),
    )
    .sort((a, b) => instantOf(a.fact) - instantOf(b.fact))
}

/**
 * The recorded outage of a component, from the expectations about it alone: from the first fact that has it not fully up to the
 * last fact that has it up again. Without the former it began with the scenario. Without the latter it lasted at least until
 * the last fact about the component, and the record, which ends at `recordEndMs`, does not say how long: what
 * depends on its length is then decided only where both lengths agree.
 */
export function recordedOutage(
  expectations: readonly Expectation[],
  run: Run,
  recordEndMs: number,
): RecordedOutage {
  const away = expectations.filter(expectation => !isUp(expectation, run))
  const firstAway = away[0]
  const fromMs = firstAway === undefined ? 0 : Math.max(0, instantOf(firstAway.fact))
  const returns = expectations.filter(
    expectation => isUp(expectation, run) && instantOf(expectation.fact) >= fromMs,
  )
  const lastReturn = returns.at(-1)
  const lastAway = away.at(-1)
  const back =
    lastReturn !== undefined &&
    (lastAway === undefined || instantOf(lastReturn.fact) >= instantOf(lastAway.fact))
  if (back) {
    const lengthMs = instantOf(lastReturn.fact) - fromMs
    return { fromMs, atLeastMs: lengthMs, atMostMs: lengthMs }
  }
  const last = expectations.at(-1)
  const lastMs = last === undefined ? fromMs : instantOf(last.fact)
  const endMs = Math.min(Math.max(recordEndMs, lastMs), run.scenario.horizonMs)
  return { fromMs, atLeastMs: Math.max(0, lastMs - fromMs), atMostMs: Math.max(0, endMs - fromMs) }
}

function isUp({ state, index }: Expectation, run: Run): boolean {
  const count = run.system.components[index]?.count ?? 1
  if ('level' in state) return state.level === 'up'
  return ('exactly' in state ? state.exactly : state.atLeast) >= count
}

function stateOf(state: CompiledFact['expectations'][number]['state']): State {
  if (state.level !== undefined && state.level !== null) return { level: state.level }
  if (state.atLeast !== undefined && state.atLeast !== null) return { atLeast: state.atLeast }
  return { exactly: state.exactly ?? 0 }
}
