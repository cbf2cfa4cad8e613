import type { CaseEdit, EditRefusal, EditResult, FileChanges, TextChange } from './caseEdit.js'
import { byPath, type CaseFile } from './caseFile.js'
import { isBroken, placeOfPath, yamlOf } from './casePlaces.js'
import { type CaseReader, readerOr } from './caseReader.js'
import { changeAt, type FileEdit } from './editPlace.js'
import { moved } from './moveEntry.js'
import { referenceChanges, renamedBy } from './renameEverywhere.js'
import type { YamlFile } from './yamlFile.js'

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
