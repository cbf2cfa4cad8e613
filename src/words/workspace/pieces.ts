import type { Language } from '../durations.js'
import { en } from './en/pieces.js'
import { ko } from './ko/pieces.js'

/** What buttons, lists and dialogs say wherever they stand. `ko` is the pattern. */
export type PieceWords = typeof ko

/** The words of the pieces in a language. */
export function pieceWords(language: Language): PieceWords {
  return language === 'ko' ? ko : en
}
