import { parseExpression } from '../../../../model/expression/parse.js'
import { eachId } from '../../../../model/expression/syntax.js'

/** A condition that asks for one thing more, or null where it does already. What cannot be read is left, and the new need is put behind it. */
export function needing(condition: string, needed: string): string | null {
  if (condition.trim() === '') return needed
  const parsed = parseExpression(condition)
  if ('problem' in parsed) return `${condition} and ${needed}`
  const named: string[] = []
  eachId(parsed, ({ id }) => named.push(id))
  if (named.includes(needed)) return null
  return parsed.op === 'or' ? `(${condition}) and ${needed}` : `${condition} and ${needed}`
}

/** Whether a component is another, or stands in it, however deep. A circle in the case ends the search. */
export function standsWithin(inner: string, outer: string, inOf: (id: string) => unknown): boolean {
  const seen = new Set<string>()
  for (let at: unknown = inner; typeof at === 'string' && !seen.has(at); at = inOf(at)) {
    if (at === outer) return true
    seen.add(at)
  }
  return false
}
