/** What an expression can ask about the components of a system. */
export interface Sight {
  level(id: string): number
  count(id: string): number
  /** The component's `full` expression, if it has one. */
  full(id: string): Expression | undefined
}

/** A parsed expression: whether it holds now. */
export type Expression = (sight: Sight) => boolean

/** Parses an expression of the case format; a list means `and`. */
export function parseExpression(source: string | readonly string[]): Expression {
  if (typeof source !== 'string') {
    const all = source.map(parseExpression)
    return sight => all.every(one => one(sight))
  }
  const tokens = source.match(/>=|[(),]|\d+(?:\.\d+)?%?|\p{L}[\p{L}\p{N}\-_.@]*|\S/gu) ?? []
  let at = 0

  const peek = () => tokens[at]
  const take = (expected?: string): string => {
    const token = tokens[at++]
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new Error(`"${source}": expected ${expected ?? 'more'}, found ${token ?? 'the end'}`)
    }
    return token
  }
  const list = <Item>(item: () => Item): Item[] => {
    take('(')
    const items = [item()]
    while (peek() === ',') {
      take(',')
      items.push(item())
    }
    take(')')
    return items
  }

  const either = (): Expression => {
    const parts = [both()]
    while (peek() === 'or') {
      take('or')
      parts.push(both())
    }
    return sight => parts.some(part => part(sight))
  }
  const both = (): Expression => {
    const parts = [single()]
    while (peek() === 'and') {
      take('and')
      parts.push(single())
    }
    return sight => parts.every(part => part(sight))
  }
  const single = (): Expression => {
    const token = peek() ?? ''
    if (token === 'not') {
      take('not')
      const negated = single()
      return sight => !negated(sight)
    }
    if (token === '(') {
      take('(')
      const inner = either()
      take(')')
      return inner
    }
    if (/^\d/.test(token)) {
      const least = Number(take())
      take('of')
      const parts = list(either)
      return sight => parts.filter(part => part(sight)).length >= least
    }
    if (token === 'sum') {
      take('sum')
      return atLeast(list(take))
    }
    if (!/^\p{L}/u.test(token)) throw new Error(`"${source}": unexpected ${token || 'end'}`)
    const id = take()
    if (peek() === '>=') return atLeast([id])
    if (id.endsWith('.full')) return isFull(id.slice(0, -'.full'.length))
    return sight => sight.level(id) === sight.count(id)
  }
  const atLeast = (ids: string[]): Expression => {
    take('>=')
    const amount = take()
    return sight => {
      const level = ids.reduce((sum, id) => sum + sight.level(id), 0)
      const total = ids.reduce((sum, id) => sum + sight.count(id), 0)
      return level >= units(amount, total)
    }
  }

  const whole = either()
  if (at < tokens.length) throw new Error(`"${source}": unexpected ${tokens[at]}`)
  return whole
}

/** Up with all its units, and what it needs to be more than impaired holds too. */
function isFull(id: string): Expression {
  return sight => sight.level(id) === sight.count(id) && (sight.full(id)?.(sight) ?? true)
}

/** `all`, a number of units, or a percentage of the total, rounded up to whole units. */
export function units(amount: string | number, total: number): number {
  if (amount === 'all') return total
  const text = String(amount)
  if (!text.endsWith('%')) return Number(text)
  const [whole, fraction = ''] = text.slice(0, -1).split('.')
  const scale = 10n ** BigInt(fraction.length) * 100n
  return Number((BigInt(total) * BigInt(whole! + fraction) + scale - 1n) / scale)
}
