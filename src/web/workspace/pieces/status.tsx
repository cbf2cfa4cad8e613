import { signal } from '@preact/signals'
import { usePieceWords } from './pieceWords.js'
import './status.css'

/** Something that is said at the edge of the page. */
interface Note {
  readonly key: number
  readonly text: string
  readonly look: 'plain' | 'wrong'
  readonly action?: { readonly label: string; readonly act: () => void }
}

const notes = signal<readonly Note[]>([])
/** Long enough to read a sentence and reach its button. */
const shownMs = { plain: 6_000, wrong: 12_000 }
let next = 0

/**
 * Says what was done, or what went wrong, at the edge of the page and to those who hear it. `action` is one thing to do about
 * it, such as "Undo". Returns how to take it away before its time.
 */
export function say(text: string, options: Partial<Pick<Note, 'look' | 'action'>> = {}): () => void {
  const look = options.look ?? 'plain'
  const note: Note = { key: next++, text, look, ...(options.action ? { action: options.action } : {}) }
  notes.value = [...notes.value.slice(-2), note]
  setTimeout(() => dismiss(note.key), shownMs[look])
  return () => dismiss(note.key)
}

function dismiss(key: number): void {
  notes.value = notes.value.filter(note => note.key !== key)
}

/** Where everything that is said appears; once in the page. */
export function StatusRegion() {
  const words = usePieceWords()
  return (
    <div class="status-region" role="status" aria-live="polite">
      {notes.value.map(({ key, text, look, action }) => (
        <div key={key} class="status-note" data-look={look}>
          <span>
            {look === 'wrong' && <b aria-hidden="true">✕ </b>}
            {text}
          </span>
          {action !== undefined && (
            <button
              type="button"
              onClick={() => {
                dismiss(key)
                action.act()
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" class="status-close" aria-label={words.close} onClick={() => dismiss(key)}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
    </div>
  )
}
