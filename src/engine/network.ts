import type { Expression } from './expression.js'
import type { Plans } from './plans.js'
import type { System } from './system.js'

/**
 * All expressions of a system in one arena. A node counts: a leaf the units of its components that are up, a gate its
 * parts that hold; it holds when the count reaches `required` (a `not`: when it does not). A change of a level walks
 * from the leaves that read it towards the roots, and stops where nothing turns. Parts stand before the whole.
 */
export class Network {
  /** Root of the needs of each component, or -1. */
  readonly needsOf: Int32Array
  /** Roots of the `needs` and of the `when` of each plan, or -1. */
  readonly planNeeds: Int32Array
  readonly planWhen: Int32Array
  private readonly parent: number[] = []
  private readonly required: number[] = []
  private readonly negated: boolean[] = []
  private readonly owner: number[] = []
  private readonly counted: Int32Array
  private readonly turnedBy: Int32Array
  private readonly readersFrom: Int32Array
  private readonly readers: Int32Array

  constructor(system: System, plans: Plans, levels: Int32Array) {
    const reads: number[] = []
    const root = (expression: Expression | null, owner: number): number => {
      if (expression === null) return -1
      const node = this.addNode(expression, reads)
      this.owner[node] = owner
      return node
    }
    this.needsOf = Int32Array.from(system.components, (component, index) => root(component.needs, index))
    this.planNeeds = Int32Array.from(plans.work, (work, plan) => root(work.needs, plans.component[plan]!))
    this.planWhen = Int32Array.from(plans.work, (work, plan) => root(work.when, plans.component[plan]!))
    this.counted = new Int32Array(this.parent.length)
    this.turnedBy = new Int32Array(this.parent.length).fill(-1)
    // `reads` holds pairs (component, leaf); they are sorted by component into one row.
    this.readersFrom = new Int32Array(system.components.length + 1)
    for (let at = 0; at < reads.length; at += 2) this.readersFrom[reads[at]! + 1]!++
    for (let index = 0; index < system.components.length; index++) {
      this.readersFrom[index + 1]! += this.readersFrom[index]!
    }
    const next = this.readersFrom.slice()
    this.readers = new Int32Array(reads.length / 2)
    for (let at = 0; at < reads.length; at += 2) {
      this.readers[next[reads[at]!]!++] = reads[at + 1]!
      this.counted[reads[at + 1]!]! += levels[reads[at]!]!
    }
    for (let node = 0; node < this.parent.length; node++) {
      if (this.parent[node]! >= 0 && this.holds(node)) this.counted[this.parent[node]!]!++
    }
  }

  /** Whether an expression holds now; one that is not there (-1) does. */
  holds(node: number): boolean {
    return node < 0 || this.counted[node]! >= this.required[node]! !== this.negated[node]!
  }

  /** The change that last turned an expression, or -1 if none did. */
  lastTurn(node: number): number {
    return node < 0 ? -1 : this.turnedBy[node]!
  }

  /** Carries a change of a level to the expressions, and calls `turned` with the owner of each root that turns. */
  carry(component: number, difference: number, change: number, turned: (owner: number) => void): void {
    const to = this.readersFrom[component + 1]!
    for (let at = this.readersFrom[component]!; at < to; at++) {
      let node = this.readers[at]!
      let step = difference
      for (;;) {
        const held = this.holds(node)
        this.counted[node]! += step
        if (this.holds(node) === held) break
        this.turnedBy[node] = change
        const parent = this.parent[node]!
        if (parent < 0) {
          turned(this.owner[node]!)
          break
        }
        step = held ? -1 : 1
        node = parent
      }
    }
  }

  private addNode(expression: Expression, reads: number[]): number {
    if (expression.op === 'units') {
      const leaf = this.newNode(expression.atLeast, false)
      for (const component of expression.components) reads.push(component, leaf)
      return leaf
    }
    const parts = expression.op === 'not' ? [expression.of] : expression.of
    const nodes = parts.map(part => this.addNode(part, reads))
    const required =
      expression.op === 'all' ? parts.length : expression.op === 'some' ? expression.atLeast : 1
    const node = this.newNode(required, expression.op === 'not')
    for (const part of nodes) this.parent[part] = node
    return node
  }

  private newNode(required: number, negated: boolean): number {
    this.parent.push(-1)
    this.required.push(required)
    this.negated.push(negated)
    this.owner.push(-1)
    return this.parent.length - 1
  }
}
