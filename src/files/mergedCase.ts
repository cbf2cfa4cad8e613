import type { FileProblem, PlainMap, Written, YamlFile } from './yamlFile.js'

/** Where a key with its value is written. */
export interface Origin {
  readonly file: YamlFile
  readonly written: Written
}

/** A section: where its own key stands, in each file that has it, and where its entries are. */
export interface SectionOrigin {
  readonly keys: readonly Origin[]
  readonly entries: ReadonlyMap<string, Origin>
}

/** The files of a case as one document, and where each part of it came from. */
export interface MergedCase {
  readonly value: PlainMap
  readonly sections: ReadonlyMap<string, SectionOrigin>
  readonly problems: readonly MergeProblem[]
}

/** The same id in two files, or a section that is no map. */
export interface MergeProblem extends Omit<FileProblem, 'other'> {
  readonly file: YamlFile
  readonly other?: { readonly file: YamlFile; readonly at: number }
}

/** Adds the top-level keys of every file to one document, in the order of the files. */
export function mergeFiles(files: readonly YamlFile[]): MergedCase {
  const value: PlainMap = Object.create(null)
  const sections = new Map<string, { keys: Origin[]; entries: Map<string, Origin> }>()
  const problems: MergeProblem[] = []
  for (const file of files) {
    if (file.value === null) continue
    for (const part of file.sections) {
      const name = part.key
      const written = file.value[name]
      const section = sections.get(name) ?? { keys: [], entries: new Map<string, Origin>() }
      if (section.keys.some(({ file: other }) => other === file)) continue
      section.keys.push({ file, written: part })
      sections.set(name, section)
      if (written === null) value[name] ??= Object.create(null)
      if (part.entries === null || !isPlainMap(written)) {
        if (written !== null) value[name] ??= written
        continue
      }
      if (!isPlainMap(value[name])) value[name] = Object.create(null)
      const into = value[name] as PlainMap
      for (const entry of part.entries) {
        const origin = { file, written: entry }
        const first = section.entries.get(entry.key)
        if (first === undefined) {
          if (!Object.hasOwn(written, entry.key)) continue
          section.entries.set(entry.key, origin)
          into[entry.key] = written[entry.key]
        } else if (first.file !== file) problems.push(duplicate(origin, first))
      }
    }
  }
  return { value, sections, problems }
}

function duplicate({ file, written }: Origin, first: Origin): MergeProblem {
  const { key, from, to } = written
  return {
    code: 'duplicate-id',
    severity: 'error',
    file,
    from,
    to,
    values: { id: key },
    other: { file: first.file, at: first.written.from },
  }
}

function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
