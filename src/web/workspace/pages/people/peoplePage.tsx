import { useEffect, useMemo, useState } from 'preact/hooks'
import { caseRoles } from '../../../../api/access.js'
import type { Member } from '../../../../api/people.js'
import { peopleWords } from '../../../../words/workspace/people.js'
import { useCase } from '../../case/useCase.js'
import { colourOf } from '../../connection/presence.js'
import { Button } from '../../pieces/button.js'
import { NamesField } from '../../pieces/combobox.js'
import { Dialog } from '../../pieces/dialog.js'
import { SelectField, TextField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language, user } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { Invitations } from './invitations.js'
import { usualSignOffs } from './usualSignOffs.js'
import '../../frame/people.css'
import './people.css'

/** Who works on the case: roles, invitations, and for owners the end of the case. */
export function PeoplePage(_: PageProps) {
  const open = useCase()
  const words = peopleWords(language.value)
  const [members, setMembers] = useState<readonly Member[]>([])
  const params = useMemo(() => ({ case: open.id }), [open])
  useEffect(() => {
    const load = async () => {
      const asked = await api.ask('get', '/api/cases/{case}/members', { params })
      if ('given' in asked) setMembers(asked.given.members)
    }
    void load()
    return open.onNotice(about => {
      if (about === 'members') void load()
    })
  }, [open, params])
  return (
    <div class="sheet people-page">
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      <ul class="members">
        {members.map(member => (
          <MemberRow key={member.user} member={member} />
        ))}
      </ul>
      <dl class="role-list">
        {caseRoles.map(role => (
          <div key={role}>
            <dt>{words.roles[role]}</dt>
            <dd>{words.roleAbout[role]}</dd>
          </div>
        ))}
      </dl>
      {open.isOwner.value && (
        <>
          <Invitations />
          <DeleteCase />
        </>
      )}
    </div>
  )
}

function MemberRow({ member }: { readonly member: Member }) {
  const open = useCase()
  const words = peopleWords(language.value)
  const [asking, setAsking] = useState(false)
  const params = { case: open.id, user: member.user }
  const told = (asked: object) => {
    if (!('refused' in asked)) return
    const { message, code } = asked.refused as { readonly message: string; readonly code: string }
    say(message === '' ? code : message, { look: 'wrong' })
  }
  const change = async (next: Pick<Member, 'role' | 'signsAs'>) =>
    told(await api.ask('put', '/api/cases/{case}/members/{user}', { params, json: next }))
  const remove = async () => {
    told(await api.ask('delete', '/api/cases/{case}/members/{user}', { params }))
    setAsking(false)
  }
  const isOwn = member.user === user.value?.id
  return (
    <li>
      <p class="member-name">
        <span class="face" style={{ background: colourOf(member.user) }} aria-hidden="true">
          {[...member.name][0] ?? '?'}
        </span>{' '}
        <b>{member.name}</b> {isOwn && <span class="quiet">{words.you}</span>}
      </p>
      {open.isOwner.value ? (
        <>
          <SelectField
            label={words.role}
            value={member.role}
            choices={caseRoles.map(value => ({ value, label: words.roles[value] }))}
            choose={role => void change({ role: role as Member['role'], signsAs: member.signsAs })}
          />
          <NamesField
            label={words.signsAs}
            names={member.signsAs}
            choices={usualSignOffs()}
            free
            commit={signsAs => void change({ role: member.role, signsAs: [...signsAs] })}
          />
          <Button
            size="small"
            look="quiet"
            aria-label={words.removeWho(member.name)}
            onClick={() => setAsking(true)}
          >
            {words.remove}
          </Button>
        </>
      ) : (
        <p class="quiet">{[words.roles[member.role], ...member.signsAs].join(' · ')}</p>
      )}
      {asking && (
        <Dialog title={words.remove} close={() => setAsking(false)}>
          <p>{words.removeAsk(member.name)}</p>
          <div class="actions-row">
            <Button look="danger" onClick={remove}>
              {words.remove}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </li>
  )
}

function DeleteCase() {
  const open = useCase()
  const words = peopleWords(language.value)
  const [written, setWritten] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const remove = async () => {
    const asked = await api.ask('delete', '/api/cases/{case}', {
      params: { case: open.id },
      query: { confirm: written.trim() },
    })
    if ('refused' in asked) setWrong(asked.refused.message || asked.refused.code)
    else location.assign('/')
  }
  return (
    <details class="delete-case">
      <summary>{words.deleteCase}</summary>
      <TextField
        label={words.deleteAbout(open.id)}
        error={wrong}
        value={written}
        commit={setWritten}
        typed={setWritten}
      />
      <Button
        look="danger"
        aria-disabled={written.trim() !== open.id || undefined}
        onClick={() => void remove()}
      >
        {words.deleteNow}
      </Button>
    </details>
  )
}
