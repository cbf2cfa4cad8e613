import { type CaseFile, roleOf } from '../../../files/caseFile.js'
import type { CaseReader } from '../../../files/caseReader.js'
import { mergeFiles } from '../../../files/mergedCase.js'

/** An entry of a section as it is written. The value is the same object as long as its text is the same. */
export interface WrittenEntry {
  readonly id: string
  readonly file: string
  readonly value: unknown
}

/** What the YAML files of a case say, checked by nothing: any value may be of the wrong kind. */
export interface WrittenCase {
  /** The sections by name, as one document. */
  readonly value: Readonly<Record<string, unknown>>
  /** The entries of a section in the order of the document. Of `case` they are its fields. */
  readonly entries: (section: string) => readonly WrittenEntry[]
}

/** Reads the files as far as they can be read. */
export function writtenCase(files: readonly CaseFile[], reader: CaseReader): WrittenCase {
  const merged = mergeFiles(
    files.flatMap(({ path, text }) =>
      roleOf(path) === 'yaml' && typeof text === 'string' ? [reader.yaml(path, text)] : [],
    ),
  )
  const known = new Map<string, readonly WrittenEntry[]>()
  return {
    value: merged.value,
    entries: section => {
      const before = known.get(section)
      if (before !== undefined) return before
      const values = (merged.value[section] ?? {}) as Record<string, unknown>
      const entries = [...(merged.sections.get(section)?.entries ?? [])].map(
        ([id, { file }]): WrittenEntry => ({ id, file: file.source.path, value: values[id] }),
      )
      known.set(section, entries)
      return entries
    },
  }
}
