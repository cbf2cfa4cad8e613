import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import type { WrittenEntry } from '../case/writtenCase.js'
import { EntryField } from './entryField.js'
import type { FormSpec } from './fieldSpec.js'

/** The fields of one entry. Those that are folded away are shown where they hold something. */
export function EntryForm({
  section,
  entry,
  spec,
  focus,
  children,
}: {
  readonly section: string
  readonly entry: WrittenEntry
  readonly spec: FormSpec
  /** The field that an address asks for. */
  readonly focus: string | null
  /** What stands between the usual fields and those that are folded away. */
  readonly children?: ComponentChildren
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const values = (typeof entry.value === 'object' && entry.value !== null ? entry.value : {}) as Readonly<
    Record<string, unknown>
  >
  const [moreShown, setMoreShown] = useState(false)
  const found = (open.result.value?.found ?? []).filter(
    ({ path }) => path[0] === section && path[1] === entry.id && path.length > 2,
  )
  const problemAt = (key: string) => {
    const problem = found.find(({ path }) => path[2] === key)
    return problem === undefined ? undefined : `${problem.what} ${problem.todo}`
  }
  useEffect(() => {
    open.presence.tell({ page: section, path: [section, entry.id] })
  }, [open, section, entry.id])
  useEffect(() => {
    if (focus === null) return
    const field = document.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(focus.split('.')[0] ?? '')}"]`,
    )
    field?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [focus, entry.id])
  const field = (one: FormSpec['fields'][number]) => (
    <div key={one.key} data-field={one.at ?? one.key}>
      <EntryField
        spec={one}
        path={[section, entry.id, one.at ?? one.key]}
        value={values[one.at ?? one.key]}
        problem={problemAt(one.at ?? one.key)}
      />
    </div>
  )
  const used = spec.more.filter(({ key }) => values[key] !== undefined)
  const unused = spec.more.filter(({ key }) => values[key] === undefined)
  return (
    <div class="entry-form">
      {spec.fields.map(field)}
      {children}
      {used.map(field)}
      {unused.length > 0 && open.mayWrite.value && (
        <details
          open={moreShown}
          onToggle={event => setMoreShown((event.currentTarget as HTMLDetailsElement).open)}
        >
          <summary>{words.more}</summary>
          {unused.map(field)}
        </details>
      )}
    </div>
  )
}
