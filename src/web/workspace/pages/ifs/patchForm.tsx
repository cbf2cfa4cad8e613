import { useState } from 'preact/hooks'
import { inlineText } from '../../../../files/editedText.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import type { WrittenEntry } from '../../case/writtenCase.js'
import { yamlOf } from '../../forms/entryField.js'
import { choicesOf, freshId, titleOf } from '../../forms/names.js'
import { textInCase } from '../../forms/textInCase.js'
import { Button } from '../../pieces/button.js'
import { type Choice, ComboboxField } from '../../pieces/combobox.js'
import { Dialog } from '../../pieces/dialog.js'
import { SelectField, TextField } from '../../pieces/field.js'
import { type PatchRow, type PatchSection, patchRows, patchSections } from './patchRows.js'

/** The fields of each section that are worth changing in an if. */
const changeable: Readonly<Record<PatchSection, readonly string[]>> = {
  components: [
    'initial',
    'needs',
    'in',
    'count',
    'holdup',
    'full',
    'recovery',
    'repair',
    'standby-for',
    'copies',
    'works',
    'priority',
  ],
  events: ['delay', 'unless', 'when', 'at', 'after', 'destroy', 'fail', 'cut', 'release', 'repair'],
  quantities: ['value'],
}

/** What a component of an if most often is. */
const kinds = [
  'component',
  'service',
  'tool',
  'hosts',
  'store',
  'site',
  'room',
  'feed',
  'ups',
  'generator',
  'team',
  'barrier',
]

/** The conditions that an if changes: of what, which, what it is now, and what it would be. */
export function PatchForm({ entry }: { readonly entry: WrittenEntry }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [asking, setAsking] = useState<'change' | 'component' | null>(null)
  const { written } = open
  const rows = patchRows(
    entry.value,
    (section, id) => written.value.entries(section).find(one => one.id === id)?.value,
  )
  return (
    <section class="patch" aria-label={own.title}>
      <h3>{own.title}</h3>
      {rows.length === 0 && <p class="entries-none">{own.none}</p>}
      {rows.length > 0 && (
        <ul class="patch-rows">
          {rows.map(row => (
            <Row key={row.path.join('/')} row={row} ifId={entry.id} />
          ))}
        </ul>
      )}
      {open.mayWrite.value && (
        <div class="form-acts">
          <Button size="small" onClick={() => setAsking('change')}>
            ＋ {own.add}
          </Button>
          <Button size="small" onClick={() => setAsking('component')}>
            ＋ {own.addNew}
          </Button>
        </div>
      )}
      {asking === 'change' && <ChangeDialog ifId={entry.id} close={() => setAsking(null)} />}
      {asking === 'component' && <NewComponentDialog ifId={entry.id} close={() => setAsking(null)} />}
    </section>
  )
}

function Row({ row, ifId }: { readonly row: PatchRow; readonly ifId: string }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [wrong, setWrong] = useState<string | null>(null)
  const target = open.written.value.entries(row.section).find(({ id }) => id === row.id)
  const called = titleOf(target?.value ?? row.value, language)
  const path = ['ifs', ifId, ...row.path]
  const field = row.field.join('.')
  const isNew = row.field.length === 0
  const commit = (text: string) => {
    const next = text.trim() === '' ? null : yamlOf(text)
    if (next === undefined) return setWrong(words.badValue)
    setWrong(null)
    open.edit({ kind: 'set', path, value: next })
  }
  return (
    <li>
      <p class="patch-of">
        <b>{called === '' ? row.id : called}</b> <code>{isNew ? row.id : `${row.id}.${field}`}</code>
        {isNew && <span> {own.newComponent}</span>}
        {open.mayWrite.value && (
          <Button
            look="quiet"
            size="small"
            aria-label={`${own.remove}: ${row.id} ${field}`}
            title={own.remove}
            onClick={() => open.edit({ kind: 'remove', path: removable(open, path) })}
          >
            ✕
          </Button>
        )}
      </p>
      {row.before !== undefined && !isNew && (
        <p class="patch-before">
          {own.from}: <code>{inlineText(row.before)}</code>
        </p>
      )}
      <TextField
        label={`${called === '' ? row.id : called} ${field}: ${own.to}`}
        labelHidden
        value={row.value === null ? '' : inlineText(row.value)}
        hint={row.value === null ? own.taken : undefined}
        error={wrong}
        commit={commit}
        input={{ spellcheck: false, readOnly: !open.mayWrite.value }}
      />
    </li>
  )
}

/** With its last change an entry, and a section, goes out of the if as well: what is left behind would be empty. */
function removable(
  open: ReturnType<typeof useCase>,
  path: readonly (string | number)[],
): readonly (string | number)[] {
  let at = path
  while (at.length > 3) {
    const parent = at.slice(0, -1)
    const value = parent.reduce<unknown>(
      (inside, key) => (inside as Readonly<Record<string, unknown>> | undefined)?.[key],
      open.written.peek().value,
    )
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) break
    at = parent
  }
  return at
}

function ChangeDialog({ ifId, close }: { readonly ifId: string; readonly close: () => void }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [section, setSection] = useState<PatchSection>('components')
  const [target, setTarget] = useState('')
  const [field, setField] = useState('')
  const [value, setValue] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const entry = open.written.value.entries(section).find(({ id }) => id === target)
  const present = entry?.value as Readonly<Record<string, unknown>> | undefined
  const fields: readonly Choice[] = changeable[section].map(key => ({
    value: key,
    ...(present?.[key] === undefined ? {} : { note: inlineText(present[key]) }),
  }))
  const add = () => {
    const next = yamlOf(value)
    if (target === '' || field === '' || next === undefined) return setWrong(words.badValue)
    const edited = open.edit({ kind: 'set', path: ['ifs', ifId, section, target, field], value: next })
    if ('done' in edited) close()
  }
  return (
    <Dialog title={own.add} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <SelectField
          label={own.target}
          value={section}
          choices={patchSections.map(key => ({ value: key, label: own.sections[key] }))}
          choose={next => {
            setSection(next as PatchSection)
            setTarget('')
            setField(next === 'quantities' ? 'value' : '')
          }}
        />
        <ComboboxField
          label={own.name}
          value={target}
          choices={choicesOf(open.written.value, section, language)}
          commit={setTarget}
        />
        <ComboboxField
          label={own.field}
          value={field}
          choices={fields}
          free
          commit={next => {
            setField(next)
            if (value === '' && present?.[next] !== undefined) setValue(inlineText(present[next]))
          }}
        />
        <TextField
          label={own.to}
          value={value}
          error={wrong}
          commit={setValue}
          typed={setValue}
          input={{ spellcheck: false }}
        />
        <div class="form-acts">
          <Button type="submit" look="strong">
            {own.add}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function NewComponentDialog({ ifId, close }: { readonly ifId: string; readonly close: () => void }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [name, setName] = useState('')
  const [kind, setKind] = useState('component')
  const [place, setPlace] = useState('')
  const add = () => {
    if (name.trim() === '') return
    const written = open.written.peek()
    const inIf = Object.keys(
      ((written.entries('ifs').find(({ id }) => id === ifId)?.value as { components?: object } | undefined)
        ?.components ?? {}) as object,
    )
    const taken = new Set([...written.entries('components').map(({ id }) => id), ...inIf])
    const id = freshId(name, kind, taken)
    const value = { kind, title: textInCase(open, name.trim()), ...(place === '' ? {} : { in: place }) }
    const edited = open.edit({ kind: 'set', path: ['ifs', ifId, 'components', id], value })
    if ('done' in edited) close()
  }
  return (
    <Dialog title={own.addNew} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <TextField label={own.name} value={name} commit={setName} typed={setName} />
        <ComboboxField
          label={own.kind}
          value={kind}
          choices={kinds.map(value => ({ value }))}
          free
          commit={setKind}
        />
        <ComboboxField
          label="in"
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
