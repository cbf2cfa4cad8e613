import { useState } from 'preact/hooks'
import type * as Y from 'yjs'
import { writingWords } from '../../../../words/workspace/writingWords.js'
import { useCase } from '../../case/useCase.js'
import { commentsOf } from '../../comments/caseComments.js'
import { CommentBox, CommentThread } from '../../comments/commentThread.js'
import { Button } from '../../pieces/button.js'
import { anchorOf, placeOfAnchor } from '../../writing/textAnchor.js'

/** Quotes kept with a comment are at most this long. */
const quoteLength = 300

/** What is said about the sentences of a text, and where more can be said about those that are selected. */
export function TextComments({
  path,
  text,
  selection,
  show,
}: {
  readonly path: string
  readonly text: Y.Text
  readonly selection: { readonly from: number; readonly to: number; readonly text: string }
  readonly show: (place: { readonly from: number; readonly to: number }) => void
}) {
  const open = useCase()
  const words = writingWords(open.language.value).comments
  const comments = commentsOf(open)
  const [settledShown, setSettledShown] = useState(false)
  const [about, setAbout] = useState<{ from: number; to: number; text: string } | null>(null)
  const all = comments.threads.value.filter(
    ({ first }) => first.anchor.kind === 'text' && first.anchor.file === path,
  )
  const settled = all.filter(({ first }) => first.resolved)
  const shown = settledShown ? all : all.filter(({ first }) => !first.resolved)
  return (
    <section class="comments text-comments" aria-label={words.title}>
      <h3>{words.title}</h3>
      {all.length === 0 && about === null && <p class="comments-none">{words.none}</p>}
      {shown.map(thread => {
        const { anchor } = thread.first
        if (anchor.kind !== 'text') return null
        const place = placeOfAnchor(text, anchor)
        const quote = `“${anchor.quote}”`
        return (
          <CommentThread
            key={thread.first.id}
            thread={thread}
            comments={comments}
            about={
              place === null ? (
                <>
                  {words.gone} {quote}
                </>
              ) : (
                <button type="button" class="as-link" onClick={() => show(place)} title={words.show}>
                  {quote}
                </button>
              )
            }
          />
        )
      })}
      {settled.length > 0 && !settledShown && (
        <Button look="quiet" size="small" onClick={() => setSettledShown(true)}>
          {words.showSettled(settled.length)}
        </Button>
      )}
      {open.mayComment.value && about === null && (
        <Button
          size="small"
          aria-disabled={selection.text.trim() === '' || undefined}
          onClick={() => {
            if (selection.text.trim() !== '') setAbout(selection)
          }}
        >
          {words.addOnSelection}
        </Button>
      )}
      {about !== null && (
        <>
          <p class="thread-about">“{about.text.slice(0, quoteLength)}”</p>
          <CommentBox
            label={words.add}
            send={written =>
              comments.add(
                {
                  kind: 'text',
                  file: path,
                  ...anchorOf(text, about.from, about.to),
                  quote: about.text.slice(0, quoteLength),
                },
                written,
              )
            }
            done={() => setAbout(null)}
          />
        </>
      )}
    </section>
  )
}
