import { useState } from 'preact/hooks'
import { formWords } from '../../../../words/workspace/forms.js'
import { saidRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { kindChoices } from '../../forms/kinds.js'
import { choicesOf, freshId } from '../../forms/names.js'
import { textInCase } from '../../forms/textInCase.js'
import { Button } from '../../pieces/button.js'
import { ComboboxField } from '../../pieces/combobox.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'

/** Asks for a component that an if adds to the system: what it is called, what it is, and where it stands. */
export function NewComponentDialog({ ifId, close }: { readonly ifId: string; readonly close: () => void }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [name, setName] = useState('')
  const [kind, setKind] = useState('component')
  const [place, setPlace] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const add = () => {
    if (name.trim() === '') return setWrong(words.nameNeeded)
    const written = open.written.peek()
    const own = written.entries('ifs').find(({ id }) => id === ifId)?.value as
      | { readonly components?: Readonly<Record<string, unknown>> | null }
      | undefined
    const inIf = Object.keys(own?.components ?? {})
    const taken = new Set([...written.entries('components').map(({ id }) => id), ...inIf])
    const id = freshId(name, kind, taken)
    const value = { kind, title: textInCase(open, name.trim()), ...(place === '' ? {} : { in: place }) }
    const edited = open.edit({ kind: 'set', path: ['ifs', ifId, 'components', id], value })
    if ('done' in edited) close()
    else setWrong(saidRefusal(edited.refused))
  }
  return (
    <Dialog title={own.addNew} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <TextField label={own.name} error={wrong} value={name} commit={setName} typed={setName} />
        <ComboboxField label={own.kind} value={kind} choices={kindChoices(words)} free commit={setKind} />
        <ComboboxField
          label={words.fields.in}
          value={place}
          choices={choicesOf(open.written.value, 'components', language)}
          commit={setPlace}
        />
        <div class="form-acts">
          <Button type="submit" look="strong">
            {own.addNew}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
