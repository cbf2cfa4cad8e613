import { isMap } from 'yaml'
import type { CasePath } from '../model/problem.js'
import type { Beside, EditRefusal } from './caseEdit.js'
import { besideIn, isBroken, type PathPlace } from './casePlaces.js'
import {
  endOfWritten,
  firstEntry,
  inserted,
  isBlockSection,
  isShared,
  newSectionAt,
  takenOut,
} from './editSection.js'
import { changeOfText, nested, type PlaceEdit, sectionText } from './editText.js'
import { afterLine, type Change, isOwnLine } from './textLines.js'
import type { Parsed, WrittenSection, YamlFile } from './yamlFile.js'

/** Changes of one file that do not overlap. Offsets count in its text without a byte order mark. */
export interface FileEdit {
  readonly path: string
  readonly changes: readonly Change[]
}

/** The changes of one file that do an edit, or what is in the way. */
export function changeAt(place: PathPlace, edit: PlaceEdit): readonly FileEdit[] | EditRefusal {
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
  if (edit.kind === 'set' && isSame(valueAt(file.value, path), edit.value)) return []
  return inText(file, within, edit)
}

/** A field of a form that says what it said keeps its quotation marks and its layout. */
function isSame(before: unknown, after: unknown): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(after)
}

function valueAt(root: unknown, path: CasePath): unknown {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[part]
  }
  return value
}

const isPlaced = ({ before, after }: Beside) => before !== undefined || after !== undefined

const besideOf = (edit: PlaceEdit): Beside => (edit.kind === 'insert' ? edit : {})

/** A change by the nodes of a text. */
export function inText(file: YamlFile, within: Parsed, edit: PlaceEdit): readonly FileEdit[] | EditRefusal {
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
export function endOfSection(section: WrittenSection): number {
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
  const { file, section, neighbour } = found
  const value = nested(inner, edit.value)
  if (isBlockSection(section) && neighbour !== null) {
    if (isBroken(file, neighbour.entry.within)) return { code: 'unreadable', file: file.source.path }
    if (isSharedSection(section)) return { code: 'shared', path }
    return [{ path: file.source.path, changes: [inserted(file, neighbour, String(id), value)] }]
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
