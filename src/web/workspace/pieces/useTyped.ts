import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { isComposing } from './composing.js'

type Field = HTMLInputElement | HTMLTextAreaElement

/** What a text field needs besides its looks. */
export interface Typed<F extends Field> {
  readonly ref: RefObject<F | null>
  readonly defaultValue: string
  readonly onInput: (event: Event) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * A text field that keeps what is being typed to itself until it is committed, by Enter (in several lines ⌘ or Ctrl with
 * Enter) or by leaving the field; Escape brings back what was there. Changes from elsewhere are shown at once where nobody
 * types, and never touch what is being typed or composed.
 */
export function useTyped<F extends Field>({
  value,
  commit,
  lines = 'one',
  typed,
}: {
  readonly value: string
  /** Called with another text than `value`, never with the same. */
  readonly commit: (text: string) => void
  readonly lines?: 'one' | 'several'
  /** Called at every change while one types. */
  readonly typed?: (text: string) => void
}): Typed<F> {
  const field = useRef<F>(null)
  /** The text that the field showed before anything was typed. */
  const shown = useRef(value)
  const latest = useRef({ value, commit, typed })
  latest.current = { value, commit, typed }

  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    const isTouched = element.value !== shown.current
    if (isTouched) return
    shown.current = value
    if (element.value === value) return
    const { selectionStart, selectionEnd } = element
    element.value = value
    if (document.activeElement === element && selectionStart !== null) {
      element.setSelectionRange(selectionStart, selectionEnd)
    }
  }, [value])

  const done = () => {
    const element = field.current
    if (element === null) return
    const text = element.value
    const isTouched = text !== shown.current
    if (!isTouched) return
    shown.current = text
    if (text !== latest.current.value) latest.current.commit(text)
  }
  // What was typed is not lost when the field is taken away without losing the focus first.
  const lastDone = useRef(done)
  lastDone.current = done
  useEffect(() => () => lastDone.current(), [])

  return {
    ref: field,
    defaultValue: shown.current,
    onInput: () => latest.current.typed?.(field.current?.value ?? ''),
    onBlur: done,
    onKeyDown: event => {
      if (isComposing(event)) return
      if (event.key === 'Enter' && (lines === 'one' || event.metaKey || event.ctrlKey)) {
        done()
        const element = field.current
        // A field that was refused or normalised shows what is true now.
        if (element !== null && latest.current.value !== element.value) shown.current = element.value
      }
      if (event.key === 'Escape') {
        const element = field.current
        if (element === null || element.value === latest.current.value) return
        event.stopPropagation()
        element.value = latest.current.value
        shown.current = latest.current.value
        latest.current.typed?.(element.value)
      }
    },
  }
}
