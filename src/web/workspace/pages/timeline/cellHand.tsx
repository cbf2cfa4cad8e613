import type { RefObject } from 'preact'
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks'
import { isComposing } from '../../pieces/composing.js'
import type { Column } from './columns.js'
import type { FactRow } from './factRow.js'
import type { CellHint, CellMeaning, Completion } from './gridTypes.js'
import './cellHand.css'

/** Whether one writes in the active cell: in what is there already, or in its place. */
export type Writing = 'no' | 'keep' | 'replace'

/** Where the hand goes when it is done with a cell. */
export type Leave = 'stay' | 'down' | 'next' | 'previous' | 'new-below'

/**
 * The text field of the active cell. It is there, unseen, before anything is typed: so the first letter, also the first part of
 * a Korean syllable, falls into it and is composed there. Keys that do not write go to the grid.
 */
export function CellHand({
  hand,
  row,
  column,
  label,
  editing,
  writing,
  error,
  meaning,
  begin,
  end,
  cancel,
  moveKey,
  pasted,
}: {
  readonly hand: RefObject<HTMLTextAreaElement | null>
  readonly row: FactRow
  readonly column: Column
  /** What the cell holds, for those who hear it. */
  readonly label: string
  readonly editing: Writing
  /** The same, without waiting for the next drawing. */
  readonly writing: RefObject<Writing>
  readonly error: string | null
  readonly meaning: CellMeaning
  /** Writing began by itself: by a letter, or by pasting. */
  readonly begin: () => void
  /** Writing is over; false where the cell keeps the hand, since what was typed means nothing. */
  readonly end: (text: string, leave: Leave) => boolean
  readonly cancel: () => void
  readonly moveKey: (event: KeyboardEvent) => void
  readonly pasted: (event: ClipboardEvent) => void
}) {
  const id = useId()
  const [hint, setHint] = useState<CellHint | null>(null)
  const [completion, setCompletion] = useState<Completion | null>(null)
  const [chosen, setChosen] = useState(-1)
  const isEditing = editing !== 'no'

  const look = (isComposed: boolean) => {
    const element = hand.current
    if (element === null) return
    setHint(meaning.hint(row, column, element.value))
    const found =
      isComposed && column !== 'phase' ? null : meaning.complete(row, column, element.value, caretOf(element))
    setCompletion(found)
    // Of a few words one is always chosen: the one that stands there, else the first that fits.
    const standing = found?.choices.findIndex(({ value }) => value === element.value) ?? -1
    setChosen(found !== null && column === 'phase' && found.choices.length > 0 ? Math.max(0, standing) : -1)
  }

  useLayoutEffect(() => {
    const element = hand.current
    if (element === null) return
    if (editing === 'keep') {
      element.value = meaning.editedText(row, column)
      element.setSelectionRange(element.value.length, element.value.length)
      look(false)
    }
    if (editing === 'no') {
      element.value = ''
      setHint(null)
      setCompletion(null)
    }
  }, [editing])
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  const put = (value: string) => {
    const element = hand.current
    if (element === null || completion === null) return
    const { from, to, after } = completion
    element.setRangeText(value + after, from, to, 'end')
    element.focus()
    if (column === 'phase') {
      end(element.value, 'stay')
      return
    }
    look(false)
  }
  const choices = completion?.choices ?? []

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (writing.current === 'no') return moveKey(event)
    const element = event.currentTarget as HTMLTextAreaElement
    const { key } = event
    if ((key === 'ArrowDown' || key === 'ArrowUp') && choices.length > 0) {
      event.preventDefault()
      const step = key === 'ArrowDown' ? 1 : -1
      setChosen(
        chosen < 0 && step < 0 ? choices.length - 1 : (chosen + step + choices.length) % choices.length,
      )
    } else if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      end(element.value, 'new-below')
    } else if (key === 'Enter' && (event.shiftKey || event.altKey)) {
      if (column !== 'text') event.preventDefault()
    } else if (key === 'Enter' || key === 'Tab') {
      event.preventDefault()
      const choice = choices[chosen]
      if (choice !== undefined) return put(choice.value)
      end(element.value, key === 'Enter' ? 'down' : event.shiftKey ? 'previous' : 'next')
    } else if (key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (choices.length > 0 && chosen >= 0 && column !== 'phase') setCompletion(null)
      else cancel()
    }
  }
  const shown = error === null ? hint : ({ text: error, look: 'wrong' } as CellHint)
  return (
    <div class="cell-hand" data-editing={isEditing || undefined}>
      <textarea
        ref={hand}
        rows={1}
        aria-label={label}
        aria-describedby={shown === null ? undefined : `${id}-hint`}
        aria-invalid={shown?.look === 'wrong' || undefined}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-controls={choices.length > 0 ? `${id}-list` : undefined}
        aria-autocomplete={completion === null ? undefined : 'list'}
        inputMode={isEditing ? 'text' : 'none'}
        autoComplete="off"
        spellcheck={isEditing && column === 'text'}
        onKeyDown={onKeyDown}
        onInput={event => {
          if (writing.current === 'no') begin()
          look((event as InputEvent).isComposing)
        }}
        onCompositionStart={() => {
          if (writing.current === 'no') begin()
        }}
        onCompositionEnd={() => look(false)}
        onPaste={event => {
          if (writing.current === 'no') pasted(event)
        }}
        onBlur={event => {
          if (writing.current !== 'no' && !end(event.currentTarget.value, 'stay')) cancel()
        }}
      />
      {isEditing && (shown !== null || choices.length > 0) && (
        <div class="cell-below">
          {shown !== null && (
            <p id={`${id}-hint`} class="cell-hint" data-look={shown.look} aria-live="polite">
              {shown.text}
              {shown.suggestion !== undefined && (
                <button
                  type="button"
                  tabIndex={-1}
                  onPointerDown={event => event.preventDefault()}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => {
                    if (hand.current === null) return
                    hand.current.value = shown.suggestion ?? ''
                    look(false)
                  }}
                >
                  {shown.suggestion}
                </button>
              )}
            </p>
          )}
          {choices.length > 0 && (
            <div class="cell-choices" role="listbox" id={`${id}-list`} aria-label={label} tabIndex={-1}>
              {choices.map((choice, place) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
                <div
                  key={choice.value}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === chosen}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => put(choice.value)}
                >
                  <span>{choice.label ?? choice.value}</span>
                  {choice.note !== undefined && <small>{choice.note}</small>}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function caretOf(element: HTMLTextAreaElement): number {
  return element.selectionStart ?? element.value.length
}
