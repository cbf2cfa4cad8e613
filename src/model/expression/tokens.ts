import type { Span } from './syntax.js'

/** A piece of the text of an expression. `text` of a word is as written. */
export interface Token {
  readonly kind: 'word' | 'number' | 'percent' | 'compare' | 'open' | 'close' | 'comma' | 'end' | 'other'
  readonly text: string
  readonly span: Span
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['percent', /\d+(?:\.\d+)?\s*%/y],
  ['number', /\d+(?:\.\d+)?(?![\p{L}\p{M}\p{Nd}._@-])/uy],
  ['word', /\p{L}[\p{L}\p{M}\p{Nd}._@-]*/uy],
  ['compare', /[<>=!]=?|[≥≤≠]/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
  ['other', /[^\s]/uy],
]

/** Cuts an expression into tokens; the last is `end`. What fits nothing becomes `other`, one character each. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++
      continue
    }
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const found = pattern.exec(text)?.[0]
      if (found === undefined) continue
      tokens.push({ kind, text: found, span: { from: at, to: at + found.length } })
      at += found.length
      break
    }
  }
  tokens.push({ kind: 'end', text: '', span: { from: text.length, to: text.length } })
  return tokens
}
