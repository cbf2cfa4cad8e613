import { useState } from 'preact/hooks'
import type { Comment } from '../../../api/review.js'
import { writingWords } from '../../../words/workspace/writing.js'
import { useCase } from '../case/useCase.js'
import { Button } from '../pieces/button.js'
import { TextField } from '../pieces/field.js'
import { user } from '../session/session.js'
import type { CommentActs, Thread } from './caseComments.js'
import './comments.css'

/** One comment with its answers. Whoever may comment may answer, and settle it; a text is changed by who wrote it. */
export function CommentThread({
  thread,
  comments,
  about,
}: {
  readonly thread: Thread
  readonly comments: CommentActs
  /** What it is about, where the place does not say so. */
  readonly about?: preact.ComponentChildren
}) {
  const open = useCase()
  const words = writingWords(open.language.value).comments
  const [replying, setReplying] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { first, replies } = thread
  const settle = async () => setRefused(await comments.change(first.id, { resolved: !first.resolved }))
  return (
    <article class="thread" data-settled={first.resolved || undefined}>
      {about !== undefined && <p class="thread-about">{about}</p>}
      <Said comment={first} comments={comments} />
      {replies.map(reply => (
        <Said key={reply.id} comment={reply} comments={comments} />
      ))}
      {refused !== null && (
        <p class="field-error" role="alert">
          {refused}
        </p>
      )}
      {open.mayComment.value && (
        <div class="thread-acts">
          {!replying && (
            <Button look="quiet" size="small" onClick={() => setReplying(true)}>
              {words.reply}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={settle}>
            {first.resolved ? words.reopen : words.settle}
          </Button>
        </div>
      )}
      {replying && (
        <CommentBox
          label={words.reply}
          send={text => comments.add(first.anchor, text, first.id)}
          done={() => setReplying(false)}
        />
      )}
    </article>
  )
}

function Said({ comment, comments }: { readonly comment: Comment; readonly comments: CommentActs }) {
  const open = useCase()
  const language = open.language.value
  const words = writingWords(language).comments
  const [changing, setChanging] = useState(false)
  const own = comment.by.user === user.value?.id
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  if (changing) {
    return (
      <CommentBox
        label={words.edit}
        text={comment.text}
        send={text => comments.change(comment.id, { text })}
        done={() => setChanging(false)}
      />
    )
  }
  return (
    <div class="said">
      <p class="said-by">
        <b>{comment.by.name}</b>{' '}
        <time dateTime={new Date(comment.atMs).toISOString()}>{when.format(comment.atMs)}</time>
        {comment.editedMs !== null && <span> · {words.edited}</span>}
        {comment.resolved && <span> · ✓ {words.settled}</span>}
      </p>
      <p class="said-text">{comment.text}</p>
      {(own || open.isOwner.value) && open.mayComment.value && (
        <p class="said-acts">
          {own && (
            <Button look="quiet" size="small" onClick={() => setChanging(true)}>
              {words.edit}
            </Button>
          )}
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              if (confirm(words.removeAsk)) void comments.remove(comment.id)
            }}
          >
            {words.remove}
          </Button>
        </p>
      )}
    </div>
  )
}

/** Where a comment is written. Ctrl or ⌘ with Enter sends it. What the server refuses stays in the box. */
export function CommentBox({
  label,
  text = '',
  send,
  done,
}: {
  readonly label: string
  readonly text?: string
  readonly send: (text: string) => Promise<string | null>
  readonly done?: () => void
}) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [value, setValue] = useState(text)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (value.trim() === '' || busy) return
    setBusy(true)
    const why = await send(value.trim())
    setBusy(false)
    setRefused(why)
    if (why !== null) return
    setValue('')
    done?.()
  }
  return (
    <form
      class="comment-box"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void submit()
      }}
    >
      <TextField
        label={label}
        value={value}
        commit={setValue}
        typed={setValue}
        several
        rows={2}
        error={refused}
      />
      <div class="thread-acts">
        <Button type="submit" look="strong" size="small" busy={busy}>
          {words.comments.send}
        </Button>
        {done !== undefined && (
          <Button look="quiet" size="small" onClick={done}>
            {words.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
