import type { Language } from '../durations.js'
import { en } from './en/library.js'
import { ko } from './ko/library.js'

/** The list of cases. `ko` is the pattern. */
export type LibraryWords = typeof ko

/** These words in a language. */
export function libraryWords(language: Language): LibraryWords {
  return language === 'ko' ? ko : en
}
