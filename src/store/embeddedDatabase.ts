import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ConnectionPool } from './database.js'
import { FolderLock } from './folderLock.js'
import { PglitePool } from './pglitePool.js'
import { StoreFault } from './storeFault.js'
import { syncedFolder, syncedStart, syncTree } from './syncedFolder.js'

/**
 * Opens the embedded database (PGlite: PostgreSQL as WebAssembly) in a folder, and makes it there if there is none. It
 * is made beside its place and moved there when it is whole, so that a program killed meanwhile leaves nothing half.
 *
 * What was acknowledged is kept when the process is killed at any moment: the next start replays PostgreSQL's log. It
 * is kept as well when the machine loses power, as far as the disk does what it is told (see `syncedFolder`; PGlite
 * left alone promises only the former).
 *
 * Throws StoreFault `in-use`, `unusable-folder` or `damaged`.
 */
export async function openFolderDatabase(folder: string): Promise<ConnectionPool> {
  const full = resolve(folder)
  const lock = FolderLock.take(full, randomBytes(8).toString('hex'))
  try {
    const data = join(full, 'database')
    if (!existsSync(data)) await makeDatabase(full, data)
    const { PGlite } = await loadPglite()
    const pglite = await PGlite.create({
      fs: await syncedFolder(data),
      startParams: syncedStart(PGlite.defaultStartParams),
    })
    return new PglitePool(pglite, async () => {
      await pglite.close()
      lock.release()
    })
  } catch (fault) {
    lock.release()
    throw new StoreFault('damaged', { folder: full, reason: String(fault) }, { cause: fault })
  }
}

async function makeDatabase(folder: string, data: string): Promise<void> {
  const unfinished = join(folder, 'database.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished)
  const { PGlite } = await loadPglite()
  await (await PGlite.create({ dataDir: unfinished })).close()
  syncTree(unfinished)
  renameSync(unfinished, data)
}

/** Opens an embedded database that is gone when it is closed. */
export async function openMemoryDatabase(): Promise<ConnectionPool> {
  const { PGlite } = await loadPglite()
  const pglite = await PGlite.create({ dataDir: 'memory://' })
  return new PglitePool(pglite, () => pglite.close())
}

/** Loads PGlite only now: it takes seconds and hundreds of megabytes, and most commands need no database. */
function loadPglite() {
  return import('@electric-sql/pglite')
}
