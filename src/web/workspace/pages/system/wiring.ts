import type { CaseEdit } from '../../../../files/caseEdit.js'
import { parseExpression } from '../../../../model/expression/parse.js'
import { printExpression } from '../../../../model/expression/print.js'
import { eachId, type Syntax } from '../../../../model/expression/syntax.js'
import type { WrittenEntry } from '../../case/writtenCase.js'
import { conditionText } from '../../forms/conditionText.js'

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

/** The components that a condition speaks of, each once, in the order of the text; none where it cannot be read. */
export function neededBy(condition: string): readonly string[] {
  const parsed = parseExpression(condition)
  if ('problem' in parsed) return []
  const named = new Set<string>()
  eachId(parsed, ({ id }) => named.add(id.replace(/\.full$/, '')))
  return [...named]
}

/**
 * A condition that no longer asks for one thing: empty where nothing is left of it. Null where it cannot be taken out without saying
 * what holds instead: inside `or`, `2 of` and `not`.
 */
export function notNeeding(condition: string, needed: string): string | null {
  const parsed = parseExpression(condition)
  if ('problem' in parsed) return null
  const asksOnlyFor = (part: Syntax) =>
    (part.op === 'id' && part.id.replace(/\.full$/, '') === needed) ||
    (part.op === 'atLeast' && part.ids.every(({ id }) => id === needed))
  if (asksOnlyFor(parsed)) return ''
  if (parsed.op !== 'and') return null
  const kept = parsed.of.filter(part => !asksOnlyFor(part))
  const next = kept.length === 1 ? printExpression(kept[0]!) : printExpression({ ...parsed, of: kept })
  return kept.length === parsed.of.length || neededBy(next).includes(needed) ? null : next
}

/** The edits that take a component out of the system: what stood in it stands nowhere, and what simply needed it no longer does. */
export function removal(
  id: string,
  components: readonly WrittenEntry[],
): { readonly edits: readonly CaseEdit[]; readonly stillNamedBy: readonly string[] } {
  const edits: CaseEdit[] = []
  const stillNamedBy: string[] = []
  for (const { id: other, value } of components) {
    if (other === id) continue
    const { in: within, needs } = (value ?? {}) as Readonly<Record<string, unknown>>
    if (within === id) edits.push({ kind: 'remove', path: ['components', other, 'in'] })
    const condition = conditionText(needs)
    if (!neededBy(condition).includes(id)) continue
    const path = ['components', other, 'needs']
    const rest = notNeeding(condition, id)
    if (rest === null) stillNamedBy.push(other)
    else edits.push(rest === '' ? { kind: 'remove', path } : { kind: 'set', path, value: rest })
  }
  edits.push({ kind: 'remove', path: ['components', id] })
  return { edits, stillNamedBy }
}
