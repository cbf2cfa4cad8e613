import { useEffect, useRef, useState } from 'preact/hooks'
import { entranceWords } from '../../../words/workspace/entrance.js'
import { frameWords } from '../../../words/workspace/frame.js'
import { addressOf, type Refused } from '../api/api.js'
import { Button } from '../pieces/button.js'
import { here, navigate } from '../router/router.js'
import { api, language, returnAddress, session, takeSession, user } from '../session/session.js'
import { PlainFrame } from './plainFrame.js'
import { PlainInput } from './plainInput.js'

/** Where one signs in: by the organisation, by password, or by the address that was printed at the start. */
export function SignIn() {
  const words = entranceWords(language.value)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const ways = session.value?.signIn
  const to = returnAddress(here.value.query)
  const isSignedIn = user.value !== null
  useEffect(() => {
    if (isSignedIn) navigate(to, { replace: true })
  }, [isSignedIn, to])

  const submit = async (event: Event) => {
    event.preventDefault()
    if (form.current === null || busy) return
    const given = new FormData(form.current)
    setBusy(true)
    const asked = await api.ask('post', '/api/session/password', {
      json: { email: String(given.get('email') ?? '').trim(), password: String(given.get('password') ?? '') },
    })
    setBusy(false)
    if ('refused' in asked) return setRefused(asked.refused)
    takeSession(asked.given)
  }
  return (
    <PlainFrame title={words.signIn} narrow>
      {ways?.openId && (
        <>
          <p>
            <a class="button" data-look="strong" href={addressOf('/api/session/openid', {}, { to })}>
              {words.byOrganisation(ways.openId)}
            </a>
          </p>
          {ways.password && <p class="or">{words.or}</p>}
        </>
      )}
      {ways?.password && (
        <form ref={form} onSubmit={event => void submit(event)}>
          <PlainInput label={words.email} name="email" type="email" autoComplete="username" required />
          <PlainInput
            label={words.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          {refused !== null && (
            <p class="field-error" role="alert">
              <span aria-hidden="true">✕ </span>
              {refused.message || frameWords(language.value).unreachable}
            </p>
          )}
          <Button look={ways.openId ? 'plain' : 'strong'} type="submit" busy={busy}>
            {words.signIn}
          </Button>
        </form>
      )}
      {ways?.key && <p class="quiet note key-hint">{words.key}</p>}
      <p class="src">{words.noAccount}</p>
    </PlainFrame>
  )
}
