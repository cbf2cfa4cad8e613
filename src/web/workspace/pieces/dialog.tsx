import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { usePieceWords } from './pieceWords.js'
import './dialog.css'

const firstField = 'header ~ * :is(input, textarea, select):not([type="hidden"], [tabindex="-1"], :disabled)'

/** A dialog over the page: the browser keeps the focus inside, and gives it back when it closes. Escape closes it. */
export function Dialog({
  title,
  close,
  children,
  wide = false,
}: {
  readonly title: string
  readonly close: () => void
  readonly children: ComponentChildren
  readonly wide?: boolean
}) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  const words = usePieceWords()
  useEffect(() => {
    const dialog = element.current
    if (dialog !== null && !dialog.open) {
      dialog.showModal()
      // The browser would begin at the button that closes it; whoever is asked something begins with the answer.
      dialog.querySelector<HTMLElement>(firstField)?.focus()
    }
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the key for that is Escape
    <dialog
      ref={element}
      class="dialog"
      data-wide={wide || undefined}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
      onClick={event => {
        if (event.target === element.current) close()
      }}
    >
      <div class="dialog-inside">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="dialog-close" aria-label={words.close} onClick={close}>
            <span aria-hidden="true">✕</span>
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
