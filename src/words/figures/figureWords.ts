import { en } from './en.js'
import { ko } from './ko.js'

/** What the figures of a report say. `ko` is the pattern: every language has the same entries. */
export type FigureWords = typeof ko

const catalogues = { ko, en }

/** The words of the figures in a language. */
export function figureWords(language: 'ko' | 'en'): FigureWords {
  return catalogues[language]
}
