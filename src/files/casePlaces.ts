import type { CasePath } from '../model/problem.js'
import type { Beside } from './caseEdit.js'
import { type CaseFile, roleOf } from './caseFile.js'
import type { CaseReader } from './caseReader.js'
import type { Neighbour } from './editSection.js'
import type { Parsed, Written, WrittenSection, YamlFile } from './yamlFile.js'

/** The YAML files of a case, read. */
export function yamlOf(files: readonly CaseFile[], reader: CaseReader): readonly YamlFile[] {
  return files.flatMap(({ path, text }) =>
    roleOf(path) === 'yaml' && typeof text === 'string' ? [reader.yaml(path, text)] : [],
  )
}

/** The file in which a path leads somewhere, with as much of the way as there is. */
export interface PathPlace {
  readonly file: YamlFile | null
  readonly section: WrittenSection | null
  readonly entry: Written | null
  /** Files that have the section. */
  readonly all: readonly { readonly file: YamlFile; readonly section: WrittenSection }[]
}

/** The file that holds the entry; for a new one the last that has its section, else the last that has anything. */
export function placeOfPath(read: readonly YamlFile[], path: CasePath): PathPlace {
  const [name, id] = [String(path[0]), path[1] === undefined ? null : String(path[1])]
  const all = read.flatMap(file => {
    const section = file.sections.find(({ key }) => key === name)
    return section === undefined ? [] : [{ file, section }]
  })
  if (id !== null) {
    for (const { file, section } of all) {
      const entry = section.entries?.find(({ key }) => key === id)
      if (entry !== undefined) return { file, section, entry, all }
    }
  }
  const last = path.length === 1 ? all[0] : all.at(-1)
  if (last !== undefined) return { ...last, entry: null, all }
  const file = read.findLast(({ value }) => value !== null) ?? read.at(-1) ?? null
  return { file, section: null, entry: null, all }
}

/** Problems of a file after which an edit still meets what it means. */
const harmless = new Set(['duplicate-id'])

/** Whether a file, or the part of it that an edit concerns, could not be read as it is written. */
export function isBroken({ problems, source }: YamlFile, within?: Parsed): boolean {
  const start = within?.start ?? 0
  const end = within === undefined ? source.text.length : start + within.text.length
  return problems.some(
    ({ severity, code, from }) =>
      severity === 'error' &&
      !harmless.has(code) &&
      from >= start &&
      // What is missing at the end of a file is said to be missing behind it.
      (from < end || end === source.text.length),
  )
}

/** The section, of all files that have it, in which something comes to stand, and beside which entry. */
export interface BesidePlace {
  readonly file: YamlFile
  readonly section: WrittenSection
  /** Null where the section has no entries. */
  readonly neighbour: Neighbour | null
}

/** Null where what it should stand beside is not there. */
export function besideIn({ file, section, all }: PathPlace, { before, after }: Beside): BesidePlace | null {
  const id = before ?? after
  if (id === undefined) {
    if (file === null || section === null) return null
    const last = section.entries?.at(-1)
    return { file, section, neighbour: last === undefined ? null : { entry: last, side: 'after' } }
  }
  for (const one of all) {
    const entry = one.section.entries?.find(({ key }) => key === id)
    if (entry !== undefined) {
      return { ...one, neighbour: { entry, side: before === undefined ? 'after' : 'before' } }
    }
  }
  return null
}
