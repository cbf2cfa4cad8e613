import { isMap } from 'yaml'
import type { CasePath } from '../model/problem.js'
import type { Beside, CaseEdit, EditRefusal, EditResult, FileChanges, TextChange } from './caseEdit.js'
import { byPath, type CaseFile, roleOf } from './caseFile.js'
import { type CaseReader, readerOr } from './caseReader.js'
import {
  endOfWritten,
  firstEntry,
  inserted,
  isBlockSection,
  isShared,
  lineAt,
  linesFor,
  newSectionAt,
  takenOut,
} from './editSection.js'
import {
  afterLine,
  type Change,
  changeOfText,
  columnOf,
  isOwnLine,
  nested,
  type PlaceEdit,
  sectionText,
} from './editText.js'
import { referenceChanges, renamedBy } from './renameEverywhere.js'
import type { Parsed, Written, WrittenSection, YamlFile } from './yamlFile.js'

/** Changes of one file that do not overlap. Offsets count in its text without a byte order mark. */
interface FileEdit {
  readonly path: string
  readonly changes: readonly Change[]
}

/** An edit that changes one place. */
type SingleEdit = Exclude<CaseEdit, { readonly kind: 'many' }>

/**
 * Makes one change in the text of a case: the smallest that does it. Comments, order and every line that is not concerned stay as they
 * are, byte for byte. With a reader that has met the case before, only the entry that is meant is parsed.
 */
export function editCase(given: readonly CaseFile[], edit: CaseEdit, reader?: CaseReader): EditResult {
  const files = [...given].sort(byPath)
  if (edit.kind === 'many') return editOneByOne(files, edit.edits, readerOr(reader))
  const edits = editsOf(files, edit, readerOr(reader))
  return 'code' in edits ? { refused: edits } : applied(files, edits)
}

function editOneByOne(
  files: readonly CaseFile[],
  edits: readonly CaseEdit[],
  reader: CaseReader,
): EditResult {
  const changes = new Map<string, TextChange[]>()
  let now = files
  for (const edit of edits) {
    const result = editCase(now, edit, reader)
    if ('refused' in result) return result
    now = result.files
    for (const { path, changes: more } of result.changes) {
      changes.set(path, [...(changes.get(path) ?? []), ...more])
    }
  }
  return { files: now, changes: [...changes].map(([path, all]) => ({ path, changes: all })) }
}

/** The files with changes made, from the last to the first, so that each counts in the text that the others left. */
function applied(files: readonly CaseFile[], edits: readonly FileEdit[]): EditResult {
  const changed: FileChanges[] = []
  const after = new Map<string, string>()
  for (const { path, changes } of edits) {
    const before = String(files.find(one => one.path === path)?.text ?? '')
    const mark = before.startsWith('\uFEFF') ? 1 : 0
    const isWindows = /^[^\n]*\r\n/.test(before)
    let text = before
    const made = [...changes]
      .sort((a, b) => b.from - a.from || b.to - a.to)
      .map(({ from, to, text: insert }): TextChange => {
        const written = isWindows ? insert.replaceAll('\n', '\r\n') : insert
        return { from: from + mark, to: to + mark, insert: written }
      })
      .filter(({ from, to, insert }) => before.slice(from, to) !== insert)
    for (const { from, to, insert } of made) text = text.slice(0, from) + insert + text.slice(to)
    if (made.length === 0) continue
    changed.push({ path, changes: made })
    after.set(path, text)
  }
  changed.sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    files: files.map(file => {
      const text = after.get(file.path)
      return text === undefined ? file : { path: file.path, text }
    }),
    changes: changed,
  }
}

function editsOf(
  files: readonly CaseFile[],
  edit: SingleEdit,
  reader: CaseReader,
): readonly FileEdit[] | EditRefusal {
  const { path } = edit
  const read = yamlOf(files, reader)
  if (path.length === 0) return { code: 'no-such-place', path }
  if (edit.kind === 'move') return moved(read, edit)
  const place = placeOfPath(read, path)
  const made = changeAt(place, edit)
  const renaming = edit.kind === 'rename' ? renamedBy(path, edit.to) : null
  return renaming === null || 'code' in made ? made : withReferences(files, read, made, renaming)
}

/** A new name with all that it changes elsewhere. A file that cannot be read may name the entry too. */
function withReferences(
  files: readonly CaseFile[],
  read: readonly YamlFile[],
  made: readonly FileEdit[],
  renaming: NonNullable<ReturnType<typeof renamedBy>>,
): readonly FileEdit[] | EditRefusal {
  const broken = read.find(file => isBroken(file))
  if (broken !== undefined) return { code: 'unreadable', file: broken.source.path }
  const elsewhere = referenceChanges(files, read, renaming)
  if ('code' in elsewhere) return elsewhere
  const all = new Map(made.map(({ path, changes }) => [path, [...changes]]))
  for (const [path, changes] of elsewhere) all.set(path, [...(all.get(path) ?? []), ...changes])
  return [...all].map(([path, changes]) => ({ path, changes }))
}

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

function changeAt(place: PathPlace, edit: PlaceEdit): readonly FileEdit[] | EditRefusal {
  const { path } = edit
  const { file, section, entry } = place
  if (file === null) return { code: 'no-such-place', path }
  if (section === null) {
    if (isBroken(file)) return { code: 'unreadable', file: file.source.path }
    if (edit.kind !== 'set' && edit.kind !== 'insert') return { code: 'no-such-place', path }
    if (isPlaced(besideOf(edit))) return { code: 'no-such-place', path }
    return [{ path: file.source.path, changes: [newSection(file, path, edit.value)] }]
  }
  if (entry === null && path.length > 1) return newEntry(place, edit)
  const written = entry ?? section
  const { within } = written
  if (isBroken(file, within)) return { code: 'unreadable', file: file.source.path }
  if (edit.kind === 'remove' && path.length <= 2 && isOwnLine(file.source.text, written.from)) {
    if (entry === null || isBlockSection(section)) {
      if (isShared(written.pair())) return { code: 'shared', path }
      const isOnly = entry === null && file.sections.length === 1
      if (!isOnly)
        return [
          { path: file.source.path, changes: [takenOut(file, written, entry === null ? null : section)] },
        ]
    }
  }
  if (edit.kind === 'rename' && path.length === 2) {
    const isTaken = place.all.some(one => one.section.entries?.some(({ key }) => key === edit.to))
    if (isTaken) return { code: 'taken', id: edit.to }
  }
  return inText(file, within, edit)
}

const isPlaced = ({ before, after }: Beside) => before !== undefined || after !== undefined

const besideOf = (edit: PlaceEdit): Beside => (edit.kind === 'insert' ? edit : {})

/** A change by the nodes of a text. */
function inText(file: YamlFile, within: Parsed, edit: PlaceEdit): readonly FileEdit[] | EditRefusal {
  const { text, start, depth, document } = within
  const change = changeOfText(
    { text, contents: document().contents },
    { ...edit, path: edit.path.slice(depth) },
  )
  if (change === 'taken') {
    return { code: 'taken', id: edit.kind === 'rename' ? edit.to : String(edit.path.at(-1)) }
  }
  if (typeof change === 'string') return { code: change, path: edit.path }
  return [
    { path: file.source.path, changes: [{ ...change, from: change.from + start, to: change.to + start }] },
  ]
}

/** Problems of a file after which an edit still meets what it means. */
const harmless = new Set(['duplicate-id'])

/** Whether a file, or the part of it that an edit concerns, could not be read as it is written. */
function isBroken({ problems }: YamlFile, within?: Parsed): boolean {
  return problems.some(
    ({ severity, code, from }) =>
      severity === 'error' &&
      !harmless.has(code) &&
      (within === undefined || (from >= within.start && from <= within.start + within.text.length)),
  )
}

function newSection(file: YamlFile, path: CasePath, value: unknown): Change {
  const [key, ...rest] = path
  const lines = sectionText(String(key), rest, value)
  const { text } = file.source
  const last = file.sections.at(-1)
  if (last === undefined) return newSectionAt(file, lines)
  const { contents } = last.within.document()
  if (last.within.depth === 0 && isMap(contents) && contents.flow) {
    const change = changeOfText({ text, contents }, { kind: 'set', path, value })
    if (typeof change !== 'string') return change
  }
  return afterLine(text, endOfSection(last), 0, lines)
}

/** Where the text of a section ends, found by its last entry where it was read by entries. */
function endOfSection(section: WrittenSection): number {
  const last = section.entries?.at(-1)
  return last !== undefined && last.within.depth === 1 ? endOfWritten(last) : endOfWritten(section)
}

/** An entry, with all that leads from it to a value, for a section that does not have it. */
function newEntry(place: PathPlace, edit: PlaceEdit): readonly FileEdit[] | EditRefusal {
  const { path } = edit
  if (edit.kind !== 'set' && edit.kind !== 'insert') {
    const { file, section } = place
    // A section may be a list, or another one's alias.
    const isOther = file !== null && section?.entries === null && !isBroken(file, section.within)
    return isOther ? inText(file, section.within, edit) : { code: 'no-such-place', path }
  }
  const [, id, ...inner] = path
  const beside = besideOf(edit)
  if (isPlaced(beside) && inner.length > 0) return { code: 'no-such-place', path }
  const found = besideIn(place, beside)
  if (found === null) return { code: 'no-such-place', path: [path[0]!, beside.before ?? beside.after ?? ''] }
  const { file, section, at } = found
  const value = nested(inner, edit.value)
  if (isBlockSection(section)) {
    const near = section.entries?.[Math.min(at, section.entries.length - 1)]?.within
    if (isBroken(file, near)) return { code: 'unreadable', file: file.source.path }
    if (isSharedSection(section)) return { code: 'shared', path }
    return [{ path: file.source.path, changes: [inserted(file, section, at, String(id), value)] }]
  }
  if (isBroken(file, section.within)) return { code: 'unreadable', file: file.source.path }
  const first = firstEntry(file, section, String(id), value)
  return first === null ? inText(file, section.within, edit) : [{ path: file.source.path, changes: [first] }]
}

/** A section that was read as a part of a whole file may itself have an anchor. */
function isSharedSection(section: WrittenSection): boolean {
  if (section.entries?.[0]?.within.depth === 1) return false
  const { value } = section.pair()
  return isMap(value) && value.anchor !== undefined
}

/** The section, of all files that have it, in which something stands, and the place of what comes beside it. */
function besideIn({ file, section, all }: PathPlace, { before, after }: Beside) {
  const id = before ?? after
  if (id === undefined) {
    return file === null || section === null ? null : { file, section, at: section.entries?.length ?? 0 }
  }
  for (const one of all) {
    const at = one.section.entries?.findIndex(({ key }) => key === id) ?? -1
    if (at >= 0) return { ...one, at: before === undefined ? at + 1 : at }
  }
  return null
}

/** An entry at another place, or in another file. */
function moved(
  read: readonly YamlFile[],
  edit: Extract<CaseEdit, { readonly kind: 'move' }>,
): readonly FileEdit[] | EditRefusal {
  const { path } = edit
  const place = placeOfPath(read, path)
  const { file, section, entry } = place
  if (path.length !== 2 || file === null || section === null || entry === null) {
    return { code: 'no-such-place', path }
  }
  if (isBroken(file, entry.within)) return { code: 'unreadable', file: file.source.path }
  if (isShared(entry.pair())) return { code: 'shared', path }
  const besideId = edit.before ?? edit.after
  if (besideId === entry.key) return []
  const target =
    edit.file === undefined ? null : (read.find(({ source }) => source.path === edit.file) ?? null)
  if (edit.file !== undefined && target === null) return { code: 'no-such-file', file: edit.file }
  const all = target === null ? place.all : place.all.filter(one => one.file === target)
  const own = all.find(one => one.file === file) ?? all[0] ?? { file: target, section: null }
  const found = besideIn({ ...own, entry: null, all }, edit)
  if (found === null && besideId !== undefined) return { code: 'no-such-place', path: [path[0]!, besideId] }
  const value = file.value?.[section.key] as Readonly<Record<string, unknown>>
  const out = outOf(file, section, entry, path)
  if ('code' in out) return out
  const into = intoPlace(file, entry, value[entry.key], found, target, path)
  if ('code' in into) return into
  if (into.path !== out.path) return [out, into]
  const [gone, put] = [out.changes[0]!, into.changes[0]!]
  const stays = section.entries?.length === 1 || (put.from >= gone.from && put.from <= gone.to)
  return stays ? [] : [{ path: file.source.path, changes: [gone, put] }]
}

function outOf(
  file: YamlFile,
  section: WrittenSection,
  entry: Written,
  path: CasePath,
): FileEdit | EditRefusal {
  if (isBlockSection(section) && isOwnLine(file.source.text, entry.from)) {
    return { path: file.source.path, changes: [takenOut(file, entry, section)] }
  }
  const taken = inText(file, entry.within, { kind: 'remove', path })
  return 'code' in taken ? taken : taken[0]!
}

function intoPlace(
  from: YamlFile,
  entry: Written,
  value: unknown,
  found: ReturnType<typeof besideIn>,
  target: YamlFile | null,
  path: CasePath,
): FileEdit | EditRefusal {
  const hasLines = isOwnLine(from.source.text, entry.from)
  if (found === null) {
    if (target === null) return { code: 'no-such-place', path }
    if (isBroken(target)) return { code: 'unreadable', file: target.source.path }
    const lines = hasLines
      ? `${path[0]}:\n  ${linesFor(from, entry, 2)}`
      : sectionText(String(path[0]), path.slice(1), value)
    const last = target.sections.at(-1)
    const change =
      last === undefined
        ? newSectionAt(target, lines)
        : afterLine(target.source.text, endOfSection(last), 0, lines)
    return { path: target.source.path, changes: [change] }
  }
  const { file, section, at } = found
  if (isBlockSection(section) && hasLines) {
    const entries = section.entries ?? []
    const near = entries[Math.min(at, entries.length - 1)]!
    if (isBroken(file, near.within)) return { code: 'unreadable', file: file.source.path }
    const indent = columnOf(file.source.text, near.from)
    return {
      path: file.source.path,
      changes: [lineAt(file, entries, at, indent, linesFor(from, entry, indent))],
    }
  }
  const beside = section.entries?.[at]?.key
  const insert: PlaceEdit = {
    kind: 'insert',
    path,
    value,
    ...(beside === undefined ? {} : { before: beside }),
  }
  if (isBlockSection(section))
    return { path: file.source.path, changes: [inserted(file, section, at, entry.key, value)] }
  const first = firstEntry(file, section, entry.key, value)
  if (first !== null) return { path: file.source.path, changes: [first] }
  const { text, start, depth, document } = section.within
  const change = changeOfText({ text, contents: document().contents }, { ...insert, path: path.slice(depth) })
  if (typeof change === 'string') return { code: 'no-such-place', path }
  return {
    path: file.source.path,
    changes: [{ ...change, from: change.from + start, to: change.to + start }],
  }
}
