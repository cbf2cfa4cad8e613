import { useEffect, useMemo, useState } from 'preact/hooks'
import { caseRoles } from '../../../../api/access.js'
import type { Invitation, Member } from '../../../../api/people.js'
import { peopleWords } from '../../../../words/workspace/people.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { NamesField } from '../../pieces/combobox.js'
import { SelectField, TextField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'
import { usualSignOffs } from './usualSignOffs.js'

/** An address that lets somebody in, once; and those that were made. */
export function Invitations() {
  const open = useCase()
  const words = peopleWords(language.value)
  const [made, setMade] = useState<string | null>(null)
  const [list, setList] = useState<readonly Invitation[]>([])
  const [role, setRole] = useState<Member['role']>('editor')
  const [signsAs, setSignsAs] = useState<readonly string[]>([])
  const [days, setDays] = useState('7')
  const [wrong, setWrong] = useState<string | null>(null)
  const params = useMemo(() => ({ case: open.id }), [open])
  const load = useMemo(
    () => async () => {
      const asked = await api.ask('get', '/api/cases/{case}/invitations', { params })
      if ('given' in asked) setList(asked.given.invitations)
    },
    [params],
  )
  useEffect(() => {
    void load()
    return open.onNotice(about => {
      if (about === 'members') void load()
    })
  }, [open, load])
  const make = async () => {
    const asked = await api.ask('post', '/api/cases/{case}/invitations', {
      params,
      json: { role, signsAs: [...signsAs], expiresDays: Math.min(90, Math.max(1, Number(days) || 7)) },
    })
    if ('refused' in asked) return setWrong(asked.refused.message || asked.refused.code)
    setWrong(null)
    setMade(asked.given.address)
    await load()
  }
  const date = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium' })
  return (
    <section>
      <h2>{words.invite}</h2>
      <p class="quiet">{words.inviteAbout}</p>
      <form
        class="invite-form"
        onSubmit={event => {
          event.preventDefault()
          void make()
        }}
      >
        <SelectField
          label={words.role}
          value={role}
          choices={caseRoles.map(value => ({ value, label: words.roles[value] }))}
          choose={next => setRole(next as Member['role'])}
        />
        <NamesField
          label={words.signsAs}
          hint={words.signsAsHint}
          names={signsAs}
          choices={usualSignOffs()}
          free
          commit={setSignsAs}
        />
        <TextField
          label={words.days}
          value={days}
          error={wrong}
          commit={setDays}
          typed={setDays}
          input={{ inputMode: 'numeric' }}
        />
        <Button type="submit" look="strong">
          {words.make}
        </Button>
      </form>
      {made !== null && (
        <div class="made-address" role="status">
          <p>{words.made}</p>
          <p>
            <code>{made}</code>{' '}
            <Button
              size="small"
              onClick={() => void navigator.clipboard.writeText(made).then(() => say(words.copied))}
            >
              {words.copy}
            </Button>
          </p>
        </div>
      )}
      <h2>{words.invitations}</h2>
      {list.length === 0 && <p class="quiet">{words.noInvitations}</p>}
      <ul class="invitation-list">
        {list.map(({ id, role: given, expiresMs, signsAs: signs }) => (
          <li key={id}>
            <span>
              {[given === null ? '' : words.roles[given], ...signs].join(' · ')} ·{' '}
              {words.until(date.format(expiresMs))}
            </span>{' '}
            <Button
              size="small"
              look="quiet"
              onClick={async () => {
                await api.ask('delete', '/api/cases/{case}/invitations/{id}', { params: { ...params, id } })
                await load()
              }}
            >
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
