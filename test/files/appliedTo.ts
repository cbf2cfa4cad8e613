import type { FileChanges } from '../../src/files/caseEdit.js'
import type { CaseFile } from '../../src/files/caseFile.js'

/** Files after changes, made one after another as whoever holds the texts would make them. */
export function appliedTo(files: readonly CaseFile[], changes: readonly FileChanges[]): CaseFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  return sorted.map(file => {
    let text = String(file.text)
    for (const change of changes.find(({ path }) => path === file.path)?.changes ?? []) {
      text = text.slice(0, change.from) + change.insert + text.slice(change.to)
    }
    return typeof file.text === 'string' ? { path: file.path, text } : file
  })
}
