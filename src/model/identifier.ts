import { limits } from './limits.js'

/** What an id may look like: a letter of any script, then letters, digits, `-`, `_`, `.`, `@`. */
const pattern = /^\p{L}[\p{L}\p{M}\p{Nd}._@-]*$/u

/** Words of expressions, and the one key that JavaScript gives a meaning of its own. */
const taken = new Set(['and', 'or', 'not', '__proto__'])

/** What is wrong with an id: the code of a problem, or null where it is fine. */
export function idProblem(id: string): 'bad-id' | 'long-id' | 'reserved-id' | 'full-id' | null {
  if (taken.has(id)) return 'reserved-id'
  if (id.length > limits.idLength) return 'long-id'
  if (!pattern.test(id)) return 'bad-id'
  return id.endsWith('.full') ? 'full-id' : null
}
