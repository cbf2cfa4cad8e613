import { useState } from 'preact/hooks'
import type { CasePath } from '../../../model/problem.js'
import { formWords } from '../../../words/workspace/forms.js'
import { saidRefusal } from '../case/refusal.js'
import { useCase } from '../case/useCase.js'
import type { FieldSpec } from './fieldSpec.js'
import { ValueField } from './valueField.js'
import { WaysField, WorkField } from './waysField.js'

/** One field of an entry. What is typed becomes the smallest edit of the file; where it is refused, the field says why. */
export function EntryField({
  spec,
  path,
  value,
  label: said,
  problem,
}: {
  readonly spec: FieldSpec
  /** Of the field. */
  readonly path: CasePath
  readonly value: unknown
  /** Instead of what the field is called everywhere. */
  readonly label?: string
  /** What the last examination found at this field. */
  readonly problem?: string | undefined
}) {
  const open = useCase()
  const label = said ?? formWords(open.language.value).fields[spec.key]
  const [refused, setRefused] = useState<string | null>(null)
  const put = (next: unknown) => {
    const edited = open.edit(
      next === undefined ? { kind: 'remove', path } : { kind: 'set', path, value: next },
    )
    setRefused('refused' in edited ? saidRefusal(edited.refused) : null)
  }
  if (spec.kind === 'ways') return <WaysField label={label} path={path} value={value} problem={problem} />
  if (spec.kind === 'work') return <WorkField label={label} path={path} value={value} problem={problem} />
  return <ValueField spec={spec} label={label} value={value} problem={refused ?? problem} put={put} />
}
