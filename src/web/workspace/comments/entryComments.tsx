import { useState } from 'preact/hooks'
import type { CasePath } from '../../../model/problem.js'
import { writingWords } from '../../../words/workspace/writingWords.js'
import { useCase } from '../case/useCase.js'
import { Button } from '../pieces/button.js'
import { commentsOf, entryKey } from './caseComments.js'
import { CommentBox, CommentThread } from './commentThread.js'

/** What is said about an entry of the case, such as a fact, and where more can be said. */
export function EntryComments({ path }: { readonly path: CasePath }) {
  const open = useCase()
  const words = writingWords(open.language.value).comments
  const comments = commentsOf(open)
  const [settledShown, setSettledShown] = useState(false)
  const key = entryKey(path)
  const about = comments.threads.value.filter(
    ({ first }) => first.anchor.kind === 'entry' && entryKey(first.anchor.path) === key,
  )
  const settled = about.filter(({ first }) => first.resolved)
  const shown = settledShown ? about : about.filter(({ first }) => !first.resolved)
  return (
    <section class="comments" aria-label={words.title}>
      <h3>{words.title}</h3>
      {about.length === 0 && <p class="comments-none">{words.none}</p>}
      {shown.map(thread => (
        <CommentThread key={thread.first.id} thread={thread} comments={comments} />
      ))}
      {settled.length > 0 && !settledShown && (
        <Button look="quiet" size="small" onClick={() => setSettledShown(true)}>
          {words.showSettled(settled.length)}
        </Button>
      )}
      {open.mayComment.value && (
        <CommentBox
          label={words.add}
          send={text => comments.add({ kind: 'entry', path: path.slice(0, 2).map(String) }, text)}
        />
      )}
    </section>
  )
}
