import type { CasePath } from '../model/problem.js'
import type { CaseEdit, EditRefusal } from './caseEdit.js'
import { type BesidePlace, besideIn, isBroken, placeOfPath } from './casePlaces.js'
import { endOfSection, type FileEdit, inText } from './editPlace.js'
import {
  firstEntry,
  inserted,
  isBlockSection,
  isLinked,
  linesBeside,
  linesFor,
  newSectionAt,
  takenOut,
} from './editSection.js'
import { changeOfText, type PlaceEdit, sectionText } from './editText.js'
import { afterLine, columnOf, isOwnLine } from './textLines.js'
import type { Written, WrittenSection, YamlFile } from './yamlFile.js'

/** An entry at another place, or in another file. */
export function moved(
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
  if (isLinked(entry.pair())) return { code: 'shared', path }
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
  return staysInPlace(section, entry, found)
    ? []
    : [{ path: file.source.path, changes: [...out.changes, ...into.changes] }]
}

/** Whether an entry already stands beside what it should stand beside. */
function staysInPlace({ entries }: WrittenSection, entry: Written, found: BesidePlace | null): boolean {
  if (entries === null || found?.neighbour == null) return true
  const { entry: other, side } = found.neighbour
  const [place, wanted] = [entries.indexOf(entry), entries.indexOf(other)]
  return place === wanted || place === (side === 'before' ? wanted - 1 : wanted + 1)
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
  const { file, section, neighbour } = found
  if (isBroken(file, neighbour?.entry.within ?? section.within)) {
    return { code: 'unreadable', file: file.source.path }
  }
  if (isBlockSection(section) && neighbour !== null) {
    const indent = columnOf(file.source.text, neighbour.entry.from)
    const change = hasLines
      ? linesBeside(file, neighbour, linesFor(from, entry, indent))
      : inserted(file, neighbour, entry.key, value)
    return { path: file.source.path, changes: [change] }
  }
  const beside = neighbour === null ? {} : { [neighbour.side]: neighbour.entry.key }
  const insert: PlaceEdit = { kind: 'insert', path, value, ...beside }
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
