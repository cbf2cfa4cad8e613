import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

export type FactKindName = 'input' | 'fitted' | 'bound' | 'test' | 'context'
export type FactVerdictName = 'agrees' | 'off' | 'contradicted' | 'not-modelled'

/** What the fidelity line is made of. */
export interface SaidFidelity {
  readonly tests: { readonly agree: number; readonly total: number; readonly contradicted: number }
  readonly medianErrorMs: number | null
}

/** The words in which a model's agreement with the record is told. */
export interface FidelityWords {
  /** The line that stands wherever a verdict stands, bad or good. */
  readonly line: (fidelity: SaidFidelity) => string
  /** The same in a few words: "4 of 7 facts it was not fitted to; median error 3 h 10 min". */
  readonly short: (fidelity: SaidFidelity) => string
  readonly kinds: Readonly<Record<FactKindName, string>>
  /** What a kind of fact means, in a sentence. */
  readonly kindMeanings: Readonly<Record<FactKindName, string>>
  readonly verdicts: Readonly<Record<FactVerdictName, string>>
  /** What counts as such. */
  readonly verdictMeanings: Readonly<Record<FactVerdictName, string>>
  /** How far the model is from a fact; null where it has no such transition. */
  readonly error: (errorMs: number | null) => string
}

/** The words for fidelity in a language. */
export function fidelityWords(language: Language): FidelityWords {
  return language === 'ko' ? ko : en
}
