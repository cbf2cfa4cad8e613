import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseRole } from '../../../api/access.js'
import type { Token } from '../../../api/session.js'
import { accountWords } from '../../../words/workspace/account.js'
import { entranceWords } from '../../../words/workspace/entrance.js'
import { frameWords } from '../../../words/workspace/frame.js'
import { Button } from '../pieces/button.js'
import { Dialog } from '../pieces/dialog.js'
import { SelectField } from '../pieces/field.js'
import { api, language } from '../session/session.js'
import { PlainInput } from './plainInput.js'

/** One's tokens for scripts. */
export function Tokens() {
  const words = accountWords(language.value)
  const [tokens, setTokens] = useState<readonly Token[]>([])
  const [making, setMaking] = useState(false)
  const load = async () => {
    const asked = await api.ask('get', '/api/me/tokens')
    if ('given' in asked) setTokens(asked.given.tokens)
  }
  useEffect(() => void load(), [])
  return (
    <section>
      <h2>{words.tokens}</h2>
      <p class="quiet note">{words.tokensAbout}</p>
      <ul class="plain-list">
        {tokens.map(({ id, name, role, cases, expiresMs }) => (
          <li key={id}>
            <span>
              <b>{name}</b>{' '}
              <span class="src">
                {[
                  role === null ? words.allRoles : entranceWords(language.value).roleNames[role],
                  cases === null ? words.allCases : cases.join(', '),
                  expiresMs === null ? words.noEnd : words.until(dayOf(expiresMs)),
                ].join(' · ')}
              </span>
            </span>
            <Button
              size="small"
              onClick={async () => {
                await api.ask('delete', '/api/me/tokens/{id}', { params: { id } })
                await load()
              }}
            >
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setMaking(true)}>{words.newToken}</Button>
      {making && (
        <NewToken
          close={() => {
            setMaking(false)
            void load()
          }}
        />
      )}
    </section>
  )
}

function NewToken({ close }: { readonly close: () => void }) {
  const words = accountWords(language.value)
  const [role, setRole] = useState<CaseRole | ''>('')
  const [secret, setSecret] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const roles = entranceWords(language.value).roleNames
  const make = async () => {
    const given = new FormData(form.current ?? undefined)
    const asked = await api.ask('post', '/api/me/tokens', {
      json: {
        name: String(given.get('name') ?? '').trim(),
        role: role === '' ? null : role,
        expiresDays: Number(given.get('days')) || null,
      },
    })
    if ('refused' in asked) {
      setRefused(asked.refused.message || frameWords(language.peek()).unreachable)
      return
    }
    setSecret(asked.given.secret)
  }
  if (secret !== null) {
    return (
      <Dialog title={words.newToken} close={close}>
        <p>{words.secretOnce}</p>
        <code class="secret">{secret}</code>
        <div class="actions-row">
          <Button onClick={() => void navigator.clipboard?.writeText(secret)}>{words.copy}</Button>
          <Button look="strong" onClick={close}>
            {words.done}
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={words.newToken} close={close}>
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <PlainInput label={words.tokenName} hint={words.tokenNameHint} name="name" required error={refused} />
        <div class="form-pair">
          <SelectField
            label={words.tokenRole}
            value={role}
            choose={value => setRole(value as CaseRole | '')}
            choices={[
              { value: '', label: words.allRoles },
              ...(['editor', 'reviewer', 'reader'] as const).map(value => ({ value, label: roles[value] })),
            ]}
          />
          <PlainInput label={words.days} name="days" type="number" value="90" />
        </div>
        <div class="actions-row">
          <Button look="strong" type="submit">
            {words.make}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function dayOf(ms: number): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' }).format(ms)
}
