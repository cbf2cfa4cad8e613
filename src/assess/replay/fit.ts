import type { FormRole } from './form.js'
import type { Relations } from './relations.js'

/** Who plays which role: engine indexes by role, none where an optional role stays empty. */
export type Binding = ReadonlyMap<string, readonly number[]>

/** What a role asks and a component lacks, in the order in which it is asked; the words name it. */
export type Lack =
  | 'kind'
  | 'in'
  | 'outside'
  | 'holds'
  | 'needs'
  | 'needed-by'
  | 'for-recovery'
  | 'count-at-least'
  | 'traits'

/** Everything that may be asked of a player, in the order in which it is. */
export const lacks: readonly Lack[] = [
  'kind',
  'in',
  'outside',
  'holds',
  'needs',
  'needed-by',
  'for-recovery',
  'count-at-least',
  'traits',
]

/** The first thing that a component lacks to play a role, while others play theirs; null where it fits. */
export function lackOf(role: FormRole, index: number, binding: Binding, relations: Relations): Lack | null {
  const component = relations.component(index)
  if (component === undefined) return 'kind'
  const some = (other: string, holds: (player: number) => boolean) => (binding.get(other) ?? []).some(holds)
  if (!role.kinds.includes(component.kind)) return 'kind'
  if (role.in !== null && !some(role.in, player => relations.standsIn(index, player))) return 'in'
  if (
    role.outside !== null &&
    some(role.outside, player => player === index || relations.standsIn(index, player))
  )
    return 'outside'
  if (role.holds !== null && !some(role.holds, player => relations.standsIn(player, index))) return 'holds'
  if (role.needs !== null && !some(role.needs, player => relations.needs(index, player))) return 'needs'
  if (role.neededBy !== null && !some(role.neededBy, player => relations.needs(player, index)))
    return 'needed-by'
  if (role.forRecovery && !relations.forRecovery(index)) return 'for-recovery'
  if ((component.count ?? 1) < role.countAtLeast) return 'count-at-least'
  const traits = component.traits ?? []
  return role.traits.every(trait => traits.includes(trait)) ? null : 'traits'
}
