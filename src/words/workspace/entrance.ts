import type { Language } from '../durations.js'
import { en } from './en/entrance.js'
import { ko } from './ko/entrance.js'

/** Signing in and joining. `ko` is the pattern. */
export type EntranceWords = typeof ko

/** These words in a language. */
export function entranceWords(language: Language): EntranceWords {
  return language === 'ko' ? ko : en
}
