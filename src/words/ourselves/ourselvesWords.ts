import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** Who could bring a condition about. */
export type Addressee = 'facility' | 'fire-service' | 'operator' | 'regulator' | 'anyone'

/** What one more condition changes in the model of the case, beside those that are there. */
export interface SaidGain {
  readonly prevented: number
  readonly shorter: number
  readonly worse: number
  /** Of all services whose hours may be said; negative is less. */
  readonly deltaMs: number
}

/** The words of 「우리라면?」. `ko` and `en` are equals. */
export interface OurselvesWords {
  readonly question: string
  readonly heading: (conditions: number) => string
  /** Whose answer it is: the case's model, not the reader's. */
  readonly whose: (caseTitle: string) => string
  readonly pick: string
  readonly addressees: Readonly<Record<Addressee, string>>
  readonly none: string
  readonly all: string
  readonly picked: (count: number, of: number) => string
  readonly answer: (say: {
    readonly picked: number
    readonly falls: number
    readonly of: number
    readonly before: number
  }) => string
  readonly longest: (service: string, length: string) => string
  readonly was: string
  readonly with: string
  readonly notDown: string
  readonly atLeast: (length: string) => string
  readonly withheld: string
  readonly lookFirst: string
  readonly lookFirstAbout: string
  readonly nothingLeft: string
  readonly gain: (gain: SaidGain) => string
  readonly more: (count: number) => string
  readonly without: (count: number) => string
  readonly cannotStand: string
  readonly share: string
  readonly copy: string
  readonly copied: string
  readonly shareAbout: string
  readonly shareEmpty: string
  readonly own: (caseId: string) => string
  readonly moreServices: (count: number) => string
}

/** The words of 「우리라면?」 in a language. */
export function ourselvesWords(language: Language): OurselvesWords {
  return language === 'ko' ? ko : en
}
