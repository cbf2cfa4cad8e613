import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** The words of the report page outside its figures. `ko` is the pattern: every language has the same entries. */
export type ReportWords = typeof ko

const catalogues: Readonly<Record<Language, ReportWords>> = { ko, en }

/** The words of the report page in a language. */
export function reportWords(language: Language): ReportWords {
  return catalogues[language]
}
