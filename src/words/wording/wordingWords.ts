import { en } from './en.js'
import { ko } from './ko.js'

/** Classes of wording that stop a reader from learning (the phrase tables lie in `lint/wording/`). */
export type WordingClass =
  | 'person-as-cause'
  | 'attitude'
  | 'should-have'
  | 'failed-to'
  | 'verdict'
  | 'hindsight'
  | 'drama'
  | 'no-measure'
  | 'weak-remedy'
  | 'whodunit'

/** What a hint says: what is the matter, why it stops learning, and what to write about instead. */
export interface WordingAdvice {
  readonly matter: string
  readonly why: string
  readonly instead: string
}

export type WordingWords = Readonly<Record<WordingClass, WordingAdvice>>

/** The hints in a language. */
export function wordingWords(language: 'ko' | 'en'): WordingWords {
  return language === 'ko' ? ko : en
}
