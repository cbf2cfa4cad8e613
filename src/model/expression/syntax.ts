/** A stretch of the text of an expression, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** How many units are asked for, as written. */
export type AmountSyntax =
  | { readonly kind: 'units'; readonly units: number; readonly span: Span }
  | { readonly kind: 'percent'; readonly millionths: number; readonly span: Span }
  /** More than 100 %: told when the rest of the expression is. */
  | { readonly kind: 'over'; readonly text: string; readonly span: Span }

/** An expression as its author wrote it, with places, before ids are looked up. */
export type Syntax =
  | { readonly op: 'id'; readonly id: string; readonly span: Span }
  | {
      readonly op: 'atLeast'
      readonly ids: readonly IdSyntax[]
      readonly sum: boolean
      readonly amount: AmountSyntax
      readonly span: Span
    }
  | {
      readonly op: 'and' | 'or'
      readonly of: readonly Syntax[]
      readonly span: Span
      readonly mixed: boolean
    }
  | { readonly op: 'some'; readonly atLeast: number; readonly of: readonly Syntax[]; readonly span: Span }
  | { readonly op: 'not'; readonly of: Syntax; readonly span: Span }

/** An id where it stands. */
export interface IdSyntax {
  readonly id: string
  readonly span: Span
}

/** Calls `visit` for every id of an expression, in the order of the text. */
export function eachId(syntax: Syntax, visit: (id: IdSyntax) => void): void {
  if (syntax.op === 'id') visit(syntax)
  else if (syntax.op === 'atLeast') syntax.ids.forEach(visit)
  else if (syntax.op === 'not') eachId(syntax.of, visit)
  else for (const part of syntax.of) eachId(part, visit)
}
