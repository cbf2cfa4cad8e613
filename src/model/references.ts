import { type BasisOfFields, isWholeBasis } from './basis.js'
import type { Basis, CaseDocument } from './case.js'
import { Ids } from './names.js'
import { nearest } from './nearest.js'
import { type CasePath, error, type Problem } from './problem.js'

type Section = 'sources' | 'facts' | 'ifs' | 'actions' | 'components' | 'scenarios'

/** Ids of the sections that other sections refer to. */
export class References {
  readonly problems: Problem[] = []
  readonly #ids: Readonly<Record<Section, Ids>>

  constructor(document: CaseDocument) {
    this.#ids = {
      sources: new Ids('sources', document.sources),
      facts: new Ids('facts', document.facts),
      ifs: new Ids('ifs', document.ifs),
      actions: new Ids('actions', document.actions),
      components: new Ids('components', document.components),
      scenarios: new Ids('scenarios', document.scenarios),
    }
  }

  /** Whether an id is known; reports it where it is not. */
  one(section: Section, id: string, path: CasePath, atKey = false): boolean {
    return this.#ids[section].find(id, path, this.problems, atKey) !== null
  }

  /** Each of several ids. */
  all(section: Section, ids: string | readonly string[] | undefined, path: CasePath): void {
    if (typeof ids === 'string') this.one(section, ids, path)
    else for (const [place, id] of (ids ?? []).entries()) this.one(section, id, [...path, place])
  }

  /** The ids within a basis. */
  basis(basis: Basis | undefined, path: CasePath): void {
    if (basis === undefined || typeof basis === 'string') return
    if ('sources' in basis) this.all('sources', basis.sources, [...path, 'sources'])
    if ('fitted' in basis) this.all('facts', basis.fitted, [...path, 'fitted'])
    if ('knowing' in basis) this.all('facts', basis.knowing, [...path, 'knowing'])
  }

  /** The bases of the fields of a component or an event, and that each names a field that is there. */
  basisOfFields(basis: BasisOfFields | undefined, owner: object, path: CasePath): void {
    if (basis === undefined) return
    if (isWholeBasis(basis)) {
      this.basis(basis, path)
      return
    }
    const known = fieldsOf(owner)
    for (const [field, one] of Object.entries(basis)) {
      const at = [...path, field]
      this.basis(one, at)
      if (known.includes(field)) continue
      const suggestion = nearest(field, known)
      const details = { atKey: true, ...(suggestion === null ? {} : { suggestion }) }
      this.problems.push(error('unknown-basis-field', at, { field, known: known.join(', ') }, details))
    }
  }
}

/** Fields of a component or an event that no basis is asked for. */
const notQuantities = new Set(['basis', 'title', 'about', 'sources', 'kind'])

/** Paths of the values within a component or an event, as its `basis` may name them. */
function fieldsOf(owner: object): readonly string[] {
  const found: string[] = []
  const visit = (value: unknown, prefix: string, depth: number): void => {
    if (prefix !== '') found.push(prefix)
    if (typeof value !== 'object' || value === null || depth > 4) return
    for (const [key, inner] of Object.entries(value)) {
      if (prefix === '' && notQuantities.has(key)) continue
      visit(inner, prefix === '' ? key : `${prefix}.${key}`, depth + 1)
    }
  }
  visit(owner, '', 0)
  const single = 'recovery' in owner && !Array.isArray(owner.recovery) && owner.recovery !== 'none'
  return single ? [...found, ...found.filter(name => name.startsWith('recovery.')).map(firstWay)] : found
}

/** A single way may also be named as the first of a list. */
const firstWay = (name: string) => name.replace('recovery.', 'recovery.0.')
