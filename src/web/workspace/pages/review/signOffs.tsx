import { useEffect, useMemo, useState } from 'preact/hooks'
import type { SignOff } from '../../../../api/review.js'
import { reviewWords } from '../../../../words/workspace/review.js'
import { useCase } from '../../case/useCase.js'
import { ChangesList } from '../../changes/changesList.js'
import { Button } from '../../pieces/button.js'
import { TextField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language, user } from '../../session/session.js'

/** Who signed which revision for which role, what changed since, and where one signs oneself. */
export function SignOffs() {
  const open = useCase()
  const words = reviewWords(language.value)
  const params = useMemo(() => ({ case: open.id }), [open])
  const [state, setState] = useState<{
    readonly signOffs: readonly SignOff[]
    readonly roles: readonly string[]
    readonly head: number
  } | null>(null)
  const load = useMemo(
    () => async () => {
      const asked = await api.ask('get', '/api/cases/{case}/sign-offs', { params })
      if ('given' in asked) setState(asked.given)
    },
    [params],
  )
  useEffect(() => {
    void load()
    return open.onNotice(about => {
      if (about === 'sign-offs' || about === 'revisions' || about === 'members') void load()
    })
  }, [open, load])
  if (state === null) return null
  const standing = state.signOffs.filter(({ withdrawnMs }) => withdrawnMs === null)
  const waiting = state.roles.filter(role => !standing.some(one => one.role === role))
  const last = standing.reduce((latest, { revision }) => Math.max(latest, revision), 0)
  return (
    <section aria-labelledby="review-sign-offs">
      <h2 id="review-sign-offs">{words.signOffs}</h2>
      <p class="quiet">{words.signOffsAbout}</p>
      {state.signOffs.length === 0 && <p class="quiet">{words.noSignOffs}</p>}
      {waiting.length > 0 && <p>{words.waiting(waiting.join(', '))}</p>}
      {state.roles.length > 0 && waiting.length === 0 && <p>✓ {words.all}</p>}
      <ul class="sign-offs">
        {state.signOffs.map(signOff => (
          <Signed key={signOff.id} signOff={signOff} changed={load} />
        ))}
      </ul>
      {open.mayComment.value && <Sign last={last} signed={load} />}
    </section>
  )
}

function Signed({ signOff, changed }: { readonly signOff: SignOff; readonly changed: () => Promise<void> }) {
  const open = useCase()
  const words = reviewWords(language.value)
  const [shown, setShown] = useState(false)
  const date = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' })
  const { id, role, revision, by, atMs, note, withdrawnMs, revisionsSince } = signOff
  const withdraw = async () => {
    const asked = await api.ask('delete', '/api/cases/{case}/sign-offs/{id}', {
      params: { case: open.id, id },
    })
    if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    await changed()
  }
  return (
    <li data-withdrawn={withdrawnMs !== null || undefined}>
      <p>
        <span aria-hidden="true">{withdrawnMs === null ? '✓' : '✕'} </span>
        <b>{words.signed(role, revision)}</b> {by.name} · {date.format(atMs)}
        {withdrawnMs !== null && ` · ${words.withdrawn(date.format(withdrawnMs))}`}
      </p>
      {note !== '' && <p>{note}</p>}
      {withdrawnMs === null && (
        <p class="note">
          {words.since(revisionsSince)}{' '}
          {revisionsSince > 0 && (
            <Button size="small" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? words.hideSince : words.showSince}
            </Button>
          )}
          {by.user === user.value?.id && (
            <Button size="small" look="quiet" onClick={() => void withdraw()}>
              {words.withdraw}
            </Button>
          )}
        </p>
      )}
      {shown && <ChangesList from={revision} />}
    </li>
  )
}

function Sign({ last, signed }: { readonly last: number; readonly signed: () => Promise<void> }) {
  const open = useCase()
  const words = reviewWords(language.value)
  const roles = open.info.value.signsAs
  const head = open.info.value.revision
  const [note, setNote] = useState('')
  if (roles.length === 0) return <p class="note">{words.notSigner}</p>
  const sign = async (role: string) => {
    // What is written by now belongs to what is signed.
    const kept = open.mayWrite.peek()
      ? await api.ask('post', '/api/cases/{case}/revisions', {
          params: { case: open.id },
          json: { message: '' },
        })
      : null
    const revision = kept !== null && 'given' in kept ? kept.given.number : head
    const asked = await api.ask('post', '/api/cases/{case}/sign-offs', {
      params: { case: open.id },
      json: { role, revision, note: note.trim() },
    })
    if ('refused' in asked) say(asked.refused.message || asked.refused.code, { look: 'wrong' })
    else setNote('')
    await signed()
  }
  return (
    <div class="sign">
      {last > 0 && last < head && (
        <>
          <h3>{words.changesFirst}</h3>
          <ChangesList from={last} to={head} />
        </>
      )}
      <TextField label={words.note} value={note} commit={setNote} typed={setNote} />
      <div class="actions-row">
        {roles.map(role => (
          <Button key={role} look="strong" onClick={() => void sign(role)}>
            {words.signFor(role, head)}
          </Button>
        ))}
      </div>
      {open.mayWrite.value && <p class="note">{words.unsaved}</p>}
    </div>
  )
}
