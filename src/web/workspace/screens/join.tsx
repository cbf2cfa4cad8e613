import { useEffect, useRef, useState } from 'preact/hooks'
import { entranceWords } from '../../../words/workspace/entrance.js'
import { frameWords } from '../../../words/workspace/frame.js'
import { addressOf, type Refused } from '../api/api.js'
import type { AnswerOf } from '../api/routes.js'
import { Button } from '../pieces/button.js'
import { casePath, here, navigate } from '../router/router.js'
import { api, language, session, takeSession, user } from '../session/session.js'
import { PlainFrame } from './plainFrame.js'
import { PlainInput } from './plainInput.js'

type Invited = AnswerOf<'post', '/api/invitations/look'>

/** Where an invitation leads: `/join#SECRET`. What stands after `#` is never sent in an address. */
export function Join() {
  const words = entranceWords(language.value)
  const secret = useSecret()
  const [invited, setInvited] = useState<Invited | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const ways = session.value?.signIn

  useEffect(() => {
    void api.ask('post', '/api/invitations/look', { json: { secret } }).then(asked => {
      if ('refused' in asked) setRefused(asked.refused)
      else setInvited(asked.given)
    })
  }, [secret])

  const join = async () => {
    const given = form.current === null ? null : new FormData(form.current)
    setBusy(true)
    const asked = await api.ask('post', '/api/invitations/accept', {
      json: {
        secret,
        ...(given === null
          ? {}
          : {
              join: {
                name: String(given.get('name') ?? '').trim(),
                email: String(given.get('email') ?? '').trim(),
                password: String(given.get('password') ?? ''),
              },
            }),
      },
    })
    setBusy(false)
    if ('refused' in asked) return setRefused(asked.refused)
    forget()
    takeSession(asked.given.session)
    navigate(asked.given.case === null ? '/' : casePath(asked.given.case), { replace: true })
  }

  if (invited === null) {
    return (
      <PlainFrame title={words.join} narrow>
        {refused === null ? (
          <p class="waiting">{frameWords(language.value).waiting}</p>
        ) : (
          <p role="alert">{refused.message || frameWords(language.value).unreachable}</p>
        )}
      </PlainFrame>
    )
  }
  const wrong = (field: string) => (refused?.field?.endsWith(field) ? refused.message : undefined)
  const isPlaced = ['name', 'email', 'password'].some(field => refused?.field?.endsWith(field))
  return (
    <PlainFrame title={words.join} narrow>
      <p>
        {invited.caseTitle === null ? words.toWorkspace : words.toCase(invited.caseTitle)}
        {invited.role !== null && <span class="quiet"> {words.roles[invited.role]}</span>}
      </p>
      {user.value === null ? (
        <form
          ref={form}
          onSubmit={event => {
            event.preventDefault()
            if (!busy) void join()
          }}
        >
          {ways?.openId && (
            <>
              <p>
                <a
                  class="button"
                  data-look="strong"
                  href={addressOf(
                    '/api/session/openid',
                    {},
                    { to: invited.case === null ? '/' : casePath(invited.case) },
                  )}
                >
                  {words.byOrganisation(ways.openId)}
                </a>
              </p>
              <p class="or">{words.or}</p>
            </>
          )}
          <PlainInput
            label={words.name}
            hint={words.nameHint}
            name="name"
            autoComplete="name"
            required
            error={wrong('name')}
          />
          <PlainInput
            label={words.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            error={wrong('email')}
          />
          <PlainInput
            label={words.password}
            hint={words.passwordHint}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            required
            error={wrong('password')}
          />
          {refused !== null && !isPlaced && (
            <p class="field-error" role="alert">
              {refused.message || frameWords(language.value).unreachable}
            </p>
          )}
          <Button look="strong" type="submit" busy={busy}>
            {words.joinNow}
          </Button>
          <p class="note">
            <a href="/signin?to=%2Fjoin">{words.haveAccount}</a>
          </p>
        </form>
      ) : (
        <>
          <p class="quiet">{words.joinAs(user.value.name)}</p>
          {refused !== null && (
            <p class="field-error" role="alert">
              {refused.message || frameWords(language.value).unreachable}
            </p>
          )}
          <Button look="strong" busy={busy} onClick={() => void join()}>
            {words.joinNow}
          </Button>
        </>
      )}
    </PlainFrame>
  )
}

const secretKey = 'manil-invitation'

/**
 * The secret of the address. For who signs in first it is kept in this window meanwhile: in an address that is asked for,
 * servers would log it.
 */
function useSecret(): string {
  const { hash } = here.value
  try {
    if (hash === '') return sessionStorage.getItem(secretKey) ?? ''
    sessionStorage.setItem(secretKey, hash)
  } catch {
    // A browser that keeps nothing: the link must be opened again after signing in.
  }
  return hash
}

function forget(): void {
  try {
    sessionStorage.removeItem(secretKey)
  } catch {
    // Nothing was kept.
  }
}
