import { limits } from './limits.js'
import { nearest } from './nearest.js'
import { type CasePath, error, type Problem } from './problem.js'

/** The ids of one section of a case, in the order of the document, and the problem that an unknown one is. */
export class Ids {
  readonly list: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly #section: string

  constructor(section: string, entries: Readonly<Record<string, unknown>> | undefined) {
    this.#section = section
    this.list = Object.keys(entries ?? {})
    this.indexOf = new Map(this.list.map((id, index) => [id, index]))
  }

  /** Index of an id; null after reporting that there is none. */
  find(id: string, path: CasePath, problems: Problem[], atKey = false): number | null {
    const index = this.indexOf.get(id)
    if (index !== undefined) return index
    const suggestion = problems.length < limits.suggestions ? nearest(id, this.list) : null
    const details = { ...(suggestion === null ? {} : { suggestion }), ...(atKey ? { atKey } : {}) }
    problems.push(error('unknown-id', path, { id, section: this.#section }, details))
    return null
  }
}
