import type { Fact } from './case.js'
import type { CompiledCase } from './compiled.js'
import { type FactState, parseState } from './state.js'
import { type FactTime, parseFactTime, type TimeFrame, type TimeProblem } from './time.js'

/** What a fact tells of one component. */
export interface FactExpectation {
  /** Engine index. */
  readonly component: number
  readonly mode: 'changes' | 'shows'
  readonly state: FactState
}

/** A fact ready to be held against a run of its scenario. */
export interface CompiledFact {
  readonly id: string
  readonly fact: Fact
  /** Id of the scenario that it belongs to: `main` unless it names another. */
  readonly scenario: string
  /** Counts from the start of that scenario. */
  readonly time: FactTime
  readonly expectations: readonly FactExpectation[]
}

const timesRead = new WeakMap<
  Fact,
  TimeFrame & { readonly text: string; readonly time: FactTime | TimeProblem }
>()

/**
 * When a fact was so. Remembered with the fact: while a case is written, it is checked and compiled again and again, and all facts but
 * one are the same objects as before.
 */
export function timeOfFact(fact: Fact, { timezone, startEpochMs }: TimeFrame): FactTime | TimeProblem {
  const text = fact.at
  const known = timesRead.get(fact)
  if (
    known !== undefined &&
    known.text === text &&
    known.timezone === timezone &&
    known.startEpochMs === startEpochMs
  ) {
    return known.time
  }
  const time = parseFactTime(text, { timezone, startEpochMs })
  timesRead.set(fact, { text, timezone, startEpochMs, time })
  return time
}

/** Every fact of a case, in the order of the document. What `checkFacts` reports is left out here. */
export function compileFacts(compiled: CompiledCase): readonly CompiledFact[] {
  const { document, indexOf, main, scenarios } = compiled
  const facts: CompiledFact[] = []
  for (const [id, fact] of Object.entries(document.facts ?? {})) {
    const scenario = fact.scenario ?? 'main'
    const { startEpochMs } =
      scenario === 'main' ? main : (scenarios.find(other => other.id === scenario) ?? main)
    const time = timeOfFact(fact, { timezone: document.case.timezone, startEpochMs })
    if ('code' in time) continue
    const expectations: FactExpectation[] = []
    for (const mode of ['changes', 'shows'] as const) {
      for (const [component, written] of Object.entries(fact[mode] ?? {})) {
        const index = indexOf.get(component)
        const state = parseState(written, document.components?.[component]?.count ?? 1)
        if (index !== undefined && !('code' in state)) expectations.push({ component: index, mode, state })
      }
    }
    facts.push({ id, fact, scenario, time, expectations })
  }
  return facts
}
