import type { Language } from '../durations.js'
import { en } from './en/board.js'
import { ko } from './ko/board.js'

/** The words of a page of the workspace: board. `ko` is the pattern. */
export type BoardWords = typeof ko

/** The words of the page in a language. */
export function boardWords(language: Language): BoardWords {
  return language === 'ko' ? ko : en
}
