import { createHash } from 'node:crypto'
import type { PublishedFile } from './publishedFile.js'

/** SHA-256 in hexadecimal. */
export function sha256(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex')
}

/** `checksums.txt`: what `sha256sum --check` reads, one line for each file, sorted by path. */
export function checksums(files: readonly PublishedFile[]): PublishedFile {
  const lines = files
    .map(({ path, contents }) => ({ path, hash: sha256(contents) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, hash }) => `${hash}  ${path}\n`)
  return { path: 'checksums.txt', contents: lines.join('') }
}
