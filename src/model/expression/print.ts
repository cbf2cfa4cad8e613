import type { Condition } from '../case.js'
import type { AmountSyntax, Syntax } from './syntax.js'

/** An expression in the notation of a case; brackets only where they are needed. Parsing it gives the same again. */
export function printExpression(syntax: Syntax, nameOf: (id: string) => string = id => id): string {
  const print = (part: Syntax): string => {
    switch (part.op) {
      case 'id':
        return nameOf(part.id)
      case 'atLeast': {
        const names = part.ids.map(({ id }) => nameOf(id)).join(', ')
        return `${part.sum ? `sum(${names})` : names} >= ${amountText(part.amount)}`
      }
      case 'not':
        return `not ${bracketed(part.of)}`
      case 'some':
        return `${part.atLeast} of (${part.of.map(print).join(', ')})`
      default:
        return part.of.map(bracketed).join(` ${part.op} `)
    }
  }
  const bracketed = (part: Syntax) =>
    part.op === 'and' || part.op === 'or' ? `(${print(part)})` : print(part)
  return print(syntax)
}

/** A condition as one line: a list means `and`. */
export function printCondition(condition: Condition): string {
  if (typeof condition === 'string') return condition.trim()
  if (condition.length === 1) return condition[0]!.trim()
  return condition.map(part => (/\s(and|or)\s/i.test(part) ? `(${part.trim()})` : part.trim())).join(' and ')
}

function amountText(amount: AmountSyntax): string {
  if (amount.kind === 'units') return String(amount.units)
  return amount.kind === 'over' ? amount.text : `${amount.millionths / 10_000}%`
}
