import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** How a service comes back in the structural part of a verdict. */
export type ReturnName = 'by-itself' | 'by-hand' | 'not-at-all'

/** What the words say of a verdict; the verdicts of `assess/` have this shape. Milliseconds. */
export interface SaidVerdict {
  readonly kind: 'prevented' | 'shortened' | 'later' | 'no-effect' | 'worse' | 'not-back' | 'not-down'
  readonly deltaMs: number
  readonly laterMs: number
  readonly impairedDeltaMs: number
  readonly atLeast: boolean
  readonly structural: {
    readonly goesDown: boolean
    readonly comesBack: ReturnName
    readonly unchanged: boolean
    readonly together: boolean
    readonly tried: number
    /** Quantities whose ranges were not run, since there are too many. */
    readonly untried: number
  }
  readonly timed: { readonly deltaMs: number; readonly lowMs: number; readonly highMs: number } | null
}

/** What the words say of an objective. */
export interface SaidObjective {
  readonly of: 'downtime' | 'data'
  readonly held: boolean
  readonly actualMs: number | null
  readonly allowedMs: number | null
}

/** The sentences that a verdict becomes. The subject is a condition or a component, never a person. */
export interface VerdictWords {
  /**
   * For a cell of a table: `−9시간 30분`, `no effect`, `contradicted`. That a service does not go down is structure, and is said
   * also where the record contradicts the model's times.
   */
  readonly short: (verdict: SaidVerdict) => string
  /** "In this model, with X, there is no outage of Y." `conditions` are titles of ifs, `service` that of the service. */
  readonly sentence: (verdict: SaidVerdict, conditions: readonly string[], service: string) => string
  /** The clause that opens a sentence about these conditions: "In this model, with X". */
  readonly opening: (conditions: readonly string[]) => string
  /** Whether it goes down at all and how it could come back, and how far that holds. `rests` names quantities. */
  readonly structural: (verdict: SaidVerdict, rests: readonly string[]) => string
  /** Hours at medians, over the ranges, and what would flip them; or that they are withheld. */
  readonly timed: (
    verdict: SaidVerdict,
    flips: readonly string[],
    contradictedBy: readonly string[],
  ) => string
  readonly contradicted: string
  readonly returns: Readonly<Record<ReturnName, string>>
  readonly layers: Readonly<
    Record<'facility' | 'infrastructure' | 'platform' | 'service' | 'organisation', string>
  >
  readonly objective: (objective: SaidObjective) => string
  /** Over a list of the conditions that the ifs change. */
  readonly changedConditions: string
  /** The ifs cannot be combined, or the system does not settle with them. */
  readonly failed: string
}

/** The words for verdicts in a language. */
export function verdictWords(language: Language): VerdictWords {
  return language === 'ko' ? ko : en
}
