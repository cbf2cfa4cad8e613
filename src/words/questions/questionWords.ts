import type { Language } from '../durations.js'
import type { QuantityNaming } from '../quantities.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the words need of a question; the questions of `assess/` have this shape. */
export interface SaidQuestion {
  readonly kind:
    | 'contradicted'
    | 'off'
    | 'silence'
    | 'no-basis'
    | 'rival-claims'
    | 'never-back'
    | 'not-modelled'
  readonly components: readonly string[]
  readonly scenario: string
  readonly facts: readonly string[]
  readonly paths: readonly (readonly (string | number)[])[]
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly values: Readonly<Record<string, string | number>>
}

/** How the case names what a question is about. Times are milliseconds from the start of the scenario. */
export interface Naming extends QuantityNaming {
  /** A fact as it is cited: its id, or a link. */
  readonly fact: (id: string) => string
  /** A stretch of time with its dates. */
  readonly span: (fromMs: number, toMs: number, scenario: string) => string
}

/** The words in which the program asks: of the system, never of a person. */
export interface QuestionWords {
  readonly kinds: Readonly<Record<SaidQuestion['kind'], string>>
  /** The question in one to three sentences. */
  readonly ask: (question: SaidQuestion, naming: Naming) => string
}

/** The words for questions in a language. */
export function questionWords(language: Language): QuestionWords {
  return language === 'ko' ? ko : en
}

/** Names above this number are counted instead of listed. */
const LISTED_NAMES = 4

/** A few names joined by `comma`; where there are many, the first ones and what `more` says of the number left. */
export function listed(names: readonly string[], comma: string, more: (count: number) => string): string {
  if (names.length <= LISTED_NAMES) return names.join(comma)
  return names.slice(0, LISTED_NAMES - 1).join(comma) + more(names.length - LISTED_NAMES + 1)
}
