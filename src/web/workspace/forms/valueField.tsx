import { useState } from 'preact/hooks'
import { inlineText } from '../../../files/editedText.js'
import { yamlValue } from '../../../files/parseYaml.js'
import { parseDuration } from '../../../model/duration.js'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import { ComboboxField, NamesField } from '../pieces/combobox.js'
import { CheckField, SelectField, TextField } from '../pieces/field.js'
import { BilingualField } from './bilingualField.js'
import { ConditionField } from './conditionField.js'
import type { FieldSpec } from './fieldSpec.js'
import { kindName } from './kinds.js'
import { choicesOf } from './names.js'
import { VisibilityField } from './visibilityField.js'

/** A field whose value is one thing: it can be put somewhere as a whole. */
export type ValueSpec = Exclude<FieldSpec, { readonly kind: 'ways' | 'work' }>

/** A value in the control that fits it. What cannot be read stays in the field and says why. */
export function ValueField({
  spec,
  label: said,
  value,
  problem,
  put: take,
}: {
  readonly spec: ValueSpec
  /** Instead of what the field is called everywhere. */
  readonly label?: string
  readonly value: unknown
  /** What is wrong with the value that is there. */
  readonly problem?: string | undefined
  /** Undefined takes the value away. */
  readonly put: (value: unknown) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const readOnly = !open.mayWrite.value
  const label = said ?? words.fields[spec.key]
  const hint = (words.hints as Readonly<Record<string, string>>)[spec.hint ?? spec.key]
  const [wrong, setWrong] = useState<string | null>(null)
  const put = (next: unknown) => {
    setWrong(null)
    take(next)
  }
  const frame = { label, ...(hint === undefined ? {} : { hint }), error: wrong ?? problem ?? undefined }
  /** A field of one line whose text has to be read first. */
  const read = (text: string, reading: (text: string) => unknown, why: string) => {
    if (text.trim() === '') {
      setWrong(null)
      return value === undefined ? undefined : put(undefined)
    }
    const next = reading(text.trim())
    if (next === undefined) setWrong(why)
    else put(next)
  }
  switch (spec.kind) {
    case 'text':
      return <BilingualField {...frame} value={value} commit={put} several={spec.several === true} />
    case 'choice':
      return (
        <SelectField
          {...frame}
          value={typeof value === 'string' ? value : ''}
          choices={[
            { value: '', label: '—' },
            ...Object.entries(words[spec.words]).map(([key, said]) => ({ value: key, label: said })),
          ]}
          choose={next => put(next === '' ? undefined : next)}
          disabled={readOnly}
        />
      )
    case 'names':
      return (
        <NamesField
          {...frame}
          names={namesOf(value)}
          choices={choicesOf(open.written.value, spec.of, language)}
          commit={names => put(names.length === 0 ? undefined : names)}
          readOnly={readOnly}
        />
      )
    case 'name':
      return (
        <ComboboxField
          {...frame}
          value={typeof value === 'string' ? value : ''}
          choices={choicesOf(open.written.value, spec.of, language)}
          commit={next => put(next === '' ? undefined : next)}
          readOnly={readOnly}
        />
      )
    case 'word':
      return (
        <ComboboxField
          {...frame}
          value={typeof value === 'string' ? value : ''}
          choices={spec.of.map(word => ({ value: word, label: kindName(word, words) }))}
          free
          commit={next => put(next === '' ? undefined : next)}
          readOnly={readOnly}
        />
      )
    case 'count':
      return (
        <TextField
          {...frame}
          value={written(value)}
          commit={text => read(text.replaceAll(',', ''), countOf, words.badNumber)}
          input={{ readOnly, inputMode: 'numeric' }}
        />
      )
    case 'line':
      return (
        <TextField
          {...frame}
          value={written(value)}
          commit={text =>
            read(text, next => (spec.pattern?.test(next) === false ? undefined : next), words.badValue)
          }
          input={{ readOnly, spellcheck: false }}
        />
      )
    case 'condition':
      return <ConditionField {...frame} value={value} commit={put} readOnly={readOnly} />
    case 'duration':
      return (
        <TextField
          {...frame}
          value={written(value)}
          commit={text => read(text, next => (isDuration(next) ? next : undefined), words.badDuration)}
          input={{ readOnly, spellcheck: false }}
        />
      )
    case 'date':
      return (
        <TextField
          {...frame}
          value={written(value)}
          commit={text =>
            read(text, next => (/^\d{4}-\d{2}-\d{2}$/.test(next) ? next : undefined), words.badDate)
          }
          input={{ readOnly, spellcheck: false, placeholder: '2022-12-06' }}
        />
      )
    case 'cost':
      return (
        <TextField
          {...frame}
          value={written(value)}
          commit={text => read(text, costOf, words.badNumber)}
          input={{ readOnly }}
        />
      )
    case 'never':
      return (
        <CheckField
          label={`${label}: ${words.never}`}
          checked={value === 'never'}
          choose={checked => put(checked ? 'never' : undefined)}
          disabled={readOnly}
        />
      )
    case 'visibility':
      return <VisibilityField value={value} commit={put} />
    case 'value':
      return (
        <TextField
          {...frame}
          value={value === undefined ? '' : inlineText(value)}
          commit={text => read(text, yamlOf, words.badValue)}
          input={{ readOnly, spellcheck: false }}
        />
      )
  }
  /** A duration, or the id of a named quantity. */
  function isDuration(text: string): boolean {
    return (
      parseDuration(text) !== null ||
      open.written
        .peek()
        .entries('quantities')
        .some(({ id }) => id === text)
    )
  }
}

/** A value on one line of YAML, or undefined where it is none. */
function yamlOf(text: string): unknown {
  return yamlValue(text) ?? undefined
}

function countOf(text: string): unknown {
  return /^\d+$/.test(text) ? Number(text) : undefined
}

function costOf(text: string): unknown {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  return /^\d+(\.\d+)?\s*\.\.\s*\d+(\.\d+)?$/.test(text) ? text.replace(/\s/g, '') : undefined
}

function written(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function namesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(name => typeof name === 'string') : []
}
