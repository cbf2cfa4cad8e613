import type { Gates } from './gates.js'
import type { Turns } from './turns.js'

/**
 * The expressions of a system while it runs. Of each gate it keeps what is still missing: units or parts; the gate holds
 * when nothing is. A change of a level walks from the leaves that read it towards the roots, and stops where nothing turns.
 */
export class Network {
  /** Roots, as in `Gates`. */
  readonly needsOf: Int32Array
  readonly planNeeds: Int32Array
  readonly planWhen: Int32Array
  private readonly gates: Gates
  private readonly missing: Int32Array
  /** Of roots alone: the change that last turned them, or -1. */
  private readonly turnedBy: Int32Array

  constructor(gates: Gates, levels: Int32Array) {
    this.gates = gates
    this.needsOf = gates.needsOf
    this.planNeeds = gates.planNeeds
    this.planWhen = gates.planWhen
    this.missing = gates.required.slice()
    this.turnedBy = new Int32Array(gates.count).fill(-1)
    for (let component = 0; component < levels.length; component++) {
      const to = gates.readersFrom[component + 1]!
      for (let at = gates.readersFrom[component]!; at < to; at++) {
        this.missing[gates.readers[at]!]! -= levels[component]!
      }
    }
    for (let gate = 0; gate < gates.count; gate++) {
      if (this.missing[gate]! <= 0 && gates.above[gate]! >= 0) {
        this.missing[gates.above[gate]!]! += gates.adds[gate]!
      }
    }
  }

  /** Whether an expression holds now; one that is not there (-1) does. */
  holds(root: number): boolean {
    return root < 0 || this.missing[root]! <= 0
  }

  /** The change that last turned an expression, or -1 if none did. */
  lastTurn(root: number): number {
    return root < 0 ? -1 : this.turnedBy[root]!
  }

  /** Carries a change of a level to the expressions, and gives a turn to the owner of each root that turns. */
  carry(component: number, difference: number, change: number, turned: Turns): void {
    const { missing } = this
    const { above, adds, readers, readersFrom } = this.gates
    const to = readersFrom[component + 1]!
    for (let at = readersFrom[component]!; at < to; at++) {
      let gate = readers[at]!
      let step = -difference
      for (;;) {
        const before = missing[gate]!
        const after = before + step
        missing[gate] = after
        const holds = after <= 0
        if (holds === before <= 0) break
        const next = above[gate]!
        if (next < 0) {
          this.turnedBy[gate] = change
          turned.add(~next)
          break
        }
        step = holds ? adds[gate]! : -adds[gate]!
        gate = next
      }
    }
  }
}
