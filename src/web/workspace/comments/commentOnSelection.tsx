import type * as Y from 'yjs'
import { writingWords } from '../../../words/workspace/writing.js'
import { useCase } from '../case/useCase.js'
import { showComments } from '../frame/side.js'
import { Button } from '../pieces/button.js'
import { anchorOf } from '../writing/textAnchor.js'

/** Quotes kept with a comment are at most this long. */
const quoteLength = 300

/** Opens the comments on the words that are selected in a text. */
export function CommentOnSelection({
  path,
  text,
  selection,
}: {
  readonly path: string
  readonly text: Y.Text
  readonly selection: { readonly from: number; readonly to: number; readonly text: string }
}) {
  const open = useCase()
  const words = writingWords(open.language.value).comments
  if (!open.mayComment.value) return null
  const isEmpty = selection.text.trim() === ''
  return (
    <Button
      look="quiet"
      size="small"
      aria-disabled={isEmpty || undefined}
      onClick={() => {
        if (isEmpty) return
        const quote = selection.text.slice(0, quoteLength)
        showComments({ kind: 'text', file: path, ...anchorOf(text, selection.from, selection.to), quote })
      }}
    >
      {words.addOnSelection}
    </Button>
  )
}
