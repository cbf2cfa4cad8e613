import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the words say of a drill: numbers of services, names as titles. */
export interface SaidDrill {
  readonly lost: readonly string[]
  /** Services that fall, by how they could come back. */
  readonly byItself: number
  readonly byHand: number
  readonly notAtAll: number
  readonly impaired: number
  readonly untouched: number
}

/** The words of a drill: what falls when something is lost. */
export interface DrillWords {
  /** One sentence for a drill. */
  readonly sentence: (drill: SaidDrill) => string
  readonly nothingToLose: string
  /** Heads of the table. */
  readonly columns: {
    readonly lost: string
    readonly falls: string
    readonly after: string
    readonly comesBack: string
  }
  /** In a table: at once, or after a hold-up. */
  readonly atOnce: string
  readonly inside: string
  readonly failed: string
}

/** The words for drills in a language. */
export function drillWords(language: Language): DrillWords {
  return language === 'ko' ? ko : en
}
