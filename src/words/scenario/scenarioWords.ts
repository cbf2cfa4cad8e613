import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** How a service comes back: as `assess/` says it. */
export type ReturnName = 'by-itself' | 'by-hand' | 'not-at-all'

/** The words of a second scenario held against its record: what the model gives beside what came. */
export interface ScenarioWords {
  readonly inPlace: string
  /** That all else is as it was, and how many of its events bring something back. */
  readonly otherwiseSame: (returns: number) => string
  readonly columns: {
    readonly service: string
    /** What the record of the main scenario has. */
    readonly first: string
    readonly record: string
    readonly inPlace: string
    readonly without: string
  }
  readonly notDown: string
  readonly notBack: string
  readonly returns: Readonly<Record<ReturnName, string>>
  readonly rangesHeading: string
  readonly tried: (runs: number, untried: number) => string
  /** A fact beside the model: the record's time, the model's, the error, and how far the ranges move it. */
  readonly fact: (said: {
    readonly service: string
    readonly record: string
    readonly model: string | null
    readonly error: string
    readonly span: string | null
  }) => string
  readonly moves: (quantities: readonly string[]) => string
  readonly sameVerdict: string
  /** An end of a range at which the fact fares otherwise. */
  readonly turns: (quantities: string, end: 'low' | 'high', verdict: string) => string
  readonly all: string
  readonly sameReturn: (services: string) => string
  readonly returnRests: (services: string, quantities: string) => string
  readonly sharesHeading: string
  readonly none: (services: string) => string
  readonly one: (services: string, ifs: string) => string
  readonly several: (services: string) => string
  /** Ifs are told by their numbers. Leaving one of them out takes a service down for so long. */
  readonly leftOut: (ifs: readonly string[], downMs: string) => string
  readonly noneNeeded: string
  readonly standingHeading: string
  /** That what counts as agreement is longer than the recorded outage. */
  readonly coarse: (agrees: string, outage: string) => string
  readonly knowing: (quantities: readonly string[]) => string
}

/** The words in a language. */
export function scenarioWords(language: Language): ScenarioWords {
  return language === 'ko' ? ko : en
}
