import type { Language } from '../durations.js'
import { en } from './en/people.js'
import { ko } from './ko/people.js'

/** The words of a page of the workspace: people. `ko` is the pattern. */
export type PeopleWords = typeof ko

/** The words of the page in a language. */
export function peopleWords(language: Language): PeopleWords {
  return language === 'ko' ? ko : en
}
