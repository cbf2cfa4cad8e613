import type { Language } from '../durations.js'
import { en } from './en/firstModel.js'
import { ko } from './ko/firstModel.js'

/** The page on which a first model is asked out. `ko` is the pattern. */
export type FirstModelWords = typeof ko

/** The words of the page in a language. */
export function firstModelWords(language: Language): FirstModelWords {
  return language === 'ko' ? ko : en
}
