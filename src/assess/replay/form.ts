import type { CaseDocument, CaseEvent, Condition, Role, Text } from '../../model/case.js'
import { parseExpression } from '../../model/expression/parse.js'
import { eachId } from '../../model/expression/syntax.js'
import { kindsOf, playersOf } from '../../model/portable.js'

/** A role with everything decided that its author left open. */
export interface FormRole {
  readonly id: string
  readonly title: Text | null
  readonly kinds: readonly string[]
  readonly in: string | null
  readonly outside: string | null
  readonly holds: string | null
  readonly needs: string | null
  readonly neededBy: string | null
  readonly forRecovery: boolean
  readonly traits: readonly string[]
  readonly countAtLeast: number
  /** Own components that play it in its case. */
  readonly players: readonly string[]
  readonly all: boolean
  readonly optional: boolean
  /** Made of an event's target or a condition, because no role of the case names it. */
  readonly derived: boolean
  /** Nothing tells its player from others of its kind, so nothing of another system is taken for it. */
  readonly homeOnly: boolean
}

/** The scenario of a case as other systems may meet it. */
export interface PortableForm {
  /** In the order of the case, the derived ones last. */
  readonly roles: readonly FormRole[]
  /** Own components whose part in the events is left at home. */
  readonly stays: ReadonlySet<string>
  /** Own component → the role that it plays. */
  readonly roleOf: ReadonlyMap<string, FormRole>
}

/**
 * The portable form of a case: the roles that it writes, and one for every target of an event and every component that an event
 * asks about which none of them names. Of those, a target is played by one component of the same kind in the same place; what is
 * only asked about is optional, and told from others of its kind by its traits.
 */
export function portableForm(document: CaseDocument): PortableForm {
  const components = document.components ?? {}
  const roles = Object.entries(document.portable?.roles ?? {}).map(([id, role]) => written(id, role))
  const roleOf = new Map(roles.flatMap(role => role.players.map(player => [player, role] as const)))
  const stays = new Set(document.portable?.stays ?? [])
  const taken = new Set(roles.map(({ id }) => id))
  const derive = (component: string, optional: boolean): FormRole | null => {
    const known = roleOf.get(component)
    if (known !== undefined) return known
    const own = Object.hasOwn(components, component) ? components[component] : undefined
    if (own === undefined) return null
    const outer = own.in === undefined ? null : derive(own.in, optional)
    let id = component
    while (taken.has(id)) id = `${id}.own`
    taken.add(id)
    const role: FormRole = {
      ...nothingAsked,
      id,
      title: own.title ?? component,
      kinds: [own.kind],
      in: outer === null || outer.all ? null : outer.id,
      traits: own.traits ?? [],
      players: [component],
      optional,
      derived: true,
      homeOnly: optional && (own.traits ?? []).length === 0,
    }
    roles.push(role)
    roleOf.set(component, role)
    return role
  }
  const events = Object.values(document.events ?? {})
  for (const event of events) for (const id of targetsOf(event)) if (!stays.has(id)) derive(id, false)
  for (const event of events) {
    for (const id of [...idsIn(event.when), ...idsIn(event.unless)]) if (!stays.has(id)) derive(id, true)
  }
  return { roles, stays, roleOf }
}

const nothingAsked = {
  in: null,
  outside: null,
  holds: null,
  needs: null,
  neededBy: null,
  forRecovery: false,
  traits: [],
  countAtLeast: 1,
  all: false,
  optional: false,
  derived: false,
  homeOnly: false,
} satisfies Partial<FormRole>

function written(id: string, role: Role): FormRole {
  return {
    id,
    title: role.title ?? null,
    kinds: kindsOf(role),
    in: role.in ?? null,
    outside: role.outside ?? null,
    holds: role.holds ?? null,
    needs: role.needs ?? null,
    neededBy: role['needed-by'] ?? null,
    forRecovery: role['for-recovery'] ?? false,
    traits: role.traits ?? [],
    countAtLeast: role['count-at-least'] ?? 1,
    players: playersOf(role),
    all: role.take === 'all',
    optional: role.optional ?? false,
    derived: false,
    homeOnly: false,
  }
}

/** Components that an event acts on, in the order in which it names them. */
export function targetsOf(event: CaseEvent): readonly string[] {
  const { destroy, fail, cut, release, repair } = event
  return [destroy, fail, cut, release, repair].flatMap(one =>
    one === undefined ? [] : typeof one === 'string' ? [one] : Array.isArray(one) ? one : Object.keys(one),
  )
}

/** Components that a condition speaks of. */
function idsIn(condition: Condition | undefined): readonly string[] {
  const found: string[] = []
  for (const text of condition === undefined ? [] : [condition].flat()) {
    const syntax = parseExpression(text)
    if (!('problem' in syntax)) eachId(syntax, ({ id }) => found.push(id.replace(/\.full$/, '')))
  }
  return found
}
