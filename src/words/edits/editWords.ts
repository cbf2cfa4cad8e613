import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** What is said where an edit was not made. `ko` is the pattern. */
export type EditWords = typeof ko

/** Why an edit was not made: `EditRefusal` of `files/`, in as far as words speak of it. */
export type SaidRefusal =
  | { readonly code: 'unreadable' | 'no-such-file'; readonly file: string }
  | { readonly code: 'no-such-place' | 'shared'; readonly path: readonly (string | number)[] }
  | { readonly code: 'taken' | 'not-an-id'; readonly id: string }

const catalogues: Readonly<Record<Language, EditWords>> = { ko, en }

/** A refused edit in a sentence or two, with what to do. */
export function editRefusal(refusal: SaidRefusal, language: Language): string {
  const words = catalogues[language]
  switch (refusal.code) {
    case 'unreadable':
    case 'no-such-file':
      return words[refusal.code](refusal.file)
    case 'no-such-place':
    case 'shared':
      return words[refusal.code](refusal.path.join('.'))
    default:
      return words[refusal.code](refusal.id)
  }
}
