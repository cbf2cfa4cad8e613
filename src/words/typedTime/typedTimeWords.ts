import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** Sentences for each code of a typed time's problem, and short phrases for what was assumed. `ko` is the pattern. */
export type TypedTimeWords = typeof ko

const catalogues: Readonly<Record<Language, TypedTimeWords>> = { ko, en }

/** The words about typed times in a language. */
export function typedTimeWords(language: Language): TypedTimeWords {
  return catalogues[language]
}
