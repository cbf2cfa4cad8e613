import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { postgresMod } from '@electric-sql/pglite'
import type { NodeFS as NodeFileSystem } from '@electric-sql/pglite/nodefs'

/** What PGlite's file system keeps of an open file: `nfd` is missing of a folder. */
interface OpenFile {
  readonly nfd?: number
  readonly node: unknown
}

/** The parts of PGlite's file system that are used here. They are Emscripten's, and not in its types. */
interface NodeFiles {
  readonly stream_ops: { fsync?: (file: OpenFile) => number }
  realPath(node: unknown): string
}

/**
 * The folder of an embedded database, in which what PostgreSQL wants on the disk goes to the disk. PGlite turns that
 * off (`fsync`), and its file system would do nothing for it; both are put right here, so that what was acknowledged
 * is kept when the machine loses power, and not only when the process is killed. It costs one `fdatasync` a commit.
 */
export async function syncedFolder(folder: string): Promise<NodeFileSystem> {
  const { NodeFS } = await import('@electric-sql/pglite/nodefs')
  class SyncedFolder extends NodeFS {
    override async init(...[pglite, options]: Parameters<NodeFileSystem['init']>) {
      const { emscriptenOpts } = await super.init(pglite, options)
      const preRun = [...(emscriptenOpts.preRun ?? []), syncing]
      return { emscriptenOpts: { ...emscriptenOpts, preRun } }
    }
  }
  return new SyncedFolder(folder)
}

/**
 * How PGlite starts with `fsync` on: the one way to sync that reaches its file system. Its log is kept small, since it
 * lies beside what people look at.
 */
export function syncedStart(usual: readonly string[]): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'min_wal_size=32MB', 'max_wal_size=64MB']
  return [...usual.filter(option => option !== '-F'), ...settings.flatMap(setting => ['-c', setting])]
}

function syncing(module: postgresMod.PostgresMod): void {
  const files = module.NODEFS as unknown as NodeFiles
  files.stream_ops.fsync = file => {
    if (file.nfd === undefined) syncPath(files.realPath(file.node))
    else fdatasyncSync(file.nfd)
    return 0
  }
}

/** Puts a folder and all in it on the disk. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}

function syncPath(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (fault) {
    // Windows opens no folders, and keeps their entries by itself.
    if (process.platform === 'win32') return
    throw fault
  }
  try {
    fsyncSync(file)
  } catch (fault) {
    if (process.platform !== 'win32') throw fault
  } finally {
    closeSync(file)
  }
}
