import { levelAt } from '../engine/levels.js'
import type { FactOutcome, Fidelity, Question } from './assessment.js'
import type { CaseSession, Variant } from './session.js'
import { type Standing, standingAt } from './states.js'

/**
 * What a disagreement asks for:
 * - `other-need`: the record has it down, the model up, at the beginning of an outage: what else does it need?
 * - `carried-by`: the model has it down before the record does: what kept it up?
 * - `waited-for`: the model has it back before the record does: what else was waited for?
 * - `other-way`: the record has it back before the model does: by what other way did it come back?
 */
export type Asks = 'other-need' | 'carried-by' | 'waited-for' | 'other-way'

const WELLNESS: Readonly<Record<Standing, number>> = { up: 2, impaired: 1, down: 0 }

/** Facts that the model contradicts, and facts where it is off: as questions, the widest spans first. */
export function disagreements(
  session: CaseSession,
  fidelity: Fidelity,
): readonly [contradicted: readonly Question[], off: readonly Question[]] {
  const of = (kind: 'contradicted' | 'off') =>
    together(
      fidelity.facts.filter(fact => fact.verdict === kind).map(fact => disagreement(session, fact, kind)),
    ).sort(byWeight(session))
  return [of('contradicted'), of('off')]
}

function disagreement(session: CaseSession, fact: FactOutcome, kind: 'contradicted' | 'off'): Question {
  const variant = session.with([], fact.scenario)
  const { horizonMs } = variant.scenario.scenario
  const span = fact.simulatedMs === null ? spanOfMissing(fact, variant) : spanOf(fact, fact.simulatedMs)
  const middleMs = Math.floor((span.fromMs + span.toMs) / 2)
  return {
    kind,
    component: fact.component,
    components: [fact.component],
    scenario: fact.scenario,
    facts: [fact.id],
    path: ['components', fact.component],
    paths: [['components', fact.component]],
    fromMs: span.fromMs,
    toMs: span.toMs,
    values: {
      ...bothSides(fact, variant, middleMs),
      errorMs: fact.errorMs ?? horizonMs,
      /** The model never comes into the state that the record has. */
      never: fact.simulatedMs === null ? 1 : 0,
    },
  }
}

/**
 * What record and model have within the span, and what that asks. Where the model changed before the record did, the record
 * still has what the model had before it changed.
 */
function bothSides(
  fact: FactOutcome,
  variant: Variant,
  middleMs: number,
): { readonly asks: Asks; readonly record: string; readonly model: string } {
  const model = modelState(fact, variant, middleMs)
  const modelIsLater = fact.simulatedMs === null || (fact.errorMs ?? 0) > 0
  if (modelIsLater) {
    return { asks: isWorse(model, fact.state) ? 'other-way' : 'other-need', record: fact.state, model }
  }
  const before = modelState(fact, variant, (fact.simulatedMs ?? 0) - 1)
  const hasLeft = isWorse(before, fact.state) ? isWorse(model, fact.state) : isBetter(model, fact.state)
  if (hasLeft || before === model) {
    return { asks: isWorse(model, fact.state) ? 'carried-by' : 'waited-for', record: fact.state, model }
  }
  return { asks: isWorse(before, model) ? 'waited-for' : 'carried-by', record: before, model }
}

/** The state of a component in the words of a fact: its standing, or its units where the fact counts them. */
function modelState(fact: FactOutcome, variant: Variant, timeMs: number): string {
  const index = variant.compiled.indexOf.get(fact.component)
  if (index === undefined) return 'up'
  if (unitsOf(fact.state) === null) return standingAt(variant.run, index, Math.max(0, timeMs))
  return String(levelAt(variant.run, index, timeMs))
}

interface TimeSpan {
  readonly fromMs: number
  readonly toMs: number
}

/** Between the nearest end of the fact's time and the model's. */
function spanOf({ observed, errorMs }: FactOutcome, simulatedMs: number): TimeSpan {
  return (errorMs ?? 0) > 0
    ? { fromMs: Math.max(0, observed.toMs ?? 0), toMs: simulatedMs }
    : { fromMs: simulatedMs, toMs: observed.fromMs ?? simulatedMs }
}

/** Where the model has no such transition: from the fact to the model's next change of the component, or its end. */
function spanOfMissing({ component, observed }: FactOutcome, variant: Variant): TimeSpan {
  const index = variant.compiled.indexOf.get(component)
  const fromMs = Math.max(0, observed.fromMs ?? observed.toMs ?? 0)
  const next = variant.run.changes.find(change => change.component === index && change.timeMs > fromMs)
  return { fromMs, toMs: next?.timeMs ?? variant.scenario.scenario.horizonMs }
}

/** How well a state is, to compare it with another: units, or up above impaired above down. */
function wellness(state: string): number {
  return unitsOf(state) ?? WELLNESS[state as Standing]
}

const isWorse = (a: string, b: string) => wellness(a) < wellness(b)
const isBetter = (a: string, b: string) => wellness(a) > wellness(b)

/** The number of units in the name of a state, or null for up, impaired and down. */
function unitsOf(state: string): number | null {
  const units = Number(state.replace('at least ', ''))
  return Number.isNaN(units) ? null : units
}

/** Questions of one span with the same answers on both sides are one question about several components. */
function together(found: readonly Question[]): Question[] {
  const groups = new Map<string, Question>()
  for (const question of found) {
    const { fromMs, toMs, scenario, values } = question
    const key = JSON.stringify([scenario, fromMs, toMs, values.asks, values.record, values.model])
    const known = groups.get(key)
    groups.set(key, known === undefined ? question : joined(known, question))
  }
  return [...groups.values()]
}

function joined(a: Question, b: Question): Question {
  return {
    ...a,
    components: [...new Set([...a.components, ...b.components])],
    facts: [...new Set([...a.facts, ...b.facts])],
    paths: [...a.paths, ...b.paths.filter(path => !a.components.includes(String(path[1])))],
  }
}

/** Services before other components, then the wider span, then by id: the same order on every run. */
function byWeight(session: CaseSession) {
  const isService = (question: Question) =>
    question.components.some(component => session.services.includes(component)) ? 0 : 1
  const width = ({ fromMs, toMs }: Question) => (toMs ?? 0) - (fromMs ?? 0)
  return (a: Question, b: Question) =>
    isService(a) - isService(b) || width(b) - width(a) || ((a.component ?? '') < (b.component ?? '') ? -1 : 1)
}
