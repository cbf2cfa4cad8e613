import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the library and the pages around a live report say. `ko` is the pattern. */
export type ServerWords = typeof ko

const catalogues: Readonly<Record<Language, ServerWords>> = { ko, en }

/** The words of the server's pages in a language. */
export function serverWords(language: Language): ServerWords {
  return catalogues[language]
}
