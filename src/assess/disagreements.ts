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

const WORSE: Readonly<Record<Standing, number>> = { up: 0, impaired: 1, down: 2 }

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
  const index = variant.compiled.indexOf.get(fact.component) ?? -1
  const { horizonMs } = variant.scenario.scenario
  const span = spanOf(fact, horizonMs)
  const middleMs = Math.floor((span.fromMs + span.toMs) / 2)
  const standing = index < 0 ? 'up' : standingAt(variant.run, index, middleMs)
  const level = levelAtTime(variant, index, middleMs)
  const units = unitsOf(fact.state)
  const modelIsWorse = units === null ? WORSE[standing] > WORSE[fact.state as Standing] : level < units
  const modelIsLater = fact.simulatedMs === null || (fact.errorMs ?? 0) > 0
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
      asks: asksOf(fact.state, standing, modelIsLater, modelIsWorse),
      record: modelIsLater || units !== null ? fact.state : standing === 'up' ? 'down' : 'up',
      model: units === null ? standing : String(level),
      errorMs: fact.errorMs ?? horizonMs,
      /** The model never comes into the state that the record has. */
      never: fact.simulatedMs === null ? 1 : 0,
    },
  }
}

/** Between the nearest end of the fact's time and the model's; without the latter, from the fact to the horizon. */
function spanOf(fact: FactOutcome, horizonMs: number): { readonly fromMs: number; readonly toMs: number } {
  const { fromMs, toMs } = fact.observed
  if (fact.simulatedMs === null) return { fromMs: Math.max(0, fromMs ?? toMs ?? 0), toMs: horizonMs }
  return (fact.errorMs ?? 0) > 0
    ? { fromMs: Math.max(0, toMs ?? 0), toMs: fact.simulatedMs }
    : { fromMs: fact.simulatedMs, toMs: fromMs ?? fact.simulatedMs }
}

function asksOf(state: string, standing: Standing, modelIsLater: boolean, modelIsWorse: boolean): Asks {
  if (!modelIsLater) {
    const ahead = unitsOf(state) === null ? standing === 'up' : !modelIsWorse
    return ahead ? 'waited-for' : 'carried-by'
  }
  if (state === 'down' || state === 'impaired') return 'other-need'
  return modelIsWorse ? 'other-way' : 'other-need'
}

/** The number of units in the name of a state, or null for up, impaired and down. */
function unitsOf(state: string): number | null {
  const units = Number(state.replace('at least ', ''))
  return Number.isNaN(units) ? null : units
}

function levelAtTime(variant: Variant, index: number, timeMs: number): number {
  return index < 0 ? 0 : levelAt(variant.run, index, timeMs)
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
