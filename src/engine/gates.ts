import type { Expression } from './expression.js'
import type { Plans } from './plans.js'
import type { System } from './system.js'

/**
 * All expressions of a system as gates in one row, parts before the whole: a leaf for each `units`, a gate for each of the
 * others. What a run changes of them is kept by `Network`.
 */
export interface Gates {
  readonly count: number
  /** The gate that a gate is a part of. A root is part of none: there stands `~owner`, the component whose expression it is. */
  readonly above: Int32Array
  /** What must come together for a gate to hold: units for a leaf, parts for the others; 0 for a `not`. */
  readonly required: Int32Array
  /** What a gate that comes to hold adds to what the gate above still lacks: -1, below a `not` 1. */
  readonly adds: Int8Array
  /** Root of the needs of each component, or -1. */
  readonly needsOf: Int32Array
  /** Roots of the `needs` and of the `when` of each plan, or -1. */
  readonly planNeeds: Int32Array
  readonly planWhen: Int32Array
  /** The leaves that read component `c`: `readers[readersFrom[c]]` up to `readers[readersFrom[c + 1]]`. */
  readonly readersFrom: Int32Array
  readonly readers: Int32Array
}

/** Lays out the expressions of a system: the needs of all components, then the `needs`, then the `when` of all plans. */
export function layOutGates({ components }: System, plans: Plans): Gates {
  // Counted first, so that each row gets its size at once: a system may have millions of gates.
  const readersFrom = new Int32Array(components.length + 1)
  let count = 0
  const measure = (expression: Expression | null): void => {
    if (expression === null) return
    count++
    if (expression.op === 'units') for (const each of expression.components) readersFrom[each + 1]!++
    else if (expression.op === 'not') measure(expression.of)
    else for (const part of expression.of) measure(part)
  }
  for (const { needs } of components) measure(needs)
  for (const { needs, when } of plans.work) {
    measure(needs)
    measure(when)
  }
  for (let index = 0; index < components.length; index++) readersFrom[index + 1]! += readersFrom[index]!
  const row = new Row(count, readersFrom)
  const needsOf = new Int32Array(components.length)
  const planNeeds = new Int32Array(plans.count)
  const planWhen = new Int32Array(plans.count)
  components.forEach(({ needs }, index) => {
    needsOf[index] = row.root(needs, index)
  })
  plans.work.forEach(({ needs }, plan) => {
    planNeeds[plan] = row.root(needs, plans.component[plan]!)
  })
  plans.work.forEach(({ when }, plan) => {
    planWhen[plan] = row.root(when, plans.component[plan]!)
  })
  const { above, required, adds, readers } = row
  return { count, above, required, adds, needsOf, planNeeds, planWhen, readersFrom, readers }
}

/** The gates while they are filled in. */
class Row {
  readonly above: Int32Array
  readonly required: Int32Array
  readonly adds: Int8Array
  readonly readers: Int32Array
  /** Per component where its next reader goes. */
  private readonly nextReader: Int32Array
  private filled = 0

  constructor(count: number, readersFrom: Int32Array) {
    this.above = new Int32Array(count)
    this.required = new Int32Array(count)
    this.adds = new Int8Array(count).fill(-1)
    this.readers = new Int32Array(readersFrom.at(-1)!)
    this.nextReader = readersFrom.slice()
  }

  /** Adds an expression that nothing stands above; -1 where there is none. */
  root(expression: Expression | null, owner: number): number {
    if (expression === null) return -1
    const gate = this.add(expression)
    this.above[gate] = ~owner
    return gate
  }

  private add(expression: Expression): number {
    if (expression.op === 'units') {
      const leaf = this.filled++
      this.required[leaf] = expression.atLeast
      for (const component of expression.components) this.readers[this.nextReader[component]!++] = leaf
      return leaf
    }
    if (expression.op === 'not') {
      const part = this.add(expression.of)
      this.adds[part] = 1
      this.above[part] = this.filled
      return this.filled++
    }
    const parts = expression.of.map(part => this.add(part))
    const gate = this.filled++
    for (const part of parts) this.above[part] = gate
    this.required[gate] =
      expression.op === 'all' ? parts.length : expression.op === 'some' ? expression.atLeast : 1
    return gate
  }
}
