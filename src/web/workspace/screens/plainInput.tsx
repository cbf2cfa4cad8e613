import { useId } from 'preact/hooks'
import { described, FieldBox, type FieldFrame } from '../pieces/field.js'

/** A field of a form that is sent as a whole. The browser keeps what is typed, and can fill it in. */
export function PlainInput({
  label,
  hint,
  error,
  name,
  type = 'text',
  autoComplete = 'off',
  required = false,
  minLength,
  value = '',
}: FieldFrame & {
  readonly name: string
  readonly type?: 'text' | 'email' | 'password' | 'number'
  readonly autoComplete?: string
  readonly required?: boolean
  readonly minLength?: number
  readonly value?: string
}) {
  const id = useId()
  const attributes = {
    id,
    name,
    type,
    autoComplete,
    required,
    minLength,
    defaultValue: value,
    ...described(id, { hint, error }),
  }
  return (
    <FieldBox id={id} label={label} hint={hint} error={error}>
      <input class="control" {...(attributes as object)} />
    </FieldBox>
  )
}
