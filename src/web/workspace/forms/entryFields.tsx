import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { CasePath } from '../../../model/problem.js'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import { EntryField } from './entryField.js'
import { type FormSpec, keyOf } from './fieldSpec.js'

/** The fields of a map of the case, wherever it stands. Those that are folded away are shown where they hold something. */
export function EntryFields({
  path,
  value,
  spec,
  children,
}: {
  /** Of the map. */
  readonly path: CasePath
  readonly value: unknown
  readonly spec: FormSpec
  /** What stands between the usual fields and those that are folded away. */
  readonly children?: ComponentChildren
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const values = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >
  // What is folded away when the form opens stays in its place while it is filled in: a field that jumped would lose the focus.
  const [usedFirst] = useState<ReadonlySet<string>>(
    () => new Set(spec.more.filter(one => values[keyOf(one)] !== undefined).map(keyOf)),
  )
  const found = open.result.value?.found ?? []
  const problemAt = (key: string) => {
    const problem = found.find(
      one =>
        one.path.length > path.length &&
        one.path[path.length] === key &&
        path.every((part, place) => one.path[place] === part),
    )
    return problem === undefined ? undefined : `${problem.what} ${problem.todo}`
  }
  const field = (one: FormSpec['fields'][number]) => (
    <div key={one.key} data-field={keyOf(one)}>
      <EntryField
        spec={one}
        path={[...path, keyOf(one)]}
        value={values[keyOf(one)]}
        problem={problemAt(keyOf(one))}
      />
    </div>
  )
  const used = spec.more.filter(one => usedFirst.has(keyOf(one)))
  const unused = spec.more.filter(one => !usedFirst.has(keyOf(one)))
  const filled = unused.filter(one => values[keyOf(one)] !== undefined).length
  return (
    <div class="entry-form">
      {spec.fields.map(field)}
      {used.map(field)}
      {children}
      {unused.length > 0 && open.mayWrite.value && (
        <details>
          <summary>
            {words.more}
            {filled > 0 && ` ${filled}`}
          </summary>
          {unused.map(field)}
        </details>
      )}
    </div>
  )
}
