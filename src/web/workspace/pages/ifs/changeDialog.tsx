import { useRef, useState } from 'preact/hooks'
import { inlineText } from '../../../../files/editedText.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { saidRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { choicesOf } from '../../forms/names.js'
import { ValueField } from '../../forms/valueField.js'
import { Button } from '../../pieces/button.js'
import { type Choice, ComboboxField } from '../../pieces/combobox.js'
import { Dialog } from '../../pieces/dialog.js'
import { CheckField, SelectField } from '../../pieces/field.js'
import { changeable, firstValue, patchLabel, patchSpec } from './patchField.js'
import { type PatchSection, patchSections } from './patchRows.js'

/** What stands in a field is noted beside its name up to this many characters. */
const noteLength = 60

/** Asks for one condition that an if changes: of what, which, and what it would be. */
export function ChangeDialog({ ifId, close }: { readonly ifId: string; readonly close: () => void }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const own = words.patch
  const [section, setSection] = useState<PatchSection>('components')
  const [target, setTarget] = useState('')
  const [field, setField] = useState('')
  const [isTaken, setTaken] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  // What is in the control now; `undefined` while it is empty. Enter gives it and sends the form in one go.
  const value = useRef<unknown>(undefined)
  const [drawn, setDrawn] = useState<unknown>(undefined)
  const entry = open.written.value.entries(section).find(({ id }) => id === target)
  const present = (entry?.value ?? {}) as Readonly<Record<string, unknown>>
  const spec = patchSpec(section, [field])
  const isPlain = spec.kind !== 'ways' && spec.kind !== 'work'
  const fields: readonly Choice[] = changeable[section].map(key => {
    const there = present[key] === undefined ? '' : inlineText(present[key])
    return { value: key, label: patchLabel(section, [key], words), note: there.slice(0, noteLength) }
  })
  const put = (next: unknown) => {
    value.current = next
    setDrawn(next)
    setWrong(null)
  }
  const choose = (nextTarget: string, nextField: string) => {
    setTarget(nextTarget)
    setField(nextField)
    setTaken(false)
    const there = open.written
      .peek()
      .entries(section)
      .find(({ id }) => id === nextTarget)?.value as Readonly<Record<string, unknown>> | undefined
    put(there?.[nextField])
  }
  const add = () => {
    if (target === '' || field === '') return setWrong(own.chooseFirst)
    const next = isTaken ? null : isPlain ? value.current : (present[field] ?? firstValue(spec))
    if (next === undefined) return setWrong(own.valueNeeded)
    if (isPlain && !isTaken && JSON.stringify(next) === JSON.stringify(present[field]))
      return setWrong(own.same)
    const edited = open.edit({ kind: 'set', path: ['ifs', ifId, section, target, field], value: next })
    if ('done' in edited) close()
    else setWrong(saidRefusal(edited.refused))
  }
  return (
    <Dialog title={own.add} close={close}>
      <form
        class="change-dialog"
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
            put(undefined)
          }}
        />
        <ComboboxField
          label={own.name}
          value={target}
          choices={choicesOf(open.written.value, section, language)}
          commit={next => choose(next, field)}
        />
        <ComboboxField
          label={own.field}
          value={field}
          choices={fields}
          commit={next => choose(target, next)}
        />
        {target !== '' && field !== '' && (
          <>
            {present[field] !== undefined && (
              <p class="patch-before">
                {own.from}: <code>{inlineText(present[field])}</code>
              </p>
            )}
            {present[field] !== undefined && (
              <CheckField label={own.takeAway} checked={isTaken} choose={setTaken} />
            )}
            {!isTaken &&
              (spec.kind === 'ways' || spec.kind === 'work' ? (
                <p class="quiet">{own.writtenBelow}</p>
              ) : (
                <ValueField
                  key={`${section} ${target} ${field}`}
                  spec={spec}
                  label={own.to}
                  value={drawn}
                  put={put}
                />
              ))}
          </>
        )}
        {wrong !== null && (
          <p class="field-error" role="alert">
            {wrong}
          </p>
        )}
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
