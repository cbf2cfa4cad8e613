import type { Having, PortableIf, Role } from './case.js'

/** Roles of which another role says where it stands or what it has to do with it. */
export const roleRelations = ['in', 'outside', 'holds', 'needs', 'needed-by'] as const

/** Own components that play a role, as a list. */
export function playersOf(role: Role): readonly string[] {
  return listOf(role.as)
}

/** Kinds of which the player of a role may be. */
export function kindsOf(role: Role): readonly string[] {
  return listOf(role.kind)
}

/** By what a system is seen to have what an if asks for, as a list; empty where the case does not say. */
export function havingsOf(written: PortableIf | undefined): readonly Having[] {
  const { has } = written ?? {}
  return has === undefined ? [] : Array.isArray(has) ? has : [has as Having]
}

/** Roles by name that a test of having speaks of, by its fields. */
export function rolesIn(having: Having): readonly (readonly [field: string, role: string])[] {
  return Object.entries(having).filter(([field]) => field !== 'within') as [string, string][]
}

/** `300%` as a factor in millionths of units; null where it is none, or would leave nothing. At most a hundredfold. */
export function parseFactor(text: string): number | null {
  const match = /^(\d{1,5}(?:\.\d{1,4})?)\s*%$/.exec(text.trim())
  const factor = match === null ? 0 : Number(match[1]) / 100
  return factor > 0 && factor <= 100 ? factor : null
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
