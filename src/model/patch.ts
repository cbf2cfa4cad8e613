import type { CaseDocument, If } from './case.js'
import { nearest } from './nearest.js'
import { type CasePath, error, type Problem } from './problem.js'

/** A case with ifs in place. */
export interface Patched {
  readonly document: CaseDocument
  /** Ids that are unknown, ifs that exclude each other, and fields that two ifs set differently. */
  readonly problems: readonly Problem[]
  /** Paths in the document at which a value was set, replaced or removed, in the order in which the ifs write them. */
  readonly changed: readonly CasePath[]
}

const patchable = ['components', 'events', 'quantities'] as const

/**
 * A case as it would have been with these ifs: maps merge, lists and values replace, `null` removes (DESIGN.md §4). Ifs that a
 * chosen one `requires` are not added: that they are missing is a problem. The order of `ids` changes nothing.
 */
export function applyIfs(document: CaseDocument, ids: readonly string[]): Patched {
  const problems: Problem[] = []
  const ifs = document.ifs ?? {}
  const chosen: string[] = []
  for (const id of new Set(ids)) {
    if (Object.hasOwn(ifs, id)) chosen.push(id)
    else {
      const suggestion = nearest(id, Object.keys(ifs))
      const details = suggestion === null ? {} : { suggestion }
      problems.push(error('unknown-id', ['ifs', id], { id, section: 'ifs' }, details))
    }
  }
  const order = Object.keys(ifs)
  chosen.sort((a, b) => order.indexOf(a) - order.indexOf(b))
  checkCompany(ifs, chosen, problems)
  const patch = new Patch(document, problems)
  for (const id of chosen) patch.apply(id, ifs[id] as If)
  return { document: patch.document(), problems, changed: patch.changed }
}

function checkCompany(
  ifs: Readonly<Record<string, If>>,
  chosen: readonly string[],
  problems: Problem[],
): void {
  for (const id of chosen) {
    ifs[id]?.requires?.forEach((other, place) => {
      if (!chosen.includes(other)) {
        problems.push(error('if-requires', ['ifs', id, 'requires', place], { id, other }))
      }
    })
    ifs[id]?.excludes?.forEach((other, place) => {
      if (chosen.includes(other)) {
        problems.push(error('if-excludes', ['ifs', id, 'excludes', place], { id, other }))
      }
    })
  }
}

type Values = { [key: string]: unknown }

/** A document under change. Only what is changed is copied. */
class Patch {
  readonly changed: CasePath[] = []
  readonly #problems: Problem[]
  readonly #base: CaseDocument
  readonly #sections: Values = {}
  /** Who set what: path as text → the if and its value. */
  readonly #set = new Map<string, { readonly id: string; readonly path: CasePath; readonly value: string }>()

  /** Whether an if before this one set anything. */
  #several = false

  constructor(base: CaseDocument, problems: Problem[]) {
    this.#base = base
    this.#problems = problems
  }

  document(): CaseDocument {
    return { ...this.#base, ...this.#sections } as CaseDocument
  }

  apply(id: string, written: If): void {
    this.#several = this.#set.size > 0
    for (const section of patchable) {
      const patch = written[section]
      if (patch === undefined) continue
      const before = this.#sections[section] ?? this.#base[section]
      this.#sections[section] = this.#merge(before, patch as Values, [section], id)
    }
  }

  #merge(before: unknown, patch: Values, path: CasePath, id: string): Values {
    const merged: Values = Object.assign(Object.create(null), isMap(before) ? before : null)
    for (const [key, value] of Object.entries(patch)) {
      const at = [...path, key]
      const was = Object.hasOwn(merged, key) ? merged[key] : undefined
      if (value === null) {
        this.#claim(at, was, undefined, id)
        delete merged[key]
      } else if (isMap(value) && !isWhole(at, value)) {
        merged[key] = this.#merge(was, value, at, id)
      } else {
        this.#claim(at, was, value, id)
        merged[key] = value
      }
    }
    return merged
  }

  /** Remembers that an if sets a field. Two that set one field, or one within the other, to different values conflict. */
  #claim(path: CasePath, was: unknown, value: unknown, id: string): void {
    const text = JSON.stringify(value) ?? 'removed'
    const key = JSON.stringify(path)
    const earlier = this.#set.get(key) ?? (this.#several ? this.#around(path) : undefined)
    if (earlier !== undefined && earlier.id !== id && earlier.value !== text) {
      const other = ['ifs', earlier.id, ...earlier.path]
      const values = { first: earlier.id, second: id, field: path.join('.') }
      this.#problems.push(error('if-conflict', ['ifs', id, ...path], values, { other }))
    }
    this.#set.set(key, { id, path, value: text })
    if (earlier === undefined && text !== (JSON.stringify(was) ?? 'removed')) this.changed.push(path)
  }

  /** An earlier claim on what contains a path, or on something within it. */
  #around(path: CasePath) {
    for (let length = path.length - 1; length > 0; length--) {
      const claim = this.#set.get(JSON.stringify(path.slice(0, length)))
      if (claim !== undefined) return claim
    }
    const prefix = `${JSON.stringify(path).slice(0, -1)},`
    for (const [key, claim] of this.#set) if (key.startsWith(prefix)) return claim
    return undefined
  }
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const BASES: readonly string[] = ['sources', 'fitted', 'derived', 'assumed']

/** A basis is one statement of one of four kinds: of two kinds merged, neither would be said. So it replaces as a whole. */
function isWhole(path: CasePath, value: Values): boolean {
  return path[2] === 'basis' && BASES.some(key => Object.hasOwn(value, key))
}
