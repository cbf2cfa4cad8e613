import type { Expression } from './expression.js'

/** Units of a team that a work takes while it runs. `team` is an index into `System.components`. */
export interface Crew {
  readonly team: number
  readonly units: number
}

/** A way of recovery, or a repair. Durations are whole milliseconds. */
export interface Work {
  readonly takesMs: number
  /** Must hold for the work to begin and to go on. */
  readonly needs: Expression | null
  /** Asked only when the work begins, from level 0. For a standby the compiler has put `not (primary >= 1)` here. */
  readonly when: Expression | null
  /** Units that come back when one batch ends; `count` if the case says nothing. */
  readonly batchUnits: number
  /** How many batches may run side by side. */
  readonly atOnce: number
  readonly crew: readonly Crew[]
}

/** How a component stands before the first event. */
export type Initial = 'up' | 'down' | 'cut' | 'absent'

/** A component as the run sees it. Its index in `System.components` is its place in the document. */
export interface Component {
  readonly count: number
  /** Index of the component it stands in, or -1. */
  readonly within: number
  readonly needs: Expression | null
  /** Up without it is impaired; the run itself never asks it. */
  readonly full: Expression | null
  readonly holdupMs: number
  /** The preferred way first. A component without a `recovery` has one way that takes no time. */
  readonly ways: readonly Work[]
  /**
   * Whether the case gives it a recovery of its own: its failed units then come back by it. What has `byHand` set has
   * none, whatever stands here: `recovery: none` brings nothing back, so that its failed units wait for a repair.
   */
  readonly ownRecovery: boolean
  /** `recovery: none`: once down it waits for a repair. `ways` then holds one way that takes no time. */
  readonly byHand: boolean
  readonly repair: Work | null
  readonly initial: Initial
  /** 1 first; `Number.MAX_SAFE_INTEGER` where the case gives none. */
  readonly priority: number
  /** Place of its id among all ids in order of code units: the last tie-breaker of rule 6. */
  readonly idRank: number
}

/** The components and how they depend on each other. */
export interface System {
  readonly components: readonly Component[]
}

/** Units that an event takes down. */
export interface Failure {
  readonly component: number
  readonly units: number
}

/** One act from outside. Its index in `Scenario.events` is its place in the document. */
export interface Event {
  /** Milliseconds from the start; for an event `after` another the delay. */
  readonly timeMs: number
  /** Index of the event it follows, or -1 where `timeMs` is a time. */
  readonly after: number
  readonly when: Expression | null
  readonly unless: Expression | null
  readonly destroy: readonly number[]
  readonly fail: readonly Failure[]
  readonly cut: readonly number[]
  readonly release: readonly number[]
  readonly repair: readonly number[]
}

/** What acts on a system, and until when it is watched. */
export interface Scenario {
  readonly events: readonly Event[]
  /** Last instant of the run, itself included, in milliseconds from the start. */
  readonly horizonMs: number
}
