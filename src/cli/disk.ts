import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readCaseFolder } from '../publish/readFolder.js'
import type { Effects } from './effects.js'

/** The effects on the real disk. */
export const disk: Pick<Effects, 'pathKind' | 'isEmptyFolder' | 'readCase' | 'writeFile'> = {
  pathKind: path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return null
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'
  },
  isEmptyFolder: path => readdirSync(path).length === 0,
  readCase: path => readCaseFolder(path),
  writeFile: (path, contents) => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, contents)
  },
}
