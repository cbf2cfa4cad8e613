import type { Interval, Run } from '../engine/history.js'
import type { CompiledFact } from '../model/facts.js'
import type { FactOutcome, FactSummary, FactVerdict, Fidelity } from './assessment.js'
import { kindOfFact } from './factKind.js'
import { errorOf, matchInOrder } from './matching.js'
import {
  type Expectation,
  expectationsOf,
  factsOf,
  instantOf,
  type RecordedOutage,
  recordedOutage,
} from './record.js'
import type { CaseSession, Variant } from './session.js'
import { changeBehind, type State, stateIntervals, transitionsInto } from './states.js'

/** An error up to this always agrees, however short the outage. */
export const AGREES_MS = 15 * 60_000
/** Shares of a service's recorded outage. */
const AGREES_SHARE = 0.05
const CONTRADICTED_SHARE = 0.25

/** How well the runs of a case agree with its facts. Every fact is held against the run of its own scenario. */
export function fidelity(session: CaseSession): Fidelity {
  return session.remember('fidelity', () => assessFidelity(session))
}

/** The same for one scenario of the case: only its own facts are counted. */
export function fidelityOf(session: CaseSession, scenarioId: string): Fidelity {
  return session.remember(`fidelity ${scenarioId}`, () => {
    const whole = fidelity(session)
    const facts = whole.facts.filter(({ scenario }) => scenario === scenarioId)
    return facts.length === whole.facts.length ? whole : { facts, ...summarise(facts) }
  })
}

function assessFidelity(session: CaseSession): Fidelity {
  const order = new Map(Object.keys(session.document.facts ?? {}).map((id, place) => [id, place]))
  const facts = session.compiled.scenarios.flatMap(({ id }) => scenarioFacts(session.with([], id)))
  facts.sort((a, b) => (order.get(a.id) ?? -1) - (order.get(b.id) ?? -1))
  return { facts, ...summarise(facts) }
}

/** The facts of one scenario held against a run of it; the components are those that the scenario's own ifs leave. */
export function scenarioFacts(variant: Variant): FactOutcome[] {
  const facts = factsOf(variant.compiled).filter(({ scenario }) => scenario === variant.scenario.id)
  const all = expectationsOf(facts, variant.compiled)
  const { horizonMs } = variant.scenario.scenario
  const held = all.filter(({ fact }) => isInRun(fact, horizonMs))
  const outcomes = all.filter(({ fact }) => !isInRun(fact, horizonMs)).map(notModelled)
  outcomes.push(...facts.filter(({ expectations }) => expectations.length === 0).map(contextOf))
  const last = held.at(-1)
  const recordEndMs = last === undefined ? 0 : instantOf(last.fact)
  for (const component of new Set(held.map(({ index }) => index))) {
    const own = held.filter(({ index }) => index === component)
    const outage = recordedOutage(own, variant.run, recordEndMs)
    const matched = matchedTimes(own, variant.run)
    own.forEach((expectation, place) => {
      outcomes.push(outcomeOf(expectation, variant, outage, matched[place] ?? null))
    })
  }
  return outcomes
}

/** The time of the transition that each expectation is matched with; of what `shows`, the nearest time at which it holds. */
function matchedTimes(own: readonly Expectation[], run: Run): readonly (number | null)[] {
  const changing = own.filter(({ mode }) => mode === 'changes')
  const intervals = remembering((index, state) => stateIntervals(run, index, state))
  const transitions = remembering((index, state) => transitionsInto(run, index, state))
  const matched = matchInOrder(
    changing.map(({ fact, index, state }) => ({
      fromMs: fact.time.fromMs,
      toMs: fact.time.toMs,
      state: nameOfState(state),
      candidates: transitions(index, state),
    })),
  )
  let next = 0
  return own.map(expectation => {
    if (expectation.mode === 'changes') return matched[next++] ?? null
    return nearestHolding(expectation, intervals(expectation.index, expectation.state))
  })
}

/** Many facts ask for one state of one component. */
function remembering<T>(make: (index: number, state: State) => T): (index: number, state: State) => T {
  const known = new Map<string, T>()
  return (index, state) => {
    const key = `${index} ${nameOfState(state)}`
    const made = known.get(key) ?? make(index, state)
    known.set(key, made)
    return made
  }
}

/** "By T" something is shown: it is so at T; "after T": at some time from T on. */
function shownInterval(fact: CompiledFact): { readonly fromMs: number | null; readonly toMs: number | null } {
  const { fromMs, toMs } = fact.time
  return fromMs === null ? { fromMs: toMs, toMs } : { fromMs, toMs }
}

function nearestHolding({ fact }: Expectation, holding: readonly Interval[]): number | null {
  const shown = shownInterval(fact)
  const wantedMs = Math.max(0, shown.fromMs ?? 0)
  let nearest: number | null = null
  for (const interval of holding) {
    const lastMs = interval.open || interval.toMs === interval.fromMs ? interval.toMs : interval.toMs - 1
    const timeMs = Math.min(Math.max(wantedMs, interval.fromMs), lastMs)
    const error = Math.abs(errorOf(shown, timeMs))
    if (nearest === null || error < Math.abs(errorOf(shown, nearest))) nearest = timeMs
  }
  return nearest
}

function outcomeOf(
  expectation: Expectation,
  variant: Variant,
  outage: RecordedOutage,
  simulatedMs: number | null,
): FactOutcome {
  const { fact, component, index, mode, state } = expectation
  const { run, scenario } = variant
  const observed = mode === 'shows' ? shownInterval(fact) : fact.time
  const errorMs = simulatedMs === null ? null : errorOf(observed, simulatedMs)
  const change = simulatedMs === null ? null : changeBehind(run, index, simulatedMs)
  return {
    id: fact.id,
    component,
    scenario: scenario.id,
    state: nameOfState(state),
    ...kindOfFact(fact, variant, change, simulatedMs !== null),
    verdict: verdictOf(errorMs, outage),
    observed: { fromMs: fact.time.fromMs, toMs: fact.time.toMs },
    simulatedMs,
    errorMs,
  }
}

function verdictOf(errorMs: number | null, outage: RecordedOutage): FactVerdict {
  if (errorMs === null) return 'contradicted'
  const error = Math.abs(errorMs)
  if (error <= AGREES_MS || error <= outage.atLeastMs * AGREES_SHARE) return 'agrees'
  return error > outage.atMostMs * CONTRADICTED_SHARE ? 'contradicted' : 'off'
}

/** Whether a fact speaks of the time that the run covers. */
function isInRun({ time }: CompiledFact, horizonMs: number): boolean {
  if (time.toMs !== null && time.toMs < 0) return false
  return time.fromMs === null || time.fromMs <= horizonMs
}

function notModelled({ fact, component, state }: Expectation): FactOutcome {
  const bound = fact.time.kind === 'by' || fact.time.kind === 'after'
  return {
    ...unheld(fact),
    component,
    state: nameOfState(state),
    kind: bound ? 'bound' : 'test',
    verdict: 'not-modelled',
  }
}

function contextOf(fact: CompiledFact): FactOutcome {
  return { ...unheld(fact), component: '', state: '', kind: 'context', verdict: 'not-modelled' }
}

function unheld(fact: CompiledFact) {
  return {
    id: fact.id,
    scenario: fact.scenario,
    observed: { fromMs: fact.time.fromMs, toMs: fact.time.toMs },
    simulatedMs: null,
    errorMs: null,
    fittedBy: [],
  }
}

function nameOfState(state: State): string {
  if ('level' in state) return state.level
  return 'exactly' in state ? String(state.exactly) : `at least ${state.atLeast}`
}

const KINDS = ['context', 'input', 'bound', 'test', 'fitted'] as const
const VERDICTS = ['not-modelled', 'agrees', 'off', 'contradicted'] as const

/** A fact is of the strictest kind that one of its expectations has, and fares as the worst of them. */
function summariseFact(outcomes: readonly FactOutcome[]): FactSummary {
  const worst = outcomes.reduce((a, b) => (rank(b) > rank(a) ? b : a))
  const { id, verdict, observed, simulatedMs, errorMs } = worst
  const kind = outcomes.reduce((a, b) => (KINDS.indexOf(b.kind) > KINDS.indexOf(a.kind) ? b : a)).kind
  return {
    id,
    kind,
    verdict,
    observed,
    simulatedMs,
    errorMs,
    fittedBy: outcomes.flatMap(one => one.fittedBy),
  }
}

/** Worse verdicts above better ones; within one verdict, larger errors (no transition at all: the largest). */
function rank({ verdict, errorMs }: FactOutcome): number {
  const error = errorMs === null ? Number.MAX_SAFE_INTEGER : Math.abs(errorMs)
  return VERDICTS.indexOf(verdict) + error / (Number.MAX_SAFE_INTEGER + 1)
}

function summarise(facts: readonly FactOutcome[]): Omit<Fidelity, 'facts'> {
  const grouped = new Map<string, FactOutcome[]>()
  for (const outcome of facts) {
    const known = grouped.get(outcome.id)
    if (known === undefined) grouped.set(outcome.id, [outcome])
    else known.push(outcome)
  }
  const byFact = [...grouped.values()].map(summariseFact).filter(({ kind }) => kind !== 'context')
  const held = byFact.filter(({ verdict }) => verdict !== 'not-modelled')
  const of = (kind: FactSummary['kind']) => held.filter(fact => fact.kind === kind)
  const count = (summaries: readonly FactSummary[], verdict: FactVerdict) =>
    summaries.filter(summary => summary.verdict === verdict).length
  const score = (summaries: readonly FactSummary[]) => ({
    agree: count(summaries, 'agrees'),
    total: summaries.length,
  })
  const tests = of('test')
  return {
    byFact,
    tests: { ...score(tests), off: count(tests, 'off'), contradicted: count(tests, 'contradicted') },
    fitted: score(of('fitted')),
    bounds: score(of('bound')),
    inputs: of('input').length,
    notModelled: count(byFact, 'not-modelled'),
    medianErrorMs: median(tests.flatMap(({ errorMs }) => (errorMs === null ? [] : [Math.abs(errorMs)]))),
    contradicted: contradictedIn(facts),
  }
}

function contradictedIn(facts: readonly FactOutcome[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { component, id, verdict } of facts) {
    if (verdict === 'contradicted') found.set(component, [...(found.get(component) ?? []), id])
  }
  return found
}

/** Of errors that exist: a fact without a matching transition has none. Whole milliseconds. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)] ?? 0
  const high = sorted[Math.ceil(middle)] ?? 0
  return Math.round((low + high) / 2)
}
