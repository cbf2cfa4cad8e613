import type { Expression } from '../../engine/expression.js'
import type { Condition } from '../case.js'
import { limits } from '../limits.js'
import { nearest } from '../nearest.js'
import { unitsOf } from '../percent.js'
import { type CasePath, error, type Problem, warning } from '../problem.js'
import { parseExpression } from './parse.js'
import type { IdSyntax, Span, Syntax } from './syntax.js'

/** What expressions are resolved against. */
export interface Names {
  readonly indexOf: ReadonlyMap<string, number>
  /** Units by index. */
  readonly counts: readonly number[]
  /** The `full` of a component and its path, by index. */
  readonly fullOf: (component: number) => { readonly condition: Condition; readonly path: CasePath } | null
}

/** Where an expression stands: `needs` (and `full`) may not use `not`, `when` and `unless` may. */
export interface Place {
  readonly path: CasePath
  readonly monotone: boolean
}

/**
 * A condition as the engine reads it; null where there is none, or where it has errors, which are added to `problems`.
 * `x.full` becomes "all units of x, and what its `full` asks".
 */
export function resolveCondition(
  condition: Condition | undefined,
  place: Place,
  names: Names,
  problems: Problem[],
): Expression | null {
  return new Resolver(names, problems).condition(condition, place)
}

class Resolver {
  readonly #names: Names
  readonly #problems: Problem[]
  /** Components whose `full` is being written out. */
  readonly #writing: number[] = []

  constructor(names: Names, problems: Problem[]) {
    this.#names = names
    this.#problems = problems
  }

  condition(condition: Condition | undefined, place: Place): Expression | null {
    if (condition === undefined) return null
    if (typeof condition === 'string') return this.#text(condition, place)
    const parts = condition.map((text, index) => this.#text(text, { ...place, path: [...place.path, index] }))
    const found = parts.filter(part => part !== null)
    if (found.length < parts.length || found.length === 0) return null
    return found.length === 1 ? found[0]! : { op: 'all', of: found }
  }

  #text(text: string, place: Place): Expression | null {
    const syntax = parseExpression(text)
    if (!('problem' in syntax)) return this.#resolve(syntax, place)
    const { code, span, values, suggestion } = syntax.problem
    const details = suggestion === undefined ? {} : { suggestion }
    this.#problems.push(error(code, place.path, values, { within: span, ...details }))
    return null
  }

  #resolve(syntax: Syntax, place: Place): Expression | null {
    switch (syntax.op) {
      case 'id':
        return this.#bare(syntax, place)
      case 'atLeast':
        return this.#atLeast(syntax, place)
      case 'not': {
        if (place.monotone) {
          const field = String(place.path.findLast(part => typeof part === 'string'))
          this.#report('needs-not', place, syntax.span, { field })
        }
        const of = this.#resolve(syntax.of, place)
        return of === null ? null : { op: 'not', of }
      }
      default: {
        const parts = syntax.of.map(part => this.#resolve(part, place))
        const of = parts.filter(part => part !== null)
        if (of.length < parts.length) return null
        if (syntax.op === 'some') return { op: 'some', atLeast: syntax.atLeast, of }
        return { op: syntax.op === 'and' ? 'all' : 'any', of }
      }
    }
  }

  #bare(syntax: IdSyntax, place: Place): Expression | null {
    const { indexOf, counts } = this.#names
    const base = syntax.id.endsWith('.full') ? indexOf.get(syntax.id.slice(0, -'.full'.length)) : undefined
    if (base !== undefined) return this.#full(base, syntax, place)
    const component = this.#component(syntax, place)
    if (component === null) return null
    const count = counts[component] ?? 1
    if (count === 1) return { op: 'units', components: [component], atLeast: 1 }
    this.#report('how-many', place, syntax.span, { id: syntax.id, count }, `${syntax.id} >= 100%`)
    return null
  }

  #full(component: number, syntax: IdSyntax, place: Place): Expression | null {
    const up: Expression = {
      op: 'units',
      components: [component],
      atLeast: this.#names.counts[component] ?? 1,
    }
    const full = this.#names.fullOf(component)
    if (full === null) return up
    if (this.#writing.includes(component)) {
      this.#report('full-cycle', place, syntax.span, { id: syntax.id })
      return null
    }
    if (this.#writing.length >= limits.expressionDepth) {
      this.#report('expression-deep', place, syntax.span, { limit: limits.expressionDepth })
      return null
    }
    this.#writing.push(component)
    // Whatever is wrong inside is reported where it is written.
    const inner = new Resolver(this.#names, [])
    inner.#writing.push(...this.#writing)
    const of = inner.condition(full.condition, { path: full.path, monotone: true })
    this.#writing.pop()
    if (inner.#problems.some(({ code }) => code === 'full-cycle')) {
      this.#report('full-cycle', place, syntax.span, { id: syntax.id })
      return null
    }
    return of === null ? up : { op: 'all', of: [up, of] }
  }

  #atLeast(syntax: Syntax & { op: 'atLeast' }, place: Place): Expression | null {
    const components = syntax.ids.map(id => this.#component(id, place))
    const found = components.filter(component => component !== null)
    const { amount } = syntax
    if (amount.kind === 'over') this.#report('percent-over-100', place, amount.span, { text: amount.text })
    if (found.length < components.length || amount.kind === 'over') return null
    const twice = syntax.ids.find(({ id }, index) => syntax.ids.findIndex(other => other.id === id) < index)
    if (twice !== undefined) this.#warn('sum-twice', place, twice.span, { id: twice.id })
    const total = found.reduce((sum, component) => sum + (this.#names.counts[component] ?? 1), 0)
    const atLeast = amount.kind === 'units' ? amount.units : unitsOf(amount.millionths, total)
    if (atLeast > total) this.#warn('never-enough', place, amount.span, { asked: atLeast, total })
    if (atLeast === 0) this.#warn('always-enough', place, amount.span, {})
    return { op: 'units', components: found, atLeast }
  }

  #component(syntax: IdSyntax, place: Place): number | null {
    const index = this.#names.indexOf.get(syntax.id)
    if (index !== undefined) return index
    const suggestion =
      this.#problems.length < limits.suggestions ? nearest(syntax.id, this.#names.indexOf.keys()) : null
    this.#report(
      'unknown-id',
      place,
      syntax.span,
      { id: syntax.id, section: 'components' },
      suggestion ?? undefined,
    )
    return null
  }

  #report(code: string, place: Place, within: Span, values: Problem['values'], suggestion?: string): void {
    this.#problems.push(
      error(code, place.path, values, { within, ...(suggestion === undefined ? {} : { suggestion }) }),
    )
  }

  #warn(code: string, place: Place, within: Span, values: Problem['values']): void {
    this.#problems.push(warning(code, place.path, values, { within }))
  }
}
