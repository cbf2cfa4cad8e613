import { useMemo, useState } from 'preact/hooks'
import type { Anchor } from '../../../api/review.js'
import { sharedText } from '../../../collaboration/sharedCase.js'
import type { Text } from '../../../model/case.js'
import { textIn } from '../../../model/text.js'
import { writingWords } from '../../../words/workspace/writing.js'
import type { OpenCase } from '../case/openCase.js'
import { placeAddress } from '../case/openPlace.js'
import { useCase } from '../case/useCase.js'
import { commentTarget } from '../frame/side.js'
import { Button } from '../pieces/button.js'
import { placeOfAnchor } from '../writing/textAnchor.js'
import { commentActs, isSameAnchor, threadsOf } from './caseComments.js'
import { CommentBox, CommentThread } from './commentThread.js'

/** What is said about the case: about one place of it where one was chosen, else about all of it. */
export function CommentsPanel() {
  const open = useCase()
  const words = writingWords(open.language.value).comments
  const acts = useMemo(() => commentActs(open), [open])
  const [settledShown, setSettledShown] = useState(false)
  const target = commentTarget.value
  const all = threadsOf(open.comments.value).filter(
    ({ first }) => target === null || isSameAnchor(first.anchor, target),
  )
  const settled = all.filter(({ first }) => first.resolved).length
  const shown = settledShown ? all : all.filter(({ first }) => !first.resolved)
  return (
    <section class="comments" aria-label={words.title}>
      {target !== null && (
        <div class="comments-about">
          <p class="thread-about">
            <AnchorPlace anchor={target} open={open} />
          </p>
          <Button look="quiet" size="small" onClick={() => (commentTarget.value = null)}>
            {words.all}
          </Button>
        </div>
      )}
      {all.length === 0 && <p class="comments-none">{words.none}</p>}
      {shown.map(thread => (
        <CommentThread
          key={thread.first.id}
          thread={thread}
          comments={acts}
          {...(target === null ? { about: <AnchorPlace anchor={thread.first.anchor} open={open} /> } : {})}
        />
      ))}
      {settled > 0 && !settledShown && (
        <Button look="quiet" size="small" onClick={() => setSettledShown(true)}>
          {words.showSettled(settled)}
        </Button>
      )}
      {open.mayComment.value && (
        <CommentBox
          key={JSON.stringify(target)}
          label={words.add}
          send={text => acts.add(target ?? { kind: 'case' }, text)}
        />
      )}
    </section>
  )
}

/** What a comment is about, as a link to it. */
function AnchorPlace({ anchor, open }: { readonly anchor: Anchor; readonly open: OpenCase }) {
  const words = writingWords(open.language.value).comments
  if (anchor.kind === 'case') return <>{words.wholeCase}</>
  if (anchor.kind === 'entry') {
    return (
      <a href={placeAddress(open.id, { kind: 'entry', path: anchor.path })}>{entryName(open, anchor.path)}</a>
    )
  }
  const text = sharedText(open.shared, anchor.file)
  const place = text === null ? null : placeOfAnchor(text, anchor)
  const quote = `“${anchor.quote}”`
  if (text === null || place === null) {
    return (
      <>
        {words.gone} {quote}
      </>
    )
  }
  const before = text.toString().slice(0, place.from).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return <a href={placeAddress(open.id, { kind: 'text', file: anchor.file, line, column })}>{quote}</a>
}

/** What an entry is called: its text or title, else its id. */
function entryName(open: OpenCase, [section, id]: readonly (string | number)[]): string {
  const entry = open.written.value.entries(String(section)).find(one => one.id === String(id))?.value
  const { text, title } = (entry ?? {}) as { readonly text?: Text; readonly title?: Text }
  const called = text ?? title
  return called === undefined ? `${id}` : textIn(called, open.language.value)
}
