import type { Text } from '../model/case.js'
import { idProblem } from '../model/identifier.js'
import { limits } from '../model/limits.js'
import { readableId } from '../model/readableId.js'
import { textIn } from '../model/text.js'
import type { Ground, Named } from './ground.js'

/** What a name was given for. A place or a team with the name of something else is another component. */
export type Part = 'thing' | 'place' | 'team'

/** A component of the draft: its id, its title, and what the case says of it already. */
export interface Claimed {
  readonly id: string
  readonly title: Text
  /** Null for a new one. */
  readonly known: Named | null
}

/** Ids for the names of one draft. The same name for the same part gives the same component. */
export class Naming {
  readonly #ground: Ground
  readonly #taken: Set<string>
  readonly #claimed = new Map<string, Claimed>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.#taken = new Set([...ground.taken.components, ...ground.named.map(({ id }) => id)])
  }

  /** The component that a name stands for: one of the case with this id or title, else a new one. */
  claim(name: string, part: Part): Claimed {
    const known = this.#known(name, part)
    const key = JSON.stringify([part, known?.id ?? name.toLowerCase()])
    const before = this.#claimed.get(key)
    if (before !== undefined) return before
    const claimed =
      known === null
        ? { id: this.#free(readableId(name), suffixes[part]), title: name, known }
        : { id: this.#usable(known.id), title: known.title, known }
    this.#taken.add(claimed.id)
    this.#claimed.set(key, claimed)
    return claimed
  }

  /** A component that the draft adds by itself, by this id or one near it. */
  add(id: string, title: Text): Claimed {
    const claimed = { id: this.#free(idProblem(id) === null ? id : 'part', ''), title, known: null }
    this.#taken.add(claimed.id)
    return claimed
  }

  #known(name: string, part: Part): Named | null {
    const wanted = name.toLowerCase()
    const named = this.#ground.named.filter(({ kind }) => {
      if (part === 'team') return kind === 'team'
      if (part === 'place') return kind === 'site' || kind === 'room'
      return kind !== 'team' && kind !== 'site' && kind !== 'room' && kind !== 'barrier'
    })
    const called = ({ id, title }: Named) =>
      [id, textIn(title, 'ko'), textIn(title, 'en')].some(text => text.toLowerCase() === wanted)
    return named.find(({ id }) => id === name) ?? named.find(called) ?? null
  }

  /** An id that facts use, where a component may have it; else one made from it. */
  #usable(id: string): string {
    return idProblem(id) === null ? id : this.#free(readableId(id), '')
  }

  #free(id: string, suffix: string): string {
    if (!this.#taken.has(id)) return id
    if (suffix !== '' && !this.#taken.has(`${id}-${suffix}`)) return `${id}-${suffix}`
    for (let number = 2; ; number++) {
      const tail = `-${number}`
      const free = id.slice(0, limits.idLength - tail.length) + tail
      if (!this.#taken.has(free)) return free
    }
  }
}

const suffixes: Readonly<Record<Part, string>> = { thing: '', place: 'site', team: 'team' }
