import type { EditRefusal } from '../../../files/caseEdit.js'
import { editRefusal } from '../../../words/edits/editWords.js'
import { frameWords } from '../../../words/workspace/frame.js'
import { say } from '../pieces/status.js'
import { language } from '../session/session.js'
import type { Edited } from './openCase.js'

/** Why an edit was not made, in a sentence or two. */
export function saidRefusal(refused: EditRefusal | { readonly code: 'may-not-write' }): string {
  return refused.code === 'may-not-write'
    ? frameWords(language.peek()).mayNotWrite
    : editRefusal(refused, language.peek())
}

/** Says at the edge of the page why an edit was not made. Whether it was made. */
export function sayRefusal(edited: Edited): boolean {
  if ('done' in edited) return true
  say(saidRefusal(edited.refused), { look: 'wrong' })
  return false
}
