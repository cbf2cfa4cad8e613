import { useRef, useState } from 'preact/hooks'
import { frameWords } from '../../../words/workspace/frame.js'
import { libraryWords } from '../../../words/workspace/library.js'
import type { Refused } from '../api/api.js'
import { Button } from '../pieces/button.js'
import { ComboboxField } from '../pieces/combobox.js'
import { Dialog } from '../pieces/dialog.js'
import { casePath, navigate } from '../router/router.js'
import { api, language } from '../session/session.js'
import { caseIdOf } from './caseId.js'
import { PlainInput } from './plainInput.js'

/** Asks what a new case is called, and when and where it began. */
export function BeginCase({
  taken,
  close,
}: {
  readonly taken: readonly string[]
  readonly close: () => void
}) {
  const words = libraryWords(language.value)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const form = useRef<HTMLFormElement>(null)

  const begin = async () => {
    const given = new FormData(form.current ?? undefined)
    const title = String(given.get('title') ?? '').trim()
    const year = /\d{4}/.exec(String(given.get('start')))?.[0]
    setBusy(true)
    const asked = await api.ask('post', '/api/cases', {
      json: {
        id: caseIdOf(/[a-z]/i.test(title) ? title : `incident-${year ?? ''}`, taken),
        title,
        timezone: zone,
        start: String(given.get('start') ?? '').trim(),
        languages: given.get('languages') === 'both' ? ['ko', 'en'] : [language.peek()],
      },
    })
    setBusy(false)
    if ('refused' in asked) setRefused(asked.refused)
    else navigate(casePath(asked.given.id))
  }
  const wrong = (field: string) => (refused?.field === field ? refused.message : undefined)
  const isPlaced = refused?.field === 'title' || refused?.field === 'start' || refused?.field === 'timezone'
  return (
    <Dialog title={words.begin} close={close}>
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          if (!busy) void begin()
        }}
      >
        <PlainInput label={words.title} hint={words.titleHint} name="title" required error={wrong('title')} />
        <PlainInput
          label={words.start}
          hint={words.startHint}
          name="start"
          required
          value={nowIn(zone)}
          error={wrong('start')}
        />
        <ComboboxField
          label={words.zone}
          value={zone}
          choices={zones()}
          commit={setZone}
          error={wrong('timezone')}
        />
        <fieldset class="choice">
          <legend class="field-label">{words.languages}</legend>
          <label>
            <input type="radio" name="languages" value="both" defaultChecked /> {words.bothLanguages}
          </label>{' '}
          <label>
            <input type="radio" name="languages" value="one" /> {words.oneLanguage}
          </label>
        </fieldset>
        {refused !== null && !isPlaced && (
          <p class="field-error" role="alert">
            {refused.message || frameWords(language.value).unreachable}
          </p>
        )}
        <div class="actions-row">
          <Button onClick={close}>{words.cancel}</Button>
          <Button look="strong" type="submit" busy={busy}>
            {words.beginNow}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function zones() {
  return ['Asia/Seoul', 'UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone, place, all) => all.indexOf(zone) === place)
    .map(value => ({ value }))
}

/** `2022-10-15 15:19` on the clocks of a zone. */
function nowIn(zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format()
}
