/** One file of a case. The path is relative to the case's folder, with `/` between its parts. */
export interface CaseFile {
  readonly path: string
  /** Bytes of an attachment, and of a text file that is not UTF-8. */
  readonly text: string | Uint8Array
}

/** What a file is to a case: by its place and name alone. */
export type CaseFileRole = 'yaml' | 'narrative' | 'attachment' | 'misnamed' | 'other'

/** The role of a file by its path (DESIGN.md §2). A `.yml` is `misnamed`: it looks like a part and is none. */
export function roleOf(path: string): CaseFileRole {
  const parts = path.split('/')
  if (parts[0] === 'evidence' && parts.length > 1) return 'attachment'
  if (parts.some(part => part.startsWith('.'))) return 'other'
  if (path.endsWith('.yaml')) return 'yaml'
  if (path.endsWith('.yml')) return 'misnamed'
  return /^report\.(ko|en)\.md$/.test(path) ? 'narrative' : 'other'
}

/** Files by name: code units decide, so that every machine has one order. */
export function byPath(a: CaseFile, b: CaseFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}
