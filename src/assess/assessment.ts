import type { Interval } from '../engine/history.js'
import type { CasePath, Problem } from '../model/problem.js'

/** How a component fared in one run. Milliseconds; times count from the scenario's start. */
export interface ServiceOutcome {
  readonly component: string
  readonly downMs: number
  readonly impairedMs: number
  readonly down: readonly Interval[]
  readonly impaired: readonly Interval[]
  /** Last return to fully up (all units, and its `full`), or null: never left it, or not back within the horizon. */
  readonly backMs: number | null
  /** False where it is down when the run ends. */
  readonly backWithinHorizon: boolean
  /** `users` × hours down; null where the case gives no users. */
  readonly userHours: number | null
  /** Units that were not up × hours; null where there is only one. */
  readonly unitHours: number | null
  /** Lost data in milliseconds of writes, `behindMs: null` where everything was lost; null where nothing was. */
  readonly dataLost: { readonly behindMs: number | null } | null
}

/** How it comes back in the structural part of a verdict. */
export type Return = 'by-itself' | 'by-hand' | 'not-at-all'

/** An assumption that would flip the kind of a verdict: at that end of its range it is another. */
export interface Flip {
  readonly path: CasePath
  readonly end: 'low' | 'high'
  readonly kind: Verdict['kind']
  readonly deltaMs: number
}

/** What an if does to one service. `deltaMs` < 0 is shorter; `atLeast` where a run was cut off by the horizon. */
export interface Verdict {
  readonly component: string
  readonly kind: 'prevented' | 'shortened' | 'later' | 'no-effect' | 'worse' | 'not-back' | 'not-down'
  readonly before: ServiceOutcome
  readonly after: ServiceOutcome
  readonly deltaMs: number
  /** The same for the time impaired. */
  readonly impairedDeltaMs: number
  /** How much later it first goes down; 0 unless it does in both runs. */
  readonly laterMs: number
  readonly atLeast: boolean
  readonly structural: {
    readonly goesDown: boolean
    readonly comesBack: Return
    /** The same as in the baseline in both respects. */
    readonly unchanged: boolean
    /** Quantities whose range contains a value that breaks this part. Empty: it holds wherever it was tried. */
    readonly rests: readonly CasePath[]
    /** The quantities of `rests` break it only all together. */
    readonly together: boolean
    /** Settings of the ranges that were run: medians, each range at both ends, all low, all high. 0: not asked for. */
    readonly tried: number
    /** Quantities whose ranges were not run, since a case may have more of them than `TRIED_UNKNOWNS`. */
    readonly untried: number
  }
  /** Null where it is withheld: the record contradicts the model about this service. */
  readonly timed: {
    readonly deltaMs: number
    readonly lowMs: number
    readonly highMs: number
    /** Assumptions that would flip the kind, with the end of the range that does. */
    readonly flips: readonly Flip[]
  } | null
  readonly withheldBy: readonly string[]
}

export interface ObjectiveOutcome {
  readonly id: string
  readonly component: string
  readonly of: 'downtime' | 'data'
  readonly held: boolean
  /** Time down, or writes lost; null where all data were lost. */
  readonly actualMs: number | null
  readonly allowedMs: number | null
}

/** One combination of ifs held against the baseline. */
export interface IfOutcome {
  readonly ifs: readonly string[]
  readonly verdicts: readonly Verdict[]
  readonly objectives: readonly ObjectiveOutcome[]
  readonly objectivesBefore: readonly ObjectiveOutcome[]
  /** Paths that the ifs change, in the case's words: which conditions differ. */
  readonly changed: readonly CasePath[]
  /** With an error among them the ifs cannot be combined, and there are no verdicts. */
  readonly problems: readonly Problem[]
}

export type FactKind = 'input' | 'fitted' | 'bound' | 'test' | 'context'
export type FactVerdict = 'agrees' | 'off' | 'contradicted' | 'not-modelled'

/** One expectation of a fact held against the run of its scenario. A fact with two components gives two. */
export interface FactOutcome {
  readonly id: string
  /** Empty for a fact that expects nothing of the model (`context`). */
  readonly component: string
  readonly scenario: string
  /** What the fact expects: `up`, `impaired`, `down`, or a number of units. Empty for `context`. */
  readonly state: string
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

/** A whole fact: the strictest kind and the worst verdict of its expectations. Fidelity counts these. */
export type FactSummary = Omit<FactOutcome, 'component' | 'state' | 'scenario'>

export interface Fidelity {
  readonly facts: readonly FactOutcome[]
  /** One for each fact that expects something of the model, in the order of the document. */
  readonly byFact: readonly FactSummary[]
  readonly tests: {
    readonly agree: number
    readonly total: number
    readonly off: number
    readonly contradicted: number
  }
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
  readonly kind:
    | 'contradicted'
    | 'off'
    | 'silence'
    | 'no-basis'
    | 'rival-claims'
    | 'never-back'
    | 'not-modelled'
  readonly component: string | null
  /** All components that the question is about; `component` is the first. */
  readonly components: readonly string[]
  readonly scenario: string
  readonly facts: readonly string[]
  readonly path: CasePath | null
  /** All places that the question is about; `path` is the first. */
  readonly paths: readonly CasePath[]
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly values: Readonly<Record<string, string | number>>
}
