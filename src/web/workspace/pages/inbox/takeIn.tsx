import { useRef, useState } from 'preact/hooks'
import { inboxWords } from '../../../../words/workspace/inbox.js'
import type { AnswerOf } from '../../api/routes.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { SelectField, TextField } from '../../pieces/field.js'
import { api, language } from '../../session/session.js'

type Taken = AnswerOf<'post', '/api/cases/{case}/imports'>
type Format = keyof ReturnType<typeof inboxWords>['formats']

/** Notes that are shown of one import; the rest is counted by the server. */
const notesShown = 30

/** Where records of other tools come in: a file dropped or chosen, or a text pasted. */
export function TakeIn({ taken }: { readonly taken: () => void }) {
  const open = useCase()
  const words = inboxWords(language.value)
  const input = useRef<HTMLInputElement>(null)
  const [format, setFormat] = useState<Format>('auto')
  const [zone, setZone] = useState('')
  const [roles, setRoles] = useState('')
  const [pasted, setPasted] = useState('')
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [results, setResults] = useState<
    readonly { name: string; wrong: string | null; taken: Taken | null }[]
  >([])

  const take = async (name: string, bytes: Blob | string): Promise<boolean> => {
    setBusy(true)
    const asked = await api.ask('post', '/api/cases/{case}/imports', {
      params: { case: open.id },
      query: {
        name,
        ...(format === 'auto' ? {} : { format }),
        ...(zone.trim() === '' ? {} : { zone: zone.trim() }),
        ...(roles.trim() === '' ? {} : { roles: JSON.stringify(rolesOf(roles)) }),
      },
      bytes,
    })
    setBusy(false)
    const result =
      'refused' in asked
        ? { name, wrong: asked.refused.message || asked.refused.code, taken: null }
        : { name, wrong: null, taken: asked.given }
    setResults(before => [result, ...before].slice(0, 5))
    taken()
    return 'given' in asked
  }
  const takeFiles = async (files: readonly File[]) => {
    for (const file of files) await take(file.name, file)
  }
  return (
    <section class="take-in" aria-label={words.take}>
      <fieldset
        class="drop-zone"
        data-over={over || undefined}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          void takeFiles([...(event.dataTransfer?.files ?? [])])
        }}
      >
        <legend class="vh">{words.take}</legend>
        <p>
          <b>{words.drop}</b>
          <br />
          <span class="quiet">{words.dropAbout}</span>
        </p>
        <input
          ref={input}
          type="file"
          multiple
          class="vh"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={event => {
            void takeFiles([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        <Button busy={busy} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
      </fieldset>
      <form
        onSubmit={async event => {
          event.preventDefault()
          if (pasted.trim() !== '' && (await take('paste.md', pasted))) setPasted('')
        }}
      >
        <TextField
          label={words.paste}
          hint={words.pasteHint}
          value={pasted}
          commit={setPasted}
          typed={setPasted}
          several
          rows={4}
        />
        <Button type="submit" busy={busy}>
          {words.takePaste}
        </Button>
      </form>
      <details>
        <summary>{words.more}</summary>
        <SelectField
          label={words.format}
          value={format}
          choices={Object.entries(words.formats).map(([value, label]) => ({ value, label }))}
          choose={next => setFormat(next as Format)}
        />
        <TextField label={words.zone} hint={words.zoneHint} value={zone} commit={setZone} typed={setZone} />
        <TextField
          label={words.roles}
          hint={words.rolesHint}
          value={roles}
          commit={setRoles}
          typed={setRoles}
          several
        />
      </details>
      <div role="status">
        {results.map(({ name, wrong, taken: given }, place) => (
          <div key={place} class="taken">
            <p>
              <b>{name}</b>{' '}
              {wrong !== null ? (
                <span class="field-error">{wrong}</span>
              ) : (
                given !== null && words.found(given.added, given.known)
              )}
            </p>
            {given !== null && given.notes.length > 0 && (
              <ul>
                {given.notes.slice(0, notesShown).map((note, number) => (
                  <li key={number} data-severity={note.severity}>
                    {note.path !== null && (
                      <code>
                        {note.path}
                        {note.line === null ? '' : `:${note.line}`}
                      </code>
                    )}{' '}
                    {note.message}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

/** `hana.kim = on-call engineer`, one a line; what is no such line is left out. */
function rolesOf(text: string): Record<string, string> {
  const roles: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const [name, ...role] = line.split('=')
    const [from, to] = [name?.trim().toLowerCase() ?? '', role.join('=').trim()]
    if (from !== '' && to !== '') roles[from] = to
  }
  return roles
}
