import { pieceWords } from '../../../words/workspace/pieces.js'
import { language } from '../session/session.js'

/** The words of the pieces in the language of the page. */
export const usePieceWords = () => pieceWords(language.value)
