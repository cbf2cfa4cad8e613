import type { Withheld } from '../../../model/case.js'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import { SelectField, TextField } from '../pieces/field.js'

/** Whether an entry is published, and if not, why and until when. */
export function VisibilityField({
  value,
  commit,
}: {
  readonly value: unknown
  readonly commit: (visibility: unknown) => void
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const readOnly = !open.mayWrite.value
  const map = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const reason = typeof map.withheld === 'string' ? (map.withheld as Withheld) : 'public'
  const until = typeof map.until === 'string' ? map.until : ''
  const withheld = (why: string, end: string) =>
    why === 'public' ? undefined : { withheld: why, ...(end === '' ? {} : { until: end }) }
  return (
    <>
      <SelectField
        label={words.fields.visibility}
        value={reason}
        choices={Object.entries(words.visibilities).map(([key, label]) => ({ value: key, label }))}
        choose={next => commit(withheld(next, until))}
        disabled={readOnly}
      />
      {reason !== 'public' && (
        <TextField
          label={words.until}
          value={until}
          error={until === '' || /^\d{4}-\d{2}-\d{2}$/.test(until) ? undefined : words.badDate}
          commit={next => commit(withheld(reason, next.trim()))}
          input={{ readOnly, placeholder: '2027-01-01' }}
        />
      )}
    </>
  )
}
