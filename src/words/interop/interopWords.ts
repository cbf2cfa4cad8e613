import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** A sentence for each code of an import's notes. `ko` is the pattern. */
export type InteropWords = typeof ko

/** The code of a note that has a sentence. */
export type InteropNoteCode = keyof InteropWords['notes']

const catalogues: Readonly<Record<Language, InteropWords>> = { ko, en }

/** The words about imports in a language. */
export function interopWords(language: Language): InteropWords {
  return catalogues[language]
}

/** What a note says; its bare code where no sentence is known, so that nothing goes unsaid. */
export function noteSentence(
  note: { readonly code: string; readonly values: Readonly<Record<string, string | number>> },
  language: Language,
): string {
  const { notes } = catalogues[language]
  return Object.hasOwn(notes, note.code) ? notes[note.code as InteropNoteCode](note.values) : note.code
}
