/**
 * A condition on levels, compiled from the text of a case. Components are indexes into `System.components`.
 * `units` compares the sum of the levels of `components` (one entry: a component alone) with a number of units.
 */
export type Expression =
  | { readonly op: 'units'; readonly components: readonly number[]; readonly atLeast: number }
  | { readonly op: 'all'; readonly of: readonly Expression[] }
  | { readonly op: 'any'; readonly of: readonly Expression[] }
  | { readonly op: 'some'; readonly atLeast: number; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression }

/** Whether an expression holds for the given levels. An empty `all` holds, an empty `any` does not. */
export function holds(expression: Expression, levels: ArrayLike<number>): boolean {
  switch (expression.op) {
    case 'units': {
      let sum = 0
      for (const component of expression.components) sum += levels[component] ?? 0
      return sum >= expression.atLeast
    }
    case 'all':
      return expression.of.every(part => holds(part, levels))
    case 'any':
      return expression.of.some(part => holds(part, levels))
    case 'some': {
      let met = 0
      for (const part of expression.of) if (holds(part, levels)) met++
      return met >= expression.atLeast
    }
    case 'not':
      return !holds(expression.of, levels)
  }
}

/** Calls `visit` for every component that an expression reads, in the order of the text, repeats included. */
export function eachComponent(expression: Expression, visit: (component: number) => void): void {
  switch (expression.op) {
    case 'units':
      for (const component of expression.components) visit(component)
      return
    case 'not':
      eachComponent(expression.of, visit)
      return
    default:
      for (const part of expression.of) eachComponent(part, visit)
  }
}
