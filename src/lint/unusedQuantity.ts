import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'

/** A named quantity that nothing uses: often an id that was misspelt where it should stand. */
export const unusedQuantity: Rule = ({ compiled, document }) => {
  const used = new Set(compiled.scenarios.flatMap(({ quantities }) => quantities.map(({ named }) => named)))
  const elsewhere = new Set<unknown>()
  collect([document.components, document.objectives, document.ifs], elsewhere)
  return Object.keys(document.quantities ?? {}).flatMap(id =>
    used.has(id) || elsewhere.has(id)
      ? []
      : [warning('unused-quantity', ['quantities', id], { id }, { atKey: true })],
  )
}

/** Every text within a value. */
function collect(value: unknown, texts: Set<unknown>): void {
  if (typeof value === 'string') texts.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) collect(inner, texts)
}
