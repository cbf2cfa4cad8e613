import type { Language } from '../durations.js'
import { en } from './en/account.js'
import { ko } from './ko/account.js'

/** One's own account. `ko` is the pattern. */
export type AccountWords = typeof ko

/** These words in a language. */
export function accountWords(language: Language): AccountWords {
  return language === 'ko' ? ko : en
}
