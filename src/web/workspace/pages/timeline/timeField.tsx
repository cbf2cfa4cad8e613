import { useId, useState } from 'preact/hooks'
import { described, FieldBox } from '../../pieces/field.js'
import { useTyped } from '../../pieces/useTyped.js'
import type { FactRow } from './factRow.js'
import type { CellHint, CellMeaning } from './gridTypes.js'

/** The time of a fact as a field: it says what was understood while one types. */
export function TimeField({
  label,
  row,
  meaning,
  readOnly,
}: {
  readonly label: string
  readonly row: FactRow
  readonly meaning: CellMeaning
  readonly readOnly: boolean
}) {
  const id = useId()
  const [hint, setHint] = useState<CellHint | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const bound = useTyped<HTMLInputElement>({
    value: row.at,
    commit: text => {
      const made = meaning.commit(row, 'time', text)
      setHint(null)
      setWrong('error' in made ? made.error : null)
    },
    typed: text => {
      setWrong(null)
      setHint(text === row.at ? null : meaning.hint(row, 'time', text))
    },
  })
  const said =
    hint === null ? undefined : <span class={hint.look === 'understood' ? 'c-model' : ''}>{hint.text}</span>
  return (
    <FieldBox id={id} label={label} hint={said} error={wrong}>
      <input
        {...(bound as object)}
        {...(described(id, { hint: said, error: wrong }) as object)}
        id={id}
        class="control"
        readOnly={readOnly}
        autoComplete="off"
      />
    </FieldBox>
  )
}
