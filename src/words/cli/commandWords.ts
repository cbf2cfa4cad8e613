import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What the command line says. `ko` is the pattern: every language has the same entries. */
export type CommandWords = typeof ko

const catalogues: Readonly<Record<Language, CommandWords>> = { ko, en }

/** The words of the command line in a language. */
export function commandWords(language: Language): CommandWords {
  return catalogues[language]
}
