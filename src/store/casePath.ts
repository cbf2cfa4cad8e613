import { roleOf } from '../files/caseFile.js'
import { limits } from '../model/limits.js'
import { StoreRefusal } from './storeRefusal.js'

/** The longest path of a file in a case, bytes of UTF-8: what file systems and archives take. */
const pathBytes = 1_000

/** The longest part of a path, bytes of UTF-8. */
const nameBytes = 255

const caseId = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,99}$/u

/** Refuses an id that is no name of a folder: letters, digits, `.`, `_`, `-`, not beginning with a mark. */
export function checkCaseId(id: string): void {
  if (!caseId.test(id) || id.endsWith('.')) throw new StoreRefusal('bad-case-id', { id })
}

/**
 * Refuses a path that cannot be a file of a case: one that leaves its folder, hides (begins with a dot), is written with
 * characters that file systems do not take, or plays no part in a case. Written folders come out as they went in.
 */
export function checkPath(path: string): void {
  const parts = path.split('/')
  const fits =
    Buffer.byteLength(path) <= pathBytes && parts.length <= limits.folderDepth + 1 && parts.every(isName)
  if (!fits || roleOf(path) === 'other') throw new StoreRefusal('bad-path', { path })
}

function isName(part: string): boolean {
  const bytes = Buffer.from(part)
  // Half a surrogate pair does not come back from UTF-8.
  return (
    part !== '' &&
    !part.startsWith('.') &&
    !part.includes('\\') &&
    bytes.length <= nameBytes &&
    bytes.toString() === part &&
    bytes.every(byte => byte >= 0x20 && byte !== 0x7f)
  )
}

/** Refuses a path that stands where another file is, or where it would make a folder of a file or a file of a folder. */
export function checkFree(path: string, taken: Iterable<string>): void {
  for (const other of taken) {
    if (other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) {
      throw new StoreRefusal('path-taken', { path, by: other })
    }
  }
}
