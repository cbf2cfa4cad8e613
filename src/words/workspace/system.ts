import type { Language } from '../durations.js'
import { en } from './en/system.js'
import { ko } from './ko/system.js'

/** The page of the system: picture, parts, events. `ko` is the pattern. */
export type SystemWords = typeof ko

/** The words of the page in a language. */
export function systemWords(language: Language): SystemWords {
  return language === 'ko' ? ko : en
}
