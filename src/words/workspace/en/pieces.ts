import type { PieceWords } from '../pieces.js'

/** What buttons, lists and dialogs say wherever they stand, English. */
export const en: PieceWords = {
  close: 'Close',
  remove: what => `Remove ${what}`,
  none: 'Nothing fits',
  add: 'Add',
  results: count => `${count} found`,
}
