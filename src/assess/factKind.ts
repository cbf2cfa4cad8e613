import { causeChain } from '../engine/causes.js'
import type { Run } from '../engine/history.js'
import type { Basis, CaseDocument } from '../model/case.js'
import type { CompiledScenario, Quantity } from '../model/compiled.js'
import type { CompiledFact } from '../model/facts.js'
import type { CasePath } from '../model/problem.js'
import type { FactKind } from './assessment.js'
import type { Variant } from './session.js'

/** The kind of a fact with the quantities that make it `fitted`. */
export interface KindOfFact {
  readonly kind: Exclude<FactKind, 'context'>
  readonly fittedBy: readonly CasePath[]
}

/**
 * Whether a fact is evidence, computed from the chain of causes that led to its transition (`change`, or null where the run
 * has no such transition or the state stood from the start).
 * - `input`: reached from events' stated times without any quantity, so that the model only repeats what it was told.
 *   A state in which the component stood from the start, and where it stayed, is told in the same way.
 * - `fitted`: a quantity was fitted to this fact, or assumed knowing it. It need not lie on the chain: a fact used to fit a
 *   quantity is no evidence that the model is right, wherever that quantity acts.
 * - `bound`: `by` or `after` a time. Else `test`.
 */
export function kindOfFact(
  fact: CompiledFact,
  { scenario, run, document }: Variant,
  change: number | null,
  matched: boolean,
): KindOfFact {
  const fittedBy = pathsFittedTo(fact.id, scenario, document)
  if (matched && fittedBy.length === 0 && !restsOnQuantity(scenario, run, change))
    return { kind: 'input', fittedBy }
  if (fittedBy.length > 0) return { kind: 'fitted', fittedBy }
  const bound = fact.time.kind === 'by' || fact.time.kind === 'after'
  return { kind: bound ? 'bound' : 'test', fittedBy }
}

/** Facts to which a quantity with this basis was fitted, or which its author knew. */
export function factsKnownTo(basis: Basis | null): readonly string[] {
  if (basis === null || typeof basis === 'string') return []
  if ('fitted' in basis) return basis.fitted
  return 'assumed' in basis ? (basis.knowing ?? []) : []
}

function pathsFittedTo(
  fact: string,
  scenario: CompiledScenario,
  document: CaseDocument,
): readonly CasePath[] {
  const paths = new Map<string, CasePath>()
  const bases = [...scenario.quantities, ...scenario.amounts, ...eventBases(document, scenario)]
  for (const { path, basis } of bases) {
    if (factsKnownTo(basis).includes(fact)) paths.set(JSON.stringify(path), path)
  }
  return [...paths.values()]
}

/** An event's stated time may itself have been fitted: its basis stands on the event or on its `at`. */
function eventBases(document: CaseDocument, scenario: CompiledScenario) {
  const section = scenario.id === 'main' ? document : document.scenarios?.[scenario.id]
  return scenario.eventIds.flatMap(id => {
    const path = scenario.id === 'main' ? ['events', id] : ['scenarios', scenario.id, 'events', id]
    const basis = section?.events?.[id]?.basis
    if (basis === undefined) return []
    if (isBasis(basis)) return [{ path, basis }]
    return Object.entries(basis).map(([field, of]) => ({ path: [...path, field], basis: of }))
  })
}

/** One basis for the whole event, rather than one for each of its fields. */
function isBasis(basis: Basis | Readonly<Record<string, Basis>>): basis is Basis {
  return typeof basis === 'string' || ['sources', 'fitted', 'derived', 'assumed'].some(key => key in basis)
}

/** Whether a quantity lies on the chain of causes of a change. A duration that is zero for certain is none. */
function restsOnQuantity(scenario: CompiledScenario, run: Run, change: number | null): boolean {
  if (change === null) return false
  const chain = causeChain(run, change)
  const events = withPredecessors(chain.events, run)
  const works = chain.works.map(index => run.works[index])
  return scenario.quantities.some(({ role, highMs }: Quantity) => {
    if (highMs === 0) return false
    if (role.kind === 'delay') return events.has(role.event)
    if (role.kind === 'holdup') return chain.holdups.includes(role.component)
    return works.some(
      work =>
        work?.component === role.component &&
        work.kind === role.kind &&
        (role.kind === 'repair' || work.way === role.way),
    )
  })
}

/** Events with those that they come `after`. */
function withPredecessors(events: readonly number[], run: Run): ReadonlySet<number> {
  const found = new Set<number>()
  for (const event of events) {
    for (let at = event; at >= 0 && !found.has(at); at = run.scenario.events[at]?.after ?? -1) found.add(at)
  }
  return found
}
