import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Revision } from '../../../../api/cases.js'
import { historyWords } from '../../../../words/workspace/history.js'
import { addressOf } from '../../api/api.js'
import { useCase } from '../../case/useCase.js'
import { ChangesList } from '../../changes/changesList.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { AuditList } from './auditList.js'
import './history.css'

/** Revisions asked for at once. */
const page = 50

/** What the case was: every revision, what each changed, and the way back. */
export function HistoryPage(_: PageProps) {
  const open = useCase()
  const words = historyWords(language.value)
  const params = useMemo(() => ({ case: open.id }), [open])
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  const [whole, setWhole] = useState(false)
  const [message, setMessage] = useState('')
  const load = useMemo(
    () =>
      async (before?: number): Promise<void> => {
        const query = { limit: page, ...(before === undefined ? {} : { before }) }
        const asked = await api.ask('get', '/api/cases/{case}/revisions', { params, query })
        if ('refused' in asked) return
        const next = asked.given.revisions
        setWhole(next.length < page)
        setRevisions(known => (before === undefined ? next : [...known, ...next]))
      },
    [params],
  )
  useEffect(() => {
    void load()
    return open.onNotice(about => {
      if (about === 'revisions') void load()
    })
  }, [open, load])
  const keep = async () => {
    const asked = await api.ask('post', '/api/cases/{case}/revisions', { params, json: { message } })
    if ('refused' in asked) return say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    say(words.kept(asked.given.number))
    setMessage('')
    await load()
  }
  return (
    <div class="sheet history-page">
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      {open.mayWrite.value && (
        <form
          class="keep-revision"
          onSubmit={event => {
            event.preventDefault()
            void keep()
          }}
        >
          <TextField
            label={words.message}
            hint={words.keepHint}
            value={message}
            commit={setMessage}
            typed={setMessage}
          />
          <Button type="submit">{words.keep}</Button>
        </form>
      )}
      <p class="history-exports">
        {words.exports}:{' '}
        <a href={addressOf('/api/cases/{case}/export.zip', params)} download>
          {words.exportNow}
        </a>{' '}
        ·{' '}
        <a href={addressOf('/api/cases/{case}/export.git', params)} download title={words.exportGitAbout}>
          {words.exportGit}
        </a>
      </p>
      {revisions.length === 0 && <p class="quiet">{words.none}</p>}
      <ol class="revisions">
        {revisions.map(revision => (
          <RevisionRow key={revision.number} revision={revision} head={revisions[0]!.number} />
        ))}
      </ol>
      {!whole && revisions.length > 0 && (
        <Button look="quiet" onClick={() => void load(revisions.at(-1)!.number)}>
          {words.more}
        </Button>
      )}
      {open.isOwner.value && <AuditList />}
    </div>
  )
}

function RevisionRow({ revision, head }: { readonly revision: Revision; readonly head: number }) {
  const open = useCase()
  const words = historyWords(language.value)
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  const { number, atMs, authors, message, changed, hash } = revision
  const when = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' })
  const restore = async () => {
    const asked = await api.ask('post', '/api/cases/{case}/revisions/{number}/restore', {
      params: { case: open.id, number },
    })
    setAsking(false)
    if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    else say(words.restored)
  }
  return (
    <li id={`revision-${number}`}>
      <p>
        <b>{words.revision(number)}</b>{' '}
        <time dateTime={new Date(atMs).toISOString()}>{when.format(atMs)}</time>
        {authors.length > 0 && ` · ${authors.join(', ')}`}
      </p>
      <p>{message === '' ? <span class="quiet">{words.auto}</span> : message}</p>
      <p class="note">
        {changed.length > 0 && `${words.changed(changed.join(', '))} · `}
        <code title={hash}>{hash.slice(0, 12)}</code>
      </p>
      <p class="revision-acts">
        {number > 1 && (
          <Button size="small" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        )}
        <a
          class="button"
          data-look="quiet"
          data-size="small"
          href={addressOf('/api/cases/{case}/export.zip', { case: open.id }, { revision: number })}
          download
        >
          {words.download}
        </a>
        {open.mayWrite.value && number !== head && (
          <Button size="small" look="quiet" onClick={() => setAsking(true)}>
            {words.restore}
          </Button>
        )}
      </p>
      {shown && <ChangesList from={number - 1} to={number} />}
      {asking && (
        <Dialog title={words.restore} close={() => setAsking(false)}>
          <p>{words.restoreAsk(number)}</p>
          <div class="actions-row">
            <Button look="strong" onClick={() => void restore()}>
              {words.restore}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </li>
  )
}
