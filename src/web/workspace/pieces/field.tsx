import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'
import './field.css'
import { useTyped } from './useTyped.js'

/** What stands around every field. */
export interface FieldFrame {
  readonly label: string
  /** The label is read out but not shown: where a heading or the place says it already. */
  readonly labelHidden?: boolean
  readonly hint?: ComponentChildren
  /** What is wrong with what is there, and what to do. */
  readonly error?: ComponentChildren
}

/** A label, a control, a hint and an error that belong together, also for those who hear the page. */
export function FieldBox({
  label,
  labelHidden = false,
  hint,
  error,
  id,
  children,
}: FieldFrame & { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <div class="field" data-wrong={error ? '' : undefined}>
      <label for={id} class={labelHidden ? 'vh' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint !== undefined && hint !== null && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      )}
    </div>
  )
}

/** The attributes by which a control is tied to its hint and error. */
export function described(id: string, { hint, error }: Pick<FieldFrame, 'hint' | 'error'>) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': ids === '' ? undefined : ids }
}

type TextFieldProps = FieldFrame & {
  readonly value: string
  /** Called when the text was changed and the field is left, or Enter is pressed. */
  readonly commit: (text: string) => void
  /** Called at every change. */
  readonly typed?: (text: string) => void
  readonly several?: boolean
  readonly rows?: number
  readonly input?: Omit<HTMLAttributes<HTMLInputElement>, 'value' | 'ref' | 'id'> & {
    type?: string
    autoComplete?: string
    placeholder?: string
    required?: boolean
    readOnly?: boolean
    spellcheck?: boolean
    maxLength?: number
    name?: string
    autoFocus?: boolean
  }
}

/** A text field, of one line or `several`. */
export function TextField({ several = false, ...props }: TextFieldProps) {
  return several ? <LinesField {...props} /> : <LineField {...props} />
}

function LineField({ value, commit, typed, rows: _, input = {}, ...frame }: TextFieldProps) {
  const id = useId()
  const bound = useTyped<HTMLInputElement>({ value, commit, ...(typed === undefined ? {} : { typed }) })
  return (
    <FieldBox id={id} {...frame}>
      <input {...(input as object)} {...bound} {...described(id, frame)} id={id} class="control" />
    </FieldBox>
  )
}

function LinesField({ value, commit, typed, rows = 3, input = {}, ...frame }: TextFieldProps) {
  const id = useId()
  const bound = useTyped<HTMLTextAreaElement>({
    value,
    commit,
    lines: 'several',
    ...(typed === undefined ? {} : { typed }),
  })
  return (
    <FieldBox id={id} {...frame}>
      <textarea
        {...(input as object)}
        {...bound}
        {...described(id, frame)}
        id={id}
        rows={rows}
        class="control grows"
      />
    </FieldBox>
  )
}

/** A choice of a few: the browser's own list, which every phone shows in its own way. */
export function SelectField({
  value,
  choices,
  choose,
  disabled = false,
  ...frame
}: FieldFrame & {
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly choose: (value: string) => void
  readonly disabled?: boolean
}) {
  const id = useId()
  return (
    <FieldBox id={id} {...frame}>
      <select
        id={id}
        class="control"
        value={value}
        disabled={disabled}
        onChange={event => choose(event.currentTarget.value)}
        {...described(id, frame)}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldBox>
  )
}

/** Yes or no. */
export function CheckField({
  label,
  checked,
  choose,
  hint,
  disabled = false,
}: {
  readonly label: ComponentChildren
  readonly checked: boolean
  readonly choose: (checked: boolean) => void
  readonly hint?: string
  readonly disabled?: boolean
}) {
  const id = useId()
  return (
    <div class="field field-check">
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={event => choose(event.currentTarget.checked)}
          {...described(id, { hint })}
        />{' '}
        {label}
      </label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
