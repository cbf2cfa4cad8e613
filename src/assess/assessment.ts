import type { Interval } from '../engine/history.js'
import type { CasePath } from '../model/problem.js'

/** How a component fared in one run. Milliseconds; times count from the scenario's start. */
export interface ServiceOutcome {
  readonly component: string
  readonly downMs: number
  readonly impairedMs: number
  readonly down: readonly Interval[]
  readonly impaired: readonly Interval[]
  /** Last return to fully up, or null: never left it, or not back within the horizon. */
  readonly backMs: number | null
  readonly backWithinHorizon: boolean
  /** `users` × hours down; null where the case gives no users. */
  readonly userHours: number | null
  /** Lost data in milliseconds of writes, `Infinity` as null with `all`; null where nothing was lost. */
  readonly dataLost: { readonly behindMs: number | null } | null
}

/** How it comes back in the structural part of a verdict. */
export type Return = 'by-itself' | 'by-hand' | 'not-at-all'

/** What an if does to one service. `deltaMs` < 0 is shorter; `atLeast` where a run was cut off by the horizon. */
export interface Verdict {
  readonly component: string
  readonly kind: 'prevented' | 'shortened' | 'later' | 'no-effect' | 'worse' | 'not-back' | 'not-down'
  readonly before: ServiceOutcome
  readonly after: ServiceOutcome
  readonly deltaMs: number
  readonly laterMs: number
  readonly atLeast: boolean
  readonly structural: {
    readonly goesDown: boolean
    readonly comesBack: Return
    /** The same as in the baseline in both respects. */
    readonly unchanged: boolean
    /** Quantities whose range contains a value that breaks this part. Empty: it holds for every duration in its range. */
    readonly rests: readonly CasePath[]
  }
  /** Null where it is withheld: the record contradicts the model about this service. */
  readonly timed: {
    readonly deltaMs: number
    readonly lowMs: number
    readonly highMs: number
    /** Assumptions that would flip the kind, with the end of the range that does. */
    readonly flips: readonly { readonly path: CasePath; readonly end: 'low' | 'high'; readonly deltaMs: number }[]
  } | null
  readonly withheldBy: readonly string[]
}

export interface ObjectiveOutcome {
  readonly id: string
  readonly component: string
  readonly held: boolean
  readonly actualMs: number | null
  readonly allowedMs: number | null
}

/** One combination of ifs held against the baseline. */
export interface IfOutcome {
  readonly ifs: readonly string[]
  readonly verdicts: readonly Verdict[]
  readonly objectives: readonly ObjectiveOutcome[]
  /** Paths that the ifs change, in the case's words: which conditions differ. */
  readonly changed: readonly CasePath[]
}

export type FactKind = 'input' | 'fitted' | 'bound' | 'test' | 'context'
export type FactVerdict = 'agrees' | 'off' | 'contradicted' | 'not-modelled'

/** One expectation of a fact held against the run of its scenario. A fact with two components gives two. */
export interface FactOutcome {
  readonly id: string
  readonly component: string
  readonly kind: FactKind
  readonly verdict: FactVerdict
  /** The fact's interval, ms from its scenario's start; null = unbounded. */
  readonly observed: { readonly fromMs: number | null; readonly toMs: number | null }
  readonly simulatedMs: number | null
  /** Distance; signed: positive = the model is later. Null where there is no such transition. */
  readonly errorMs: number | null
  /** Quantities on the chain that make it `fitted`. */
  readonly fittedBy: readonly CasePath[]
}

export interface Fidelity {
  readonly facts: readonly FactOutcome[]
  readonly tests: { readonly agree: number; readonly total: number; readonly off: number; readonly contradicted: number }
  readonly fitted: { readonly agree: number; readonly total: number }
  readonly bounds: { readonly agree: number; readonly total: number }
  readonly inputs: number
  readonly notModelled: number
  /** Median of |error| over tests; null where there are none. */
  readonly medianErrorMs: number | null
  /** Components of which a fact is contradicted. */
  readonly contradicted: ReadonlyMap<string, readonly string[]>
}

/** What the program asks, of the system and never of a person. `kind` chooses the words. */
export interface Question {
  readonly kind: 'contradicted' | 'off' | 'silence' | 'no-basis' | 'rival-claims' | 'never-back' | 'not-modelled'
  readonly component: string | null
  readonly facts: readonly string[]
  readonly path: CasePath | null
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly values: Readonly<Record<string, string | number>>
}
