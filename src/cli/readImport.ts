import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ImportInput } from '../interop/draft.js'
import { importLimits } from '../interop/importLimits.js'

/** Files to be imported, and whether all of them were read. */
export interface ImportFiles extends ImportInput {
  /** Path of the file at which a limit was reached; what comes after it was not read. Null: all were read. */
  readonly stoppedAt: string | null
}

/**
 * The bytes of a file, or of every file of a folder by its path inside. Names that begin with a dot and links are passed over,
 * so that nothing outside is read; too many files, or too large ones, end the reading. Throws where the path cannot be read.
 */
export function readImport(path: string): ImportFiles {
  const files: { path: string; bytes: Uint8Array }[] = []
  let total = 0
  let stoppedAt: string | null = null
  const read = (full: string, inside: string) => {
    const { size } = statSync(full)
    total += size
    const isTooMuch = size > importLimits.archiveBytes || total > importLimits.unpackedBytes
    if (isTooMuch || files.length >= importLimits.archiveEntries) stoppedAt ??= inside
    else files.push({ path: inside, bytes: readFileSync(full) })
  }
  const visit = (folder: string, inside: string) => {
    for (const name of readdirSync(folder).sort()) {
      if (stoppedAt !== null || name.startsWith('.')) continue
      const full = join(folder, name)
      const path = inside === '' ? name : `${inside}/${name}`
      const kind = lstatSync(full)
      if (kind.isDirectory()) visit(full, path)
      else if (kind.isFile()) read(full, path)
    }
  }
  if (statSync(path).isDirectory()) visit(path, '')
  else read(path, basename(path))
  return { files, stoppedAt }
}
