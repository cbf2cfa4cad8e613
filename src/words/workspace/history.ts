import type { Language } from '../durations.js'
import { en } from './en/history.js'
import { ko } from './ko/history.js'

/** The words of a page of the workspace: history. `ko` is the pattern. */
export type HistoryWords = typeof ko

/** The words of the page in a language. */
export function historyWords(language: Language): HistoryWords {
  return language === 'ko' ? ko : en
}
