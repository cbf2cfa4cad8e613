import type { CaseDocument, CaseEvent, Component } from '../../model/case.js'
import type { CompiledScenario } from '../../model/compiled.js'
import { formatDuration } from '../../model/duration.js'
import { parsePercent } from '../../model/percent.js'
import type { Binding } from './fit.js'
import type { FormRole, PortableForm } from './form.js'
import { translateCondition, type Vocabulary } from './translate.js'

/** Two cases with a binding between them: whose scenario is met, and by whose system. */
export interface Crossing {
  readonly caseId: string
  readonly own: CaseDocument
  readonly form: PortableForm
  readonly system: CaseDocument
  /** Engine index of the system → component id. */
  readonly ids: readonly string[]
  readonly binding: Binding
  /** The system is the case's own: who plays a role there plays its own part in it. */
  readonly home: boolean
}

/** What a crossing makes of the ids of the case. */
export interface Passage extends Vocabulary {
  /** The system's components, and one that is absent for every empty role that conditions ask about. */
  readonly components: Readonly<Record<string, Component>>
  /** Who plays a role; the absent stand-in where nobody does. */
  readonly playersOfRole: (role: string) => readonly string[]
  /** Components that an event on one of the case acts on; none for what stays at home or has no player. */
  readonly targets: (own: string) => readonly string[]
}

/** Opens a crossing: empty roles get stand-ins that are absent, so that conditions and ifs can speak of them. */
export function openPassage(crossing: Crossing): Passage {
  const { form, system, ids, binding, home, caseId, own } = crossing
  const components: Record<string, Component> = Object.assign(Object.create(null), system.components)
  const standIns = new Map<FormRole, string>()
  for (const role of form.roles) {
    if ((binding.get(role.id) ?? []).length > 0) continue
    const id = freeId(`${caseId}.${role.id}`, components)
    standIns.set(role, id)
    components[id] = {
      kind: 'component',
      initial: 'absent',
      ...(role.title === null ? {} : { title: role.title }),
    }
  }
  const stays = form.stays
  const playersOf = (component: string): readonly string[] => {
    const role = form.roleOf.get(component)
    if (role === undefined) return home && Object.hasOwn(components, component) ? [component] : []
    const standIn = standIns.get(role)
    if (standIn !== undefined) return [standIn]
    const players = (binding.get(role.id) ?? []).map(index => ids[index] ?? '')
    if (!home) return players
    const parts = players.filter(player => player === component || !role.players.includes(player))
    return parts.length > 0 ? parts : players
  }
  let nobody: string | null = null
  const orNobody = (players: readonly string[]) => {
    if (players.length > 0) return players
    if (nobody === null) {
      nobody = freeId(`${caseId}.left-at-home`, components)
      components[nobody] = { kind: 'component', initial: 'absent' }
    }
    return [nobody]
  }
  return {
    components,
    playersOf: component => orNobody(stays.has(component) && !home ? [] : playersOf(component)),
    playersOfRole: id => {
      const standIn = [...standIns].find(([role]) => role.id === id)?.[1]
      return standIn === undefined ? (binding.get(id) ?? []).map(index => ids[index] ?? '') : [standIn]
    },
    countOf: id => components[id]?.count ?? 1,
    ownCountOf: id => own.components?.[id]?.count ?? 1,
    targets: component => {
      if (stays.has(component)) return home ? [component] : []
      return playersOf(component)
    },
  }
}

function freeId(wanted: string, components: Readonly<Record<string, unknown>>): string {
  let id = wanted
  for (let number = 2; Object.hasOwn(components, id); number++) id = `${wanted}-${number}`
  return id
}

/**
 * The events of a scenario as they act on another system: times count from the start, delays carry their quantities with them, numbers
 * of units become shares.
 */
export function portEvents(
  document: CaseDocument,
  scenario: CompiledScenario,
  passage: Passage,
): Record<string, CaseEvent> {
  const ported: Record<string, CaseEvent> = Object.create(null)
  const events = document.events ?? {}
  scenario.eventIds.forEach((id, index) => {
    const event = events[id]
    const compiled = scenario.scenario.events[index]
    if (event === undefined || compiled === undefined) return
    const { title, after, delay, chance } = event
    const many = (act: 'destroy' | 'cut' | 'release' | 'repair') => targets(event[act], passage)
    ported[id] = defined({
      title,
      at: after === undefined ? `+${formatDuration(compiled.timeMs)}` : undefined,
      after,
      delay: delay === undefined ? undefined : (document.quantities?.[delay.trim()]?.value ?? delay),
      when: translateCondition(event.when, passage),
      unless: translateCondition(event.unless, passage),
      chance,
      destroy: many('destroy'),
      fail: failures(event.fail, passage),
      cut: many('cut'),
      release: many('release'),
      repair: many('repair'),
    })
  })
  return ported
}

function targets(written: string | readonly string[] | undefined, passage: Passage) {
  if (written === undefined) return undefined
  const found = [...new Set([written].flat().flatMap(passage.targets))]
  return found.length === 0 ? undefined : found
}

function failures(written: CaseEvent['fail'], passage: Passage): CaseEvent['fail'] {
  if (written === undefined) return undefined
  if (typeof written === 'string' || Array.isArray(written)) {
    return targets(written as string | readonly string[], passage)
  }
  const found: Record<string, number | string> = {}
  for (const [own, amount] of Object.entries(written)) {
    for (const player of passage.targets(own)) {
      const share = player === own ? amount : shareOf(amount, passage.ownCountOf(own))
      const before = found[player]
      found[player] = before === undefined ? share : larger(before, share, passage.countOf(player))
    }
  }
  return Object.keys(found).length === 0 ? undefined : found
}

/** Rounded down: a share of units is rounded up when it is read. */
const shareOf = (amount: number | string, count: number): number | string =>
  typeof amount === 'string'
    ? amount
    : `${Math.min(100, Math.max(1, Math.floor((amount / count) * 1e6)) / 1e4)}%`

/** Of two amounts of one component the one that is more of it. */
function larger(a: number | string, b: number | string, count: number): number | string {
  const size = (amount: number | string) => {
    if (typeof amount === 'number') return amount / count
    const percent = parsePercent(amount)
    return amount === 'all' ? 1 : 'millionths' in percent ? percent.millionths / 1e6 : 0
  }
  return size(b) > size(a) ? b : a
}

function defined<T extends object>(entry: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as never
}
