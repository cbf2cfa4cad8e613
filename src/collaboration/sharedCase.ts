import * as Y from 'yjs'
import { byPath, type CaseFile } from '../files/caseFile.js'
import { smallestChange, type TextChange } from './textChange.js'

/**
 * The texts of a case as several people write them at once: one Yjs document a case, in which the map `files` leads from
 * a file's path to its text. Only the server adds and removes keys of that map; everyone else changes texts. Attachments,
 * and files that are no UTF-8, are not in it.
 */
export type SharedCase = Y.Doc

/** A document without files. Deleted text is kept no longer than Yjs needs it. */
export function openSharedCase(): SharedCase {
  return new Y.Doc({ gc: true })
}

/** The map of a shared case's texts. */
export function sharedFiles(shared: SharedCase): Y.Map<Y.Text> {
  return shared.getMap<Y.Text>('files')
}

/** The text of a file, or null where there is none by that path. */
export function sharedText(shared: SharedCase, path: string): Y.Text | null {
  const text = sharedFiles(shared).get(path)
  return text instanceof Y.Text ? text : null
}

/** The texts as files, by path. */
export function filesOf(shared: SharedCase): CaseFile[] {
  const files: CaseFile[] = []
  for (const [path, text] of sharedFiles(shared)) {
    if (text instanceof Y.Text) files.push({ path, text: text.toString() })
  }
  return files.sort(byPath)
}

/** Changes one text of a case in one transaction. `origin` tells an undo history whose change it was. */
export function changeText(shared: SharedCase, path: string, change: TextChange, origin: unknown): boolean {
  const text = sharedText(shared, path)
  if (text === null) return false
  shared.transact(() => {
    if (change.to > change.from) text.delete(change.from, change.to - change.from)
    if (change.insert !== '') text.insert(change.from, change.insert)
  }, origin)
  return true
}

/** Makes a text say something else by the smallest change that does it, so that what others write beside it stays. */
export function replaceText(shared: SharedCase, path: string, next: string, origin: unknown): boolean {
  const text = sharedText(shared, path)
  if (text === null) return false
  const change = smallestChange(text.toString(), next)
  return change === null || changeText(shared, path, change, origin)
}
