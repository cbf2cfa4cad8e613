import type { ImportNote } from './draft.js'
import { importLimits } from './importLimits.js'

/** A note on a file, or on the input as a whole where `path` is null. */
export function importNote(
  code: string,
  severity: ImportNote['severity'],
  path: string | null,
  values: ImportNote['values'] = {},
  line: number | null = null,
): ImportNote {
  return { code, severity, path, line, values }
}

/** At most `importLimits.notes` notes, errors first: nobody reads more. */
export function fewNotes(notes: readonly ImportNote[]): readonly ImportNote[] {
  if (notes.length <= importLimits.notes) return notes
  const errors = notes.filter(({ severity }) => severity === 'error')
  const warnings = notes.filter(({ severity }) => severity === 'warning')
  return [...errors, ...warnings].slice(0, importLimits.notes)
}
