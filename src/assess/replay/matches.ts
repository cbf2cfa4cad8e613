import { type Binding, type Lack, lackOf, lacks } from './fit.js'
import type { FormRole } from './form.js'
import type { Relations } from './relations.js'

/** Bounds of the search for matches. Each is reported when it is hit. */
export const matchLimits = {
  /** Matches that are tried. */
  matches: 64,
  /** Candidates that are looked at. */
  steps: 500_000,
} as const

/** A role for which nothing was found, and what came nearest to it. */
export interface Unmatched {
  readonly role: FormRole
  readonly nearest: { readonly index: number; readonly lacks: Lack } | null
}

/** Every way in which a system may play the roles of a case. */
export interface Matches {
  /** In the order of the document: what the first role can be comes first. */
  readonly bindings: readonly Binding[]
  /** Roles that kept any match from being found; empty where one was. */
  readonly unmatched: readonly Unmatched[]
  readonly limit: keyof typeof matchLimits | null
}

/**
 * Binds roles to components of a system in every way that satisfies them. A role of one is played by a component that plays no other
 * role of one; it is empty only where it is optional and nothing that is free fits. A role of all is played by everything that
 * fits and plays no role of one. `fixed` says beforehand who plays a role, whatever it asks.
 */
export function matchRoles(
  roles: readonly FormRole[],
  relations: Relations,
  fixed: Binding = new Map(),
): Matches {
  return new Search(roles, relations, fixed).result()
}

/** Thrown within the search when a bound of it is hit. */
class Bounded extends Error {
  readonly limit: keyof typeof matchLimits

  constructor(limit: keyof typeof matchLimits) {
    super(limit)
    this.limit = limit
  }
}

class Search {
  readonly #ones: readonly FormRole[]
  readonly #alls: readonly FormRole[]
  readonly #relations: Relations
  readonly #fixed: Binding
  readonly #found: Binding[] = []
  /** Roles that were come to, with what then came nearest; those that were ever played are in `#played`. */
  readonly #reached = new Map<FormRole, Unmatched['nearest']>()
  readonly #played = new Set<FormRole>()
  #steps = 0

  constructor(roles: readonly FormRole[], relations: Relations, fixed: Binding) {
    const ordered = inOrderOfNeed(roles)
    this.#ones = ordered.filter(({ all }) => !all)
    this.#alls = ordered.filter(({ all }) => all)
    this.#relations = relations
    this.#fixed = fixed
  }

  result(): Matches {
    let limit: Matches['limit'] = null
    try {
      this.#one(0, new Map())
    } catch (bounded) {
      if (!(bounded instanceof Bounded)) throw bounded
      limit = bounded.limit
    }
    const unmatched: Unmatched[] = []
    if (this.#found.length === 0) {
      for (const [role, nearest] of this.#reached) {
        if (!role.optional && !this.#played.has(role)) unmatched.push({ role, nearest })
      }
    }
    return { bindings: this.#found, unmatched, limit }
  }

  #one(place: number, binding: Map<string, readonly number[]>): void {
    const role = this.#ones[place]
    if (role === undefined) {
      this.#rest(binding)
      return
    }
    const fixed = this.#fixed.get(role.id)
    if (fixed !== undefined) {
      this.#one(place + 1, new Map(binding).set(role.id, fixed))
      return
    }
    const taken = takenBy(this.#ones, binding)
    const candidates = this.#fitting(role, binding).filter(index => !taken.has(index))
    for (const index of candidates) this.#one(place + 1, new Map(binding).set(role.id, [index]))
    if (role.optional) this.#one(place + 1, new Map(binding).set(role.id, []))
  }

  /** Roles of all, once every role of one is played. */
  #rest(ones: Map<string, readonly number[]>): void {
    const binding = new Map(ones)
    const taken = takenBy(this.#ones, binding)
    for (const role of this.#ones) {
      if (this.#fixed.has(role.id) || binding.get(role.id)?.length !== 0) continue
      if (this.#fitting(role, binding).some(index => !taken.has(index))) return
    }
    for (const role of this.#alls) {
      const players =
        this.#fixed.get(role.id) ?? this.#fitting(role, binding).filter(index => !taken.has(index))
      if (players.length === 0 && !role.optional) return
      binding.set(role.id, players)
    }
    if (this.#found.length >= matchLimits.matches) throw new Bounded('matches')
    this.#found.push(binding)
  }

  #fitting(role: FormRole, binding: Binding): number[] {
    const found: number[] = []
    if (role.homeOnly) return found
    let nearest = this.#reached.get(role) ?? null
    this.#relations.ids.forEach((_, index) => {
      if (++this.#steps > matchLimits.steps) throw new Bounded('steps')
      const lack = lackOf(role, index, binding, this.#relations)
      if (lack === null) found.push(index)
      else if (lack !== 'kind' && (nearest === null || lacks.indexOf(lack) > lacks.indexOf(nearest.lacks)))
        nearest = { index, lacks: lack }
    })
    this.#reached.set(role, nearest)
    if (found.length > 0) this.#played.add(role)
    return found
  }
}

function takenBy(ones: readonly FormRole[], binding: Binding): ReadonlySet<number> {
  return new Set(ones.flatMap(({ id }) => binding.get(id) ?? []))
}

/** Roles such that each comes after those that it rests on; else in their own order. */
function inOrderOfNeed(roles: readonly FormRole[]): readonly FormRole[] {
  const byId = new Map(roles.map(role => [role.id, role]))
  const ordered = new Set<FormRole>()
  const add = (role: FormRole | undefined, depth: number): void => {
    if (role === undefined || ordered.has(role) || depth > roles.length) return
    for (const other of [role.in, role.outside, role.holds, role.needs, role.neededBy]) {
      if (other !== null) add(byId.get(other), depth + 1)
    }
    ordered.add(role)
  }
  for (const role of roles) add(role, 0)
  return [...ordered]
}
