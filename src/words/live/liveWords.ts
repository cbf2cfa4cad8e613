import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the live log and the board of services say in the command line. `ko` is the pattern. */
export type LiveWords = typeof ko

const catalogues: Readonly<Record<Language, LiveWords>> = { ko, en }

/** The words of the live log in a language. */
export function liveWords(language: Language): LiveWords {
  return catalogues[language]
}
