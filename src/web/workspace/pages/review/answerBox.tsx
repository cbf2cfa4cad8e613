import { useState } from 'preact/hooks'
import { reviewWords } from '../../../../words/workspace/review.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { TextField } from '../../pieces/field.js'
import { say } from '../../pieces/status.js'
import { api, language } from '../../session/session.js'

/** Where a question is answered: under a role, or anonymously, and then it is said what that means and what it does not. */
export function AnswerBox({
  round,
  item,
  done,
  cancel,
}: {
  readonly round: string
  readonly item: string
  readonly done: () => Promise<void>
  readonly cancel: () => void
}) {
  const open = useCase()
  const words = reviewWords(language.value)
  const [anonymous, setAnonymous] = useState(false)
  const [role, setRole] = useState('')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const params = { case: open.id, round }
  const send = async () => {
    if (text.trim() === '' || (!anonymous && role.trim() === '')) return
    const refused = anonymous
      ? await sendAnonymously(params, { item, text: text.trim() })
      : await sendUnderRole(params, { item, text: text.trim(), role: role.trim() })
    setWrong(refused)
    if (refused !== null) return
    say(anonymous ? words.sentAnonymous : words.sent)
    await done()
  }
  return (
    <form
      class="answer-box"
      // Nothing of it is kept by the browser either.
      autoComplete="off"
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset>
        <legend>{words.as}</legend>
        <label>
          <input type="radio" name={`as ${item}`} checked={!anonymous} onChange={() => setAnonymous(false)} />{' '}
          {words.asRole}
        </label>
        <label>
          <input type="radio" name={`as ${item}`} checked={anonymous} onChange={() => setAnonymous(true)} />{' '}
          {words.asAnonymous}
        </label>
      </fieldset>
      {anonymous ? (
        <p class="anonymous-about">{words.anonymousAbout}</p>
      ) : (
        <TextField label={words.role} hint={words.roleHint} value={role} commit={setRole} typed={setRole} />
      )}
      <TextField
        label={words.answerText}
        value={text}
        error={wrong}
        commit={setText}
        typed={setText}
        several
        rows={4}
      />
      <div class="actions-row">
        <Button type="submit" look="strong">
          {words.send}
        </Button>
        <Button onClick={cancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

async function sendUnderRole(
  params: { readonly case: string; readonly round: string },
  json: { readonly item: string; readonly text: string; readonly role: string },
): Promise<string | null> {
  const asked = await api.ask('post', '/api/cases/{case}/rounds/{round}/answers', { params, json })
  return 'refused' in asked ? asked.refused.message || asked.refused.code : null
}

async function sendAnonymously(
  params: { readonly case: string; readonly round: string },
  json: { readonly item: string; readonly text: string },
): Promise<string | null> {
  const asked = await api.ask('post', '/api/cases/{case}/rounds/{round}/anonymous-answers', { params, json })
  return 'refused' in asked ? asked.refused.message || asked.refused.code : null
}
