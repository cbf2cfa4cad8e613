import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { PublishedFile } from '../../src/publish/publishedFile.js'

/** Writes a published report into a folder, which is made where it is missing. Other files in it are left alone. */
export function writeSite(files: readonly PublishedFile[], folder: string): void {
  const root = resolve(folder)
  for (const { path, contents } of files) {
    const target = resolve(join(root, path))
    if (!target.startsWith(root + sep)) throw new Error(`${path} lies outside of ${folder}`)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, contents)
  }
}
