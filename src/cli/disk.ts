import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { limits } from '../model/limits.js'
import { readCaseFolder } from '../publish/readFolder.js'
import type { Effects } from './effects.js'
import { exclusively } from './exclusively.js'
import { readImport } from './readImport.js'

/** The effects on the real disk. */
export const disk: Pick<
  Effects,
  'pathKind' | 'isEmptyFolder' | 'readCase' | 'readImport' | 'readText' | 'writeFile' | 'exclusively'
> = {
  pathKind: path => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return null
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other'
  },
  isEmptyFolder: path => readdirSync(path).length === 0,
  readCase: path => readCaseFolder(path, { ...limits, caseBytes: limits.ownCaseBytes }),
  readImport,
  exclusively,
  readText: path =>
    statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : null,
  writeFile: (path, contents) => {
    makeFolder(dirname(path))
    // Whole or not at all, also where the process is killed; and a link in its place is replaced, not written through.
    const unfinished = `${path}.unfinished`
    try {
      writeFileSync(unfinished, contents)
      renameSync(unfinished, path)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw withPath(error, path)
    }
  },
}

/** Makes a folder and those it lies in, one by one: a recursive `mkdirSync` never ends below `/proc`. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

/** The fault of the system, told of the file that the user knows. */
function withPath(error: unknown, path: string): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error
}
