import { causeChain } from '../engine/causes.js'
import type { Run } from '../engine/history.js'
import type { CompiledScenario, Quantity } from '../model/compiled.js'
import type { Question } from './assessment.js'
import type { CaseSession } from './session.js'
import { pathOfUnknown } from './variation.js'

/** Quantities that are asked about one by one; those left over become one question. */
const ASKED_QUANTITIES = 8

/**
 * Quantities that say nothing of where they come from. First those on which the return of a service rests, by the number of
 * services (`services`); the others are named together (`count`).
 */
export function missingBases(session: CaseSession): readonly Question[] {
  const { scenario, run, compiled } = session.with([])
  const weights = new Map<string, { readonly quantity: Quantity; services: number }>()
  const chains = session.services.map(id => worksBehind(run, compiled.indexOf.get(id) ?? -1))
  for (const quantity of scenario.quantities) {
    if (quantity.basis !== null || quantity.highMs === 0) continue
    const key = JSON.stringify(pathOfUnknown(quantity))
    const services = chains.filter(chain => isOn(quantity, chain, run, scenario)).length
    const known = weights.get(key)
    if (known === undefined) weights.set(key, { quantity, services })
    else known.services = Math.max(known.services, services)
  }
  const ordered = [...weights.values()].sort((a, b) => b.services - a.services)
  const single = ordered.filter(({ services }) => services > 0).slice(0, ASKED_QUANTITIES)
  const rest = ordered.filter(entry => !single.includes(entry))
  const asked = single.map(({ quantity, services }) => ask([quantity], compiled.ids, scenario, services))
  if (rest.length > 0)
    asked.push(
      ask(
        rest.map(({ quantity }) => quantity),
        compiled.ids,
        scenario,
        0,
      ),
    )
  return asked
}

function ask(
  quantities: readonly Quantity[],
  ids: readonly string[],
  scenario: CompiledScenario,
  services: number,
): Question {
  const paths = quantities.map(pathOfUnknown)
  const components = quantities.flatMap(({ role }) =>
    role.kind === 'delay' ? [] : [ids[role.component] ?? ''],
  )
  const first = quantities[0]
  return {
    kind: 'no-basis',
    component: components[0] ?? null,
    components: [...new Set(components)],
    scenario: scenario.id,
    facts: [],
    path: paths[0] ?? null,
    paths,
    fromMs: null,
    toMs: null,
    values: {
      count: paths.length,
      services,
      medianMs: first?.medianMs ?? 0,
      lowMs: first?.lowMs ?? 0,
      highMs: first?.highMs ?? 0,
      role: first?.role.kind ?? 'recovery',
      event: first?.role.kind === 'delay' ? (scenario.eventIds[first.role.event] ?? '') : '',
    },
  }
}

interface Chain {
  readonly works: ReadonlySet<number>
  readonly holdups: ReadonlySet<number>
  readonly events: ReadonlySet<number>
}

/** Everything that the changes of a component follow from. */
function worksBehind(run: Run, component: number): Chain {
  const chain = { works: new Set<number>(), holdups: new Set<number>(), events: new Set<number>() }
  run.changes.forEach((change, index) => {
    if (change.component !== component) return
    const { works, holdups, events } = causeChain(run, index)
    for (const work of works) chain.works.add(work)
    for (const holdup of holdups) chain.holdups.add(holdup)
    for (const event of events) chain.events.add(event)
  })
  return chain
}

function isOn({ role }: Quantity, chain: Chain, run: Run, scenario: CompiledScenario): boolean {
  if (role.kind === 'delay') return chain.events.has(role.event) && scenario.stated[role.event] !== true
  if (role.kind === 'holdup') return chain.holdups.has(role.component)
  return [...chain.works].some(index => {
    const work = run.works[index]
    return work?.component === role.component && work.kind === role.kind
  })
}
