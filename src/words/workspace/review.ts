import type { Language } from '../durations.js'
import { en } from './en/review.js'
import { ko } from './ko/review.js'

/** The words of a page of the workspace: review. `ko` is the pattern. */
export type ReviewWords = typeof ko

/** The words of the page in a language. */
export function reviewWords(language: Language): ReviewWords {
  return language === 'ko' ? ko : en
}
