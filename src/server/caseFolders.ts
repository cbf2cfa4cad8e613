import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A folder that holds a case, and the name by which its page is addressed. */
export interface CaseFolderPlace {
  readonly name: string
  readonly folder: string
}

/** More cases than this are not listed. */
export const casesListed = 500

/**
 * The cases in the given folders: a folder that has YAML files of its own is one case, else each folder in it that has
 * some. Of two folders with one name the second is called `name-2`.
 */
export function caseFolders(folders: readonly string[]): CaseFolderPlace[] {
  const found = folders.flatMap(folder =>
    holdsYaml(folder) ? [folder] : foldersIn(folder).filter(holdsYaml),
  )
  const taken = new Map<string, number>()
  return [...new Set(found)].slice(0, casesListed).map(folder => {
    const name = basename(folder)
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return { name: times === 1 ? name : `${name}-${times}`, folder }
  })
}

function foldersIn(folder: string): string[] {
  return entries(folder)
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(entry => join(folder, entry.name))
    .sort()
}

function holdsYaml(folder: string): boolean {
  return entries(folder).some(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
