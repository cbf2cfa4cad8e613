import { useState } from 'preact/hooks'
import { timelineWords } from '../../../../words/workspace/timeline.js'
import { saidRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'
import { factText, insertEdits } from './factEdits.js'
import { type FactRow, rowOf, type TimeFrame } from './factRow.js'
import { understandTime } from './factTimes.js'

/** Asks for a new fact where there is no room for a row that is written in: on a phone. */
export function NewFactDialog({
  rows,
  frame,
  close,
}: {
  readonly rows: readonly FactRow[]
  readonly frame: TimeFrame
  /** Called with the fact that was made, or null. */
  readonly close: (id: string | null) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = timelineWords(language)
  const [time, setTime] = useState('')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const startEpochMs = frame.starts.get('main') ?? 0
  const previousEpochMs = rows.at(-1)?.atEpochMs ?? null
  const read =
    time.trim() === '' ? null : understandTime(time, frame, { startEpochMs, previousEpochMs }, language)
  const isReady = read !== null && 'at' in read && text.trim() !== ''

  const add = () => {
    if (read === null || !('at' in read) || text.trim() === '') return
    const { at } = read
    const fact = { text: factText(undefined, text.trim(), language, open.written.peek()) }
    const { atEpochMs } = rowOf('', { at }, frame)
    const { edits, ids } = insertEdits([{ at, atEpochMs, fact }], rows)
    const made = open.edit(edits)
    if ('refused' in made) setWrong(saidRefusal(made.refused))
    else close(ids[0] ?? null)
  }
  return (
    <Dialog title={words.newRow} close={() => close(null)}>
      <form
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          label={words.fields.at}
          value=""
          typed={setTime}
          commit={setTime}
          hint={
            read !== null && 'at' in read ? (
              <span class="c-model">
                {words.understood(read.said)}
                {read.note !== '' && ` · ${read.note}`}
              </span>
            ) : (
              words.timeHint
            )
          }
          error={read !== null && 'problem' in read ? read.problem : undefined}
          input={{ autoComplete: 'off' }}
        />
        <TextField
          label={words.fields.text}
          value=""
          typed={setText}
          commit={setText}
          several
          error={wrong}
        />
        <div class="actions-row">
          <Button look="strong" type="submit" disabled={!isReady}>
            {words.newRow}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
