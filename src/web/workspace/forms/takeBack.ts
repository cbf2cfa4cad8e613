import { formWords } from '../../../words/workspace/forms.js'
import type { OpenCase } from '../case/openCase.js'
import { say } from '../pieces/status.js'

/** What a message offers after a change: to take just that back. When something else was changed since, it says so and does nothing. */
export function takeBack(open: OpenCase): { readonly label: string; readonly act: () => void } {
  const words = formWords(open.language.peek())
  const { undoStack } = open.undo.manager
  const change = undoStack.at(-1)
  const act = () => {
    if (open.undo.manager.undoStack.at(-1) === change) open.undo.undo()
    else say(words.changedSince, { look: 'wrong' })
  }
  return { label: words.takeBack, act }
}
