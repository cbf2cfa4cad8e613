import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { isComposing } from './composing.js'
import { described, FieldBox, type FieldFrame } from './field.js'
import { usePieceWords } from './pieceWords.js'
import './combobox.css'

/** Something that may be completed to. */
export interface Choice {
  readonly value: string
  /** What people know it by; the value itself unless said. */
  readonly label?: string
  /** Said small beside it: a kind, a place. */
  readonly note?: string
}

/** At most so many choices are listed. */
const listed = 50

/** The choices that fit what was typed: those that begin with it first, then those that contain it. */
export function fitting(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return choices.slice(0, listed)
  const begin: Choice[] = []
  const contain: Choice[] = []
  for (const choice of choices) {
    const names = [choice.value, choice.label ?? ''].map(name => name.toLowerCase())
    if (names.some(name => name.startsWith(wanted))) begin.push(choice)
    else if (names.some(name => name.includes(wanted))) contain.push(choice)
  }
  return [...begin, ...contain].slice(0, listed)
}

type ComboboxProps = {
  readonly value: string
  readonly choices: readonly Choice[]
  /** Called with a choice, or (where `free`) with what was typed. */
  readonly commit: (value: string) => void
  /** Whether something that is no choice may be typed. */
  readonly free?: boolean
  readonly id?: string
  readonly placeholder?: string
  readonly label?: string
  readonly autoFocus?: boolean
  readonly readOnly?: boolean
  /** Empties itself after each choice, for lists that grow. */
  readonly clears?: boolean
  readonly cancel?: () => void
  readonly children?: ComponentChildren
  readonly describedBy?: string
  readonly invalid?: boolean
}

/** A text field that completes: arrows choose, Enter or Tab takes, Escape leaves it as it was. */
export function Combobox({
  value,
  choices,
  commit,
  free = false,
  clears = false,
  readOnly = false,
  ...rest
}: ComboboxProps) {
  const own = useId()
  const id = rest.id ?? own
  const words = usePieceWords()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const known = choices.find(choice => choice.value === value)
  const shown = clears ? '' : value
  const options = open ? fitting(choices, typed ?? '') : []

  useLayoutEffect(() => {
    const element = input.current
    if (element !== null && typed === null && element.value !== shown) element.value = shown
  }, [shown, typed])
  useEffect(() => {
    if (rest.autoFocus) input.current?.focus()
  }, [rest.autoFocus])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const shut = () => {
    setOpen(false)
    setActive(-1)
  }
  const take = (next: string) => {
    setTyped(null)
    shut()
    if (input.current !== null) input.current.value = clears ? '' : next
    if (clears ? next !== '' : next !== value) commit(next)
  }
  /** What stands in the field when it is left. */
  const settle = () => {
    if (typed === null) return shut()
    const text = typed.trim()
    const exact = choices.find(
      choice => choice.value === text || choice.label?.toLowerCase() === text.toLowerCase(),
    )
    if (exact !== undefined) take(exact.value)
    else if (text === '' && !clears) take('')
    else if (free && text !== '') take(text)
    else {
      setTyped(null)
      shut()
      if (input.current !== null) input.current.value = shown
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const count = options.length
      if (count > 0) setActive(active < 0 && step < 0 ? count - 1 : (active + step + count) % count)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const chosen = options[active] ?? (typed?.trim() && !free ? options[0] : undefined)
      if (open && chosen !== undefined) {
        if (event.key === 'Enter') event.preventDefault()
        take(chosen.value)
      } else settle()
    } else if (event.key === 'Escape') {
      if (open || typed !== null) event.stopPropagation()
      setTyped(null)
      shut()
      if (input.current !== null) input.current.value = shown
      if (!open) rest.cancel?.()
    }
  }
  return (
    <div class="combobox">
      <input
        ref={input}
        id={id}
        class="control"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={rest.label}
        aria-describedby={rest.describedBy}
        aria-invalid={rest.invalid || undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        placeholder={rest.placeholder}
        readOnly={readOnly}
        defaultValue={shown}
        onInput={event => {
          setTyped(event.currentTarget.value)
          setOpen(true)
          setActive(-1)
        }}
        onClick={() => {
          if (!readOnly) setOpen(true)
        }}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      {known?.label !== undefined && known.label !== value && typed === null && !clears && (
        <span class="combobox-known">{known.label}</span>
      )}
      {open && (
        <div
          class="combobox-list"
          role="listbox"
          tabIndex={-1}
          id={`${id}-list`}
          ref={list}
          aria-label={rest.label}
        >
          {options.map((choice, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={choice.value}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              onPointerDown={event => event.preventDefault()}
              onClick={() => take(choice.value)}
            >
              <span>{choice.label ?? choice.value}</span>
              {(choice.note ?? (choice.label === undefined ? undefined : choice.value)) !== undefined && (
                <small>{choice.note ?? choice.value}</small>
              )}
            </div>
          ))}
          {options.length === 0 && <div class="combobox-none">{words.none}</div>}
        </div>
      )}
    </div>
  )
}

/** A combobox as a field with its label. */
export function ComboboxField({
  label,
  labelHidden,
  hint,
  error,
  ...props
}: FieldFrame & Omit<ComboboxProps, 'id' | 'label'>) {
  const id = useId()
  const tied = described(id, { hint, error })
  return (
    <FieldBox id={id} label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      <Combobox
        {...props}
        id={id}
        {...(tied['aria-describedby'] === undefined ? {} : { describedBy: tied['aria-describedby'] })}
        invalid={tied['aria-invalid'] ?? false}
      />
    </FieldBox>
  )
}

/** A list of names that grows by completion: references to sources, ifs, components. */
export function NamesField({
  label,
  labelHidden,
  hint,
  error,
  names,
  choices,
  commit,
  free = false,
  readOnly = false,
  placeholder,
}: FieldFrame & {
  readonly names: readonly string[]
  readonly choices: readonly Choice[]
  readonly commit: (names: readonly string[]) => void
  readonly free?: boolean
  readonly readOnly?: boolean
  readonly placeholder?: string
}) {
  const id = useId()
  const words = usePieceWords()
  const labelOf = (name: string) => choices.find(({ value }) => value === name)?.label ?? name
  return (
    <FieldBox id={id} label={label} labelHidden={labelHidden ?? false} hint={hint} error={error}>
      {names.length > 0 && (
        <ul class="names">
          {names.map(name => (
            <li key={name}>
              <span title={name}>{labelOf(name)}</span>
              {!readOnly && (
                <button
                  type="button"
                  aria-label={words.remove(labelOf(name))}
                  onClick={() => commit(names.filter(other => other !== name))}
                >
                  <span aria-hidden="true">✕</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <Combobox
          id={id}
          value=""
          clears
          free={free}
          choices={choices.filter(({ value }) => !names.includes(value))}
          commit={name => {
            if (!names.includes(name)) commit([...names, name])
          }}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      )}
    </FieldBox>
  )
}
