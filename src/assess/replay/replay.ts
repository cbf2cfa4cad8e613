import { downIntervals } from '../../engine/levels.js'
import { run as simulate } from '../../engine/run.js'
import type { CaseDocument, If } from '../../model/case.js'
import { formatDuration } from '../../model/duration.js'
import type { ObjectiveOutcome, Return, Verdict } from '../assessment.js'
import { fidelity as assessFidelity } from '../fidelity.js'
import { objectiveOutcomes } from '../objectives.js'
import { outcomeIn } from '../outcome.js'
import { type CaseSession, openSession } from '../session.js'
import { standingAt } from '../states.js'
import { structures } from '../structural.js'
import { verdictsOf } from './carriedVerdicts.js'
import { type Carried, carryIf } from './carry.js'
import type { Binding } from './fit.js'
import { type FormRole, portableForm } from './form.js'
import { type Matches, matchRoles, type Unmatched } from './matches.js'
import { type Crossing, openPassage, portEvents } from './port.js'
import { type Recognised, recognise } from './recognise.js'
import { type Relations, relationsOf } from './relations.js'

/** How a service of the system fares. Where its own record contradicts its model, the hours may not be said. */
export interface MetService {
  readonly component: string
  readonly falls: boolean
  /** When it first falls; 0 where it does not. */
  readonly downAtMs: number
  readonly downMs: number
  readonly impairedMs: number
  readonly backWithinHorizon: boolean
  readonly comesBack: Return
  readonly withheldBy: readonly string[]
}

/** An if of the case, held against the system. */
export interface MetIf extends Recognised {
  readonly id: string
  /** Null where it can be carried across; then `verdicts` say what it would change. Not asked where the system has it. */
  readonly notCarried: Exclude<Carried, { carried: If }>['why'] | 'conflict' | null
  readonly verdicts: readonly Verdict[]
}

/** One way in which the system plays the roles, and what then follows. */
export interface MatchOutcome {
  /** The case's own components play their own parts: what happened. */
  readonly home: boolean
  /** Every role in the order of the case; no player where it is empty. */
  readonly players: readonly { readonly role: string; readonly components: readonly string[] }[]
  /** The system does not settle in this match: nothing else is said. */
  readonly failed: boolean
  readonly services: readonly MetService[]
  readonly objectives: readonly ObjectiveOutcome[]
  readonly ifs: readonly MetIf[]
}

/** The answer to "would it have happened to us?". */
export interface ReplayOutcome {
  /** Whether the system is the case's own. */
  readonly home: boolean
  readonly roles: readonly FormRole[]
  readonly matches: readonly MatchOutcome[]
  /** Why there is no match; empty where there is one. */
  readonly unmatched: readonly (Omit<Unmatched, 'nearest'> & {
    readonly nearest: { readonly component: string; readonly lacks: string } | null
  })[]
  readonly limit: Matches['limit']
  /** Own components whose part in the events was left at home. */
  readonly leftAtHome: readonly string[]
  /** Objectives of the system decide where it has some; else whether a service falls in any match. */
  readonly holds: boolean
}

/** Who plays a role, said beforehand: ids of components, none for a role that stays empty. */
export type Given = ReadonlyMap<string, readonly string[]>

/** The scenario of one case met by the system of another, in every way in which it can be. */
export function replayOn(
  own: { readonly id: string; readonly session: CaseSession },
  system: CaseSession,
  given: Given = new Map(),
): ReplayOutcome {
  const { document } = own.session
  const form = portableForm(document)
  const relations = relationsOf(system.compiled)
  const home = JSON.stringify(document.components) === JSON.stringify(system.document.components)
  const fixed = indexesOf(given, system)
  const found = matchRoles(form.roles, relations, fixed)
  const atHome = home ? homeBindings(form.roles, relations, system, fixed) : []
  const bindings = withoutRepeats([...atHome, ...found.bindings], form.roles)
  const crossing = { caseId: own.id, own: document, form, system: system.document, ids: relations.ids }
  const matches = bindings.map((binding, place) => {
    const isHome = home && place < atHome.length
    return meet({ ...crossing, binding, home }, own.session, system, relations, isHome)
  })
  const decided = matches.flatMap(({ objectives }) => objectives)
  const falls = matches.some(({ services }) => services.some(service => service.falls))
  return {
    home,
    roles: form.roles,
    matches,
    unmatched: (matches.length > 0 ? [] : found.unmatched).map(({ role, nearest }) => ({
      role,
      nearest:
        nearest === null ? null : { component: relations.ids[nearest.index] ?? '', lacks: nearest.lacks },
    })),
    limit: found.limit,
    leftAtHome: home ? [] : [...form.stays],
    holds:
      !matches.some(({ failed }) => failed) &&
      (decided.length > 0 ? decided.every(({ held }) => held) : !falls),
  }
}

function indexesOf(given: Given, system: CaseSession): Binding {
  return new Map(
    [...given].map(([role, ids]) => [role, ids.flatMap(id => system.compiled.indexOf.get(id) ?? [])]),
  )
}

/** The bindings in which everything that plays a role in the case plays it again. */
function homeBindings(
  roles: readonly FormRole[],
  relations: Relations,
  system: CaseSession,
  fixed: Binding,
): readonly Binding[] {
  const own = new Map(
    roles
      .filter(({ players }) => players.length > 0)
      .map(
        ({ id, players }) => [id, players.flatMap(one => system.compiled.indexOf.get(one) ?? [])] as const,
      ),
  )
  return matchRoles(roles, relations, new Map([...own, ...fixed])).bindings
}

function withoutRepeats(bindings: readonly Binding[], roles: readonly FormRole[]): readonly Binding[] {
  const seen = new Set<string>()
  return bindings.filter(binding => {
    const key = JSON.stringify(roles.map(({ id }) => binding.get(id) ?? []))
    return seen.has(key) ? false : seen.add(key)
  })
}

function meet(
  crossing: Crossing,
  own: CaseSession,
  system: CaseSession,
  relations: Relations,
  isHome: boolean,
): MatchOutcome {
  const { binding, form } = crossing
  const players = form.roles.map(({ id }) => ({
    role: id,
    components: (binding.get(id) ?? []).map(index => relations.ids[index] ?? ''),
  }))
  const passage = openPassage(crossing)
  const horizonMs = Math.max(own.compiled.main.scenario.horizonMs, system.compiled.main.scenario.horizonMs)
  const carried = new Map(
    Object.entries(crossing.own.ifs ?? {}).map(([id, written]): readonly [string, Carried] => [
      id,
      isHome ? { carried: written } : carryIf(crossing, passage, id),
    ]),
  )
  const ported: CaseDocument = {
    case: { ...system.document.case, horizon: formatDuration(horizonMs) },
    ...(system.document.objectives && { objectives: system.document.objectives }),
    ...(system.document.quantities && { quantities: system.document.quantities }),
    components: passage.components,
    events: portEvents(crossing.own, own.compiled.main, passage),
    ifs: Object.fromEntries(
      [...carried].flatMap(([id, one]) => (one.carried === null ? [] : [[id, one.carried]])),
    ),
  }
  const session = openSession(ported)
  const nothing = { services: [], objectives: [], ifs: [] }
  if (!('baseline' in session)) return { home: isHome, players, failed: true, ...nothing }
  const trust = assessFidelity(system)
  return {
    home: isHome,
    players,
    failed: false,
    services: servicesOf(session, system, trust.contradicted),
    objectives: objectiveOutcomes(session.with([])),
    ifs: [...carried].map(([id, one]): MetIf => {
      const seen = { own: crossing.own, form, session: system, relations, binding }
      const recognised = recognise(seen, id)
      if (recognised.has === 'has') return { id, ...recognised, notCarried: null, verdicts: [] }
      if (one.carried === null) return { id, ...recognised, notCarried: one.why, verdicts: [] }
      const verdicts = verdictsOf(session, id, crossing.own, trust, system.services)
      return {
        id,
        ...recognised,
        notCarried: verdicts === null ? 'conflict' : null,
        verdicts: verdicts ?? [],
      }
    }),
  }
}

/** The services of the system in the ported run. One falls that is down when it would not be if nothing happened. */
function servicesOf(
  session: CaseSession,
  system: CaseSession,
  contradicted: ReadonlyMap<string, readonly string[]>,
): readonly MetService[] {
  const variant = session.with([])
  const { run, scenario, compiled } = variant
  const quiet = simulate(scenario.system, { ...scenario.scenario, events: [] })
  return system.services.flatMap(component => {
    const outcome = outcomeIn(variant, component)
    const index = compiled.indexOf.get(component)
    if (outcome === null || index === undefined) return []
    const down = downIntervals(run, index).filter(
      ({ fromMs }) => !quiet.ok || standingAt(quiet.run, index, fromMs) !== 'down',
    )
    const [structure] = structures(run, [index])
    return [
      {
        component,
        falls: down.length > 0,
        downAtMs: down[0]?.fromMs ?? 0,
        downMs: down.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
        impairedMs: outcome.impairedMs,
        backWithinHorizon: down.at(-1)?.open !== true,
        comesBack: structure?.comesBack ?? 'by-itself',
        withheldBy: contradicted.get(component) ?? [],
      },
    ]
  })
}
