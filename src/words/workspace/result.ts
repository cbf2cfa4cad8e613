import type { Language } from '../durations.js'
import { en } from './en/result.js'
import { ko } from './ko/result.js'

/** What stands beside the page while a case is written. `ko` is the pattern. */
export type ResultWords = typeof ko

/** The words of the result in a language. */
export function resultWords(language: Language): ResultWords {
  return language === 'ko' ? ko : en
}
