import type { Language } from '../durations.js'
import { en } from './en/forms.js'
import { ko } from './ko/forms.js'

/** The forms in which entries of a case are written. `ko` is the pattern. */
export type FormWords = typeof ko

/** A section that has a form of its own. */
export type FormSection = keyof FormWords['sections']

/** The words of the forms in a language. */
export function formWords(language: Language): FormWords {
  return language === 'ko' ? ko : en
}
