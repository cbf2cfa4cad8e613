import { idProblem } from './identifier.js'

/** Characters of an id made from a name: long enough to be read, short enough for an expression. */
const READABLE = 40

/**
 * A readable id from a name: its words in lower case joined by hyphens. Letters of every script stay as they are, so that the id
 * of 회원 데이터베이스 is `회원-데이터베이스`; a title keeps the name as it was typed. Always an id that a case may have; `part`
 * where the name has no letter.
 */
export function readableId(name: string): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}_]+/u)
    .filter(word => word !== '')
    .join('-')
    .replace(/^[^\p{L}]+/u, '')
  const id = [...words]
    .slice(0, READABLE)
    .join('')
    .replace(/[-_]+$/, '')
  if (id === '') return 'part'
  return idProblem(id) === null ? id : `part-${id}`
}
