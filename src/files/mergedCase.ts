import { isMap, isScalar, type Node, type Scalar } from 'yaml'
import type { FileProblem, PlainMap, YamlFile } from './yamlFile.js'

/** Where one entry of a section is written: the file, its key, and its value. */
export interface Origin {
  readonly file: YamlFile
  readonly key: Scalar
  readonly value: Node | null
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
    if (file.value === null || !isMap(file.document?.contents)) continue
    for (const pair of file.document.contents.items) {
      if (!isScalar(pair.key)) continue
      const name = keyText(pair.key)
      const written = file.value[name]
      const section: { keys: Origin[]; entries: Map<string, Origin> } = sections.get(name) ?? {
        keys: [],
        entries: new Map(),
      }
      if (section.keys.some(({ file: other }) => other === file)) continue
      section.keys.push({ file, key: pair.key, value: pair.value as Node | null })
      sections.set(name, section)
      if (written === null) value[name] ??= Object.create(null)
      if (!isMap(pair.value) || !isPlainMap(written)) {
        if (written !== null) value[name] ??= written
        continue
      }
      if (!isPlainMap(value[name])) value[name] = Object.create(null)
      const into = value[name] as PlainMap
      for (const entry of pair.value.items) {
        if (!isScalar(entry.key)) continue
        const id = keyText(entry.key)
        const origin = { file, key: entry.key, value: entry.value as Node | null }
        const first = section.entries.get(id)
        if (first === undefined) {
          if (!Object.hasOwn(written, id)) continue
          section.entries.set(id, origin)
          into[id] = written[id]
        } else if (first.file !== file) problems.push(duplicate(id, origin, first))
      }
    }
  }
  return { value, sections, problems }
}

/** A key as it is written: `400` and `true` are texts here. */
export function keyText(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

function duplicate(id: string, origin: Origin, first: Origin): MergeProblem {
  const [from = 0, to = 0] = origin.key.range ?? []
  return {
    code: 'duplicate-id',
    severity: 'error',
    file: origin.file,
    from,
    to,
    values: { id },
    other: { file: first.file, at: first.key.range?.[0] ?? 0 },
  }
}

function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
