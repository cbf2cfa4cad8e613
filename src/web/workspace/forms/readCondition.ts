import type { AmountSyntax, Syntax } from '../../../model/expression/syntax.js'
import type { FormWords } from '../../../words/workspace/forms.js'

/** An expression in the titles of the case: `any of (Pangyo, all of (Gasan, its feed))`. */
export function readCondition(
  syntax: Syntax,
  titleOf: (component: string) => string,
  words: FormWords['reads'],
): string {
  const within = (of: readonly Syntax[]) => `(${of.map(read).join(', ')})`
  const read = (part: Syntax): string => {
    switch (part.op) {
      case 'id':
        return part.id.endsWith('.full') ? `${titleOf(part.id.slice(0, -5))} ${words.full}` : titleOf(part.id)
      case 'atLeast':
        return `${part.ids.map(({ id }) => titleOf(id)).join(' + ')} ${words.atLeast(amountOf(part.amount))}`
      case 'not':
        return `${words.not} (${read(part.of)})`
      case 'some':
        return `${words.some(part.atLeast)} ${within(part.of)}`
      default:
        return `${words[part.op]} ${within(part.of)}`
    }
  }
  return read(syntax)
}

function amountOf(amount: AmountSyntax): string {
  if (amount.kind === 'units') return amount.units.toLocaleString('en-US')
  return amount.kind === 'over' ? amount.text : `${amount.millionths / 10_000} %`
}
