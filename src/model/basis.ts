import type { Basis } from './case.js'

/** The `basis` of a component or an event: one for all of it, or one for each field. */
export type BasisOfFields = Readonly<Record<string, Basis>> | Basis

const wholeKeys = new Set(['sources', 'fitted', 'derived', 'assumed', 'knowing'])

/** Whether a `basis` covers all of its component, rather than naming fields. */
export function isWholeBasis(basis: BasisOfFields): basis is Basis {
  return typeof basis === 'string' || Object.keys(basis).every(key => wholeKeys.has(key))
}

/**
 * The basis of one field. `fields` are the names under which it may stand, as `recovery.takes` and `recovery.0.takes` for a
 * single way. Null where the case gives none.
 */
export function basisOf(basis: BasisOfFields | undefined, fields: readonly string[]): Basis | null {
  if (basis === undefined) return null
  if (isWholeBasis(basis)) return basis
  for (const field of fields) if (Object.hasOwn(basis, field)) return basis[field] ?? null
  return null
}
