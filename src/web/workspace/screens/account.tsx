import { useEffect, useRef, useState } from 'preact/hooks'
import { accountWords } from '../../../words/workspace/account.js'
import { entranceWords } from '../../../words/workspace/entrance.js'
import { frameWords } from '../../../words/workspace/frame.js'
import type { Refused } from '../api/api.js'
import type { AnswerOf } from '../api/routes.js'
import { Button } from '../pieces/button.js'
import { TextField } from '../pieces/field.js'
import { say } from '../pieces/status.js'
import { api, language, loadSession, session, signOut, user } from '../session/session.js'
import { PlainFrame } from './plainFrame.js'
import { PlainInput } from './plainInput.js'
import { Tokens } from './tokens.js'

type SessionInfo = AnswerOf<'get', '/api/me/sessions'>['sessions'][number]

/** One's own account: name, password, where one is signed in, tokens for scripts. */
export function Account() {
  const words = accountWords(language.value)
  return (
    <PlainFrame title={words.title}>
      <Name />
      {session.value?.signIn.password && <Password />}
      <Sessions />
      <Tokens />
      <section>
        <Button onClick={() => void signOut()}>{frameWords(language.value).signOut}</Button>
      </section>
    </PlainFrame>
  )
}

/** What was refused, in the server's words. */
function saidOf(refused: Refused): string {
  return refused.message || frameWords(language.peek()).unreachable
}

function Name() {
  const words = accountWords(language.value)
  const [wrong, setWrong] = useState<string | null>(null)
  const save = async (name: string) => {
    const asked = await api.ask('patch', '/api/me', { json: { name } })
    if ('refused' in asked) return setWrong(saidOf(asked.refused))
    setWrong(null)
    say(words.saved)
    await loadSession()
  }
  return (
    <TextField
      label={entranceWords(language.value).name}
      hint={entranceWords(language.value).nameHint}
      error={wrong}
      value={user.value?.name ?? ''}
      commit={name => void save(name)}
      input={{ autoComplete: 'name', maxLength: 200 }}
    />
  )
}

function Password() {
  const words = accountWords(language.value)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const save = async () => {
    if (form.current === null) return
    const given = new FormData(form.current)
    setBusy(true)
    const asked = await api.ask('patch', '/api/me', {
      json: { password: { old: String(given.get('old') ?? ''), new: String(given.get('new') ?? '') } },
    })
    setBusy(false)
    if ('refused' in asked) return setRefused(saidOf(asked.refused))
    setRefused(null)
    form.current.reset()
    say(words.passwordChanged)
  }
  return (
    <section>
      <h2>{words.password}</h2>
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <div class="form-pair">
          <PlainInput
            label={words.oldPassword}
            name="old"
            type="password"
            autoComplete="current-password"
            error={refused}
          />
          <PlainInput
            label={words.newPassword}
            hint={entranceWords(language.value).passwordHint}
            name="new"
            type="password"
            autoComplete="new-password"
            minLength={10}
            required
          />
        </div>
        <Button type="submit" busy={busy}>
          {words.changePassword}
        </Button>
      </form>
    </section>
  )
}

function Sessions() {
  const words = accountWords(language.value)
  const [sessions, setSessions] = useState<readonly SessionInfo[]>([])
  const load = async () => {
    const asked = await api.ask('get', '/api/me/sessions')
    if ('given' in asked) setSessions(asked.given.sessions)
  }
  useEffect(() => void load(), [])
  return (
    <section>
      <h2>{words.sessions}</h2>
      <ul class="plain-list">
        {sessions.map(({ id, createdMs, current }) => (
          <li key={id}>
            <span>
              {words.since(dateOf(createdMs))} {current && <b>{words.thisOne}</b>}
            </span>
            {!current && (
              <Button
                size="small"
                onClick={async () => {
                  await api.ask('delete', '/api/me/sessions/{id}', { params: { id } })
                  await load()
                }}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A date and time in the reader's own zone. */
export function dateOf(ms: number): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
}
