import type { Condition } from '../../model/case.js'
import { parseExpression } from '../../model/expression/parse.js'
import type { IdSyntax, Syntax } from '../../model/expression/syntax.js'

/** What conditions of one case are said in for another system. */
export interface Vocabulary {
  /** Components that stand for one of the case; itself where it stands for itself. Never empty. */
  readonly playersOf: (own: string) => readonly string[]
  /** Units of a component of the system. */
  readonly countOf: (id: string) => number
  /** Units of a component of the case. */
  readonly ownCountOf: (own: string) => number
}

/**
 * A condition of a case in terms of another system. A component that is played by several is meant as all of them. A number of
 * units becomes the share that it is in the case, since the players have counts of their own.
 */
export function translateCondition(
  condition: Condition | undefined,
  vocabulary: Vocabulary,
): Condition | undefined {
  if (condition === undefined) return undefined
  if (typeof condition === 'string') return translateText(condition, vocabulary)
  return condition.map(text => translateText(text, vocabulary))
}

function translateText(text: string, vocabulary: Vocabulary): string {
  const syntax = parseExpression(text)
  return 'problem' in syntax ? text : translated(syntax, vocabulary)
}

function translated(syntax: Syntax, vocabulary: Vocabulary): string {
  const part = (inner: Syntax) => `(${translated(inner, vocabulary)})`
  switch (syntax.op) {
    case 'id':
      return bare(syntax, vocabulary)
    case 'atLeast':
      return atLeast(syntax, vocabulary)
    case 'not':
      return `not ${part(syntax.of)}`
    case 'some':
      return `${syntax.atLeast} of (${syntax.of.map(inner => translated(inner, vocabulary)).join(', ')})`
    default:
      return syntax.of.map(part).join(` ${syntax.op} `)
  }
}

function bare({ id }: IdSyntax, { playersOf, countOf }: Vocabulary): string {
  const full = id.endsWith('.full')
  const players = playersOf(full ? id.slice(0, -'.full'.length) : id)
  return players
    .map(player => (full ? `${player}.full` : countOf(player) === 1 ? player : `${player} >= 100%`))
    .join(' and ')
}

/** Whom a sum counts: what it names twice it counts twice; who plays two of its parts is there once. */
function counted(own: readonly string[], { playersOf }: Vocabulary): readonly string[] {
  const players: string[] = []
  own.forEach((id, place) => {
    const again = own.indexOf(id) < place
    players.push(...playersOf(id).filter(player => again || !players.includes(player)))
  })
  return players
}

function atLeast(syntax: Syntax & { op: 'atLeast' }, vocabulary: Vocabulary): string {
  const own = syntax.ids.map(({ id }) => id)
  const players = counted(own, vocabulary)
  const named = players.length === 1 ? players[0]! : `sum(${players.join(', ')})`
  const { amount } = syntax
  const home = own.length === players.length && own.every((id, place) => id === players[place])
  if (home && amount.kind === 'units') return `${named} >= ${amount.units}`
  if (amount.kind === 'over') return `${named} >= ${amount.text}`
  const total = own.reduce((sum, id) => sum + vocabulary.ownCountOf(id), 0)
  if (amount.kind === 'units' && amount.units > total) {
    // More than there is stays more than there is.
    return `${named} >= ${players.reduce((sum, id) => sum + vocabulary.countOf(id), 1)}`
  }
  const millionths =
    amount.kind === 'percent'
      ? amount.millionths
      : Math.min(1_000_000, Math.floor((amount.units / total) * 1e6))
  return `${named} >= ${millionths / 10_000}%`
}
