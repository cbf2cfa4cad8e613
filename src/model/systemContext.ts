import { type BasisOfFields, basisOf } from './basis.js'
import type { CaseDocument } from './case.js'
import type { Amount } from './compiled.js'
import type { Names } from './expression/resolve.js'
import { Ids } from './names.js'
import type { Problem } from './problem.js'
import { Quantities, type QuantityOverride } from './quantities.js'

/** What the parts of a compilation share: the names of components, and where quantities and problems are gathered. */
export interface SystemContext {
  readonly document: CaseDocument
  readonly ids: Ids
  readonly names: Names
  readonly quantities: Quantities
  readonly amounts: Amount[]
  readonly problems: Problem[]
  /** Keeps a number that a run rests on, with the basis that stands under one of `fields`. */
  readonly amount: (
    amount: Omit<Amount, 'basis'>,
    basis: BasisOfFields | undefined,
    fields: readonly string[],
  ) => void
}

/** Begins a compilation. Problems are added to `problems` as they are found. */
export function openContext(
  document: CaseDocument,
  problems: Problem[],
  override?: QuantityOverride,
): SystemContext {
  const components = document.components ?? {}
  const ids = new Ids('components', components)
  const amounts: Amount[] = []
  return {
    document,
    ids,
    names: {
      indexOf: ids.indexOf,
      counts: ids.list.map(id => components[id]?.count ?? 1),
      fullOf: index => {
        const id = ids.list[index] ?? ''
        const condition = components[id]?.full
        return condition === undefined ? null : { condition, path: ['components', id, 'full'] }
      },
    },
    quantities: new Quantities(document, problems, override),
    amounts,
    problems,
    amount: (amount, basis, fields) => amounts.push({ ...amount, basis: basisOf(basis, fields) }),
  }
}
