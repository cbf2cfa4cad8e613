import type { FactEntry } from '../facts/factEntry.js'
import { disputes } from '../facts/factRow.js'

/** Facts that dispute each other, parted into two sides. */
export interface RivalGroup {
  readonly left: readonly FactEntry[]
  readonly right: readonly FactEntry[]
}

/**
 * Every set of facts that are tied by `disputes`, in order of time. Sides are given by walking the disputes: what disputes a
 * fact on the left stands on the right. Where that cannot work out (three facts that all dispute each other) a fact stays
 * on the side it got first.
 */
export function rivalGroups(entries: readonly FactEntry[]): RivalGroup[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const rivals = new Map<string, Set<string>>(entries.map(({ id }) => [id, new Set()]))
  for (const { id, fact } of entries)
    for (const other of disputes(fact)) {
      if (other === id || !byId.has(other)) continue
      rivals.get(id)?.add(other)
      rivals.get(other)?.add(id)
    }
  const side = new Map<string, 'left' | 'right'>()
  const groups: RivalGroup[] = []
  for (const { id } of entries) {
    if (side.has(id) || rivals.get(id)?.size === 0) continue
    const members = [id]
    side.set(id, 'left')
    for (const member of members)
      for (const other of rivals.get(member) ?? []) {
        if (side.has(other)) continue
        side.set(other, side.get(member) === 'left' ? 'right' : 'left')
        members.push(other)
      }
    const of = (wanted: 'left' | 'right') =>
      entries.filter(entry => members.includes(entry.id) && side.get(entry.id) === wanted)
    groups.push({ left: of('left'), right: of('right') })
  }
  return groups
}
