import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** Why a component stands as it does. */
export type ReasonName =
  | 'up'
  | 'event'
  | 'initial'
  | 'unhoused'
  | 'needs'
  | 'holdup-spent'
  | 'waiting-by-hand'
  | 'broken'
  | 'cut'
  | 'recovering'
  | 'waits-for-when'

/** One line of the tree of reasons; names are titles, times are said already. */
export interface SaidReason {
  readonly component: string
  readonly reason: ReasonName
  readonly level: number
  readonly count: number
  /** Since when it has this level. */
  readonly since: string
  readonly event: string | null
  readonly work: {
    readonly kind: 'recovery' | 'repair'
    readonly state: 'running' | 'waiting' | 'paused'
  } | null
  readonly crew: { readonly team: string; readonly available: number; readonly needed: number } | null
  readonly again: boolean
}

/** The words of the tree of reasons. */
export interface WhyWords {
  readonly line: (reason: SaidReason) => string
  /** Between a line and those under it. */
  readonly because: string
}

/** The words for reasons in a language. */
export function whyWords(language: Language): WhyWords {
  return language === 'ko' ? ko : en
}
