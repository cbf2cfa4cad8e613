import { useState } from 'preact/hooks'
import { formWords } from '../../../../words/workspace/forms.js'
import { systemWords } from '../../../../words/workspace/system.js'
import { saidRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { kindChoices } from '../../forms/kinds.js'
import { choicesOf, freshId } from '../../forms/names.js'
import { textInCase } from '../../forms/textInCase.js'
import { Button } from '../../pieces/button.js'
import { ComboboxField } from '../../pieces/combobox.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'

/** Adds a part of the system: what it is called, what it is, and where it stands. */
export function AddComponent({
  within,
  added,
}: {
  readonly within: string | null
  readonly added: (id: string) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = systemWords(language)
  const forms = formWords(language)
  const [asking, setAsking] = useState(false)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState('service')
  const [wrong, setWrong] = useState<string | null>(null)
  const [place, setPlace] = useState('')
  const begin = () => {
    const chosen = open.written
      .peek()
      .entries('components')
      .find(({ id }) => id === within)
    const { kind: chosenKind, in: chosenIn } = (chosen?.value ?? {}) as Readonly<Record<string, unknown>>
    const holds = chosenKind === 'site' || chosenKind === 'room'
    setPlace(holds ? within! : typeof chosenIn === 'string' ? chosenIn : '')
    setAsking(true)
  }
  const add = () => {
    const called = title.trim()
    if (called === '') return setWrong(forms.nameNeeded)
    const taken = new Set(
      open.written
        .peek()
        .entries('components')
        .map(({ id }) => id),
    )
    const id = freshId(called, kind, taken)
    const value = { kind, title: textInCase(open, called), ...(place === '' ? {} : { in: place }) }
    const edited = open.edit({ kind: 'insert', path: ['components', id], value })
    if ('refused' in edited) return setWrong(saidRefusal(edited.refused))
    setWrong(null)
    setAsking(false)
    setTitle('')
    added(id)
  }
  return (
    <>
      <Button size="small" onClick={begin}>
        ＋ {words.add}
      </Button>
      {asking && (
        <Dialog title={words.add} close={() => setAsking(false)}>
          <form
            onSubmit={event => {
              event.preventDefault()
              add()
            }}
          >
            <TextField
              label={forms.sections.components.newTitle}
              error={wrong}
              value={title}
              commit={setTitle}
              typed={setTitle}
            />
            <ComboboxField
              label={forms.fields.kind}
              value={kind}
              choices={kindChoices(forms)}
              free
              commit={setKind}
            />
            <ComboboxField
              label={forms.fields.in}
              value={place}
              choices={choicesOf(open.written.value, 'components', language)}
              commit={setPlace}
            />
            <div class="form-acts">
              <Button type="submit" look="strong">
                {words.add}
              </Button>
              <Button onClick={() => setAsking(false)}>{words.cancel}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
