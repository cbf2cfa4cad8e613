import { limits } from '../limits.js'
import { parsePercent } from '../percent.js'
import type { AmountSyntax, IdSyntax, Span, Syntax } from './syntax.js'
import { type Token, tokensOf } from './tokens.js'

/** Why a text is no expression: the code of a problem, where, and what the words need. */
export interface SyntaxProblem {
  readonly code:
    | 'expression-empty'
    | 'expression-long'
    | 'expression-deep'
    | 'expression-unexpected'
    | 'expression-unclosed'
    | 'expression-compare'
    | 'expression-amount'
    | 'expression-some'
    | 'whole-units'
  readonly span: Span
  readonly values: Readonly<Record<string, string | number>>
  readonly suggestion?: string
}

class Refused extends Error {
  readonly problem: SyntaxProblem

  constructor(problem: SyntaxProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * Parses `a and b`, `a or b`, `not a`, `( … )`, `2 of (a, b)`, `hosts >= 60%`, `sum(east, west) >= 40` (DESIGN.md §2,
 * Expressions) by recursive descent; `and` binds tighter than `or`. Stops at the first problem of the text.
 */
export function parseExpression(text: string): ParsedExpression {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const parsed = parsedAnew(text)
  if (remembered.size >= keptTexts) remembered.clear()
  remembered.set(text, parsed)
  return parsed
}

/** What a text means as an expression, or why it is none. */
export type ParsedExpression = Syntax | { readonly problem: SyntaxProblem }

/** Each if is compiled with the whole case around it, so the same texts come again and again. */
const remembered = new Map<string, ParsedExpression>()
const keptTexts = 5_000

function parsedAnew(text: string): ParsedExpression {
  const whole = { from: 0, to: text.length }
  if (text.length > limits.expressionLength) {
    return { problem: { code: 'expression-long', span: whole, values: { limit: limits.expressionLength } } }
  }
  if (text.trim() === '') return { problem: { code: 'expression-empty', span: whole, values: {} } }
  try {
    return new Parser(tokensOf(text)).whole()
  } catch (refused) {
    if (refused instanceof Refused) return { problem: refused.problem }
    throw refused
  }
}

/** An operand of `or`, and whether it is an `and` that stands there without brackets. */
interface Part {
  readonly syntax: Syntax
  readonly bare: boolean
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Syntax {
    const syntax = this.#or()
    if (this.#peek().kind !== 'end') this.#unexpected()
    return syntax
  }

  #or(): Syntax {
    const from = this.#peek().span.from
    const parts = [this.#and()]
    while (this.#takeWord('or')) parts.push(this.#and())
    if (parts.length === 1) return parts[0]!.syntax
    const mixed = parts.some(({ syntax, bare }) => bare && syntax.op === 'and')
    return {
      op: 'or',
      of: parts.map(({ syntax }) => syntax),
      span: { from, to: this.#before() },
      mixed,
    } as const
  }

  #and(): Part {
    const from = this.#peek().span.from
    const parts = [this.#not()]
    while (this.#takeWord('and')) parts.push(this.#not())
    if (parts.length === 1) return { syntax: parts[0]!, bare: false }
    return { syntax: { op: 'and', of: parts, span: { from, to: this.#before() }, mixed: false }, bare: true }
  }

  #not(): Syntax {
    const from = this.#peek().span.from
    if (!this.#takeWord('not')) return this.#primary()
    const of = this.#deeper(() => this.#not())
    return { op: 'not', of, span: { from, to: this.#before() } }
  }

  #primary(): Syntax {
    const token = this.#peek()
    if (token.kind === 'open') {
      this.#at++
      const inner = this.#deeper(() => this.#or())
      this.#close(token)
      return inner
    }
    if (token.kind === 'number') return this.#some(token)
    if (token.kind !== 'word' || /^(and|or)$/i.test(token.text)) this.#unexpected()
    this.#at++
    if (token.text === 'sum' && this.#peek().kind === 'open') return this.#sum(token)
    const id = { id: token.text, span: token.span }
    if (this.#peek().kind !== 'compare') return { op: 'id', ...id }
    const amount = this.#amount()
    return {
      op: 'atLeast',
      ids: [id],
      sum: false,
      amount,
      span: { from: token.span.from, to: this.#before() },
    }
  }

  #some(number: Token): Syntax {
    this.#at++
    if (!this.#takeWord('of') || this.#peek().kind !== 'open') {
      this.#refuse(
        'expression-some',
        { from: number.span.from, to: this.#peek().span.to },
        { text: number.text },
      )
    }
    const opened = this.#next()
    const of = [this.#deeper(() => this.#or())]
    while (this.#peek().kind === 'comma') {
      this.#at++
      of.push(this.#deeper(() => this.#or()))
    }
    this.#close(opened)
    const atLeast = Number(number.text)
    const span = { from: number.span.from, to: this.#before() }
    if (!Number.isInteger(atLeast) || atLeast < 1 || atLeast > of.length) {
      this.#refuse('expression-some', number.span, { text: number.text, parts: of.length })
    }
    return { op: 'some', atLeast, of, span }
  }

  #sum(word: Token): Syntax {
    const opened = this.#next()
    const ids: IdSyntax[] = []
    do {
      const token = this.#next()
      if (token.kind !== 'word') {
        this.#at--
        this.#unexpected()
      }
      ids.push({ id: token.text, span: token.span })
    } while (this.#next().kind === 'comma')
    this.#at--
    this.#close(opened)
    if (this.#peek().kind !== 'compare')
      this.#refuse('expression-compare', this.#peek().span, { text: 'sum(…)' })
    const amount = this.#amount()
    return { op: 'atLeast', ids, sum: true, amount, span: { from: word.span.from, to: this.#before() } }
  }

  #amount(): AmountSyntax {
    const compare = this.#next()
    if (compare.text !== '>=' && compare.text !== '≥') {
      this.#refuse('expression-compare', compare.span, { text: compare.text }, '>=')
    }
    const { kind, text, span } = this.#next()
    if (kind === 'percent') {
      const percent = parsePercent(text)
      if ('code' in percent) {
        if (percent.code === 'percent-over-100') return { kind: 'over', text, span }
        return this.#refuse('expression-amount', span, { text })
      }
      return { kind: 'percent', millionths: percent.millionths, span }
    }
    if (kind !== 'number') this.#refuse('expression-amount', span, { text })
    const units = Number(text)
    if (!Number.isSafeInteger(units)) this.#refuse('whole-units', span, { text })
    return { kind: 'units', units, span }
  }

  #deeper<T>(parse: () => T): T {
    this.#depth++
    if (this.#depth > limits.expressionDepth) {
      this.#refuse('expression-deep', this.#peek().span, { limit: limits.expressionDepth })
    }
    const result = parse()
    this.#depth--
    return result
  }

  #close(opened: Token): void {
    if (this.#peek().kind === 'end') this.#refuse('expression-unclosed', opened.span, {})
    if (this.#peek().kind !== 'close') this.#unexpected()
    this.#at++
  }

  #takeWord(word: string): boolean {
    const token = this.#peek()
    if (token.kind !== 'word' || token.text.toLowerCase() !== word) return false
    this.#at++
    return true
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1)!
  }

  #next(): Token {
    const token = this.#peek()
    this.#at++
    return token
  }

  /** Where the last token that was taken ends. */
  #before(): number {
    return this.#tokens[this.#at - 1]?.span.to ?? 0
  }

  #unexpected(): never {
    const { kind, text, span } = this.#peek()
    this.#refuse('expression-unexpected', span, { text, atEnd: kind === 'end' ? 1 : 0 })
  }

  #refuse(
    code: SyntaxProblem['code'],
    span: Span,
    values: SyntaxProblem['values'],
    suggestion?: string,
  ): never {
    throw new Refused({ code, span, values, ...(suggestion === undefined ? {} : { suggestion }) })
  }
}
