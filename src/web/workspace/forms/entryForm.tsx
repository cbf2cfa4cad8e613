import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useCase } from '../case/useCase.js'
import type { WrittenEntry } from '../case/writtenCase.js'
import { EntryFields } from './entryFields.js'
import type { FormSpec } from './fieldSpec.js'

/** The fields of one entry. The others see who has it open; a field that the address asks for has the focus. */
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
  useEffect(() => {
    open.presence.tell({ page: section, path: [section, entry.id] })
  }, [open, section, entry.id])
  useEffect(() => {
    if (focus === null) return
    const field = document.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(focus.split('.')[0] ?? '')}"]`,
    )
    const folded = field?.closest('details')
    if (folded) folded.open = true
    field?.scrollIntoView({ block: 'nearest' })
    field?.querySelector<HTMLElement>('input, textarea, select, [contenteditable="true"]')?.focus()
  }, [focus, entry.id])
  return (
    <EntryFields path={[section, entry.id]} value={entry.value} spec={spec}>
      {children}
    </EntryFields>
  )
}
