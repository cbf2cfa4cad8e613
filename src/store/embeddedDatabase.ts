import { randomBytes } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ConnectionPool } from './database.js'
import { FolderLock } from './folderLock.js'
import { PglitePool } from './pglitePool.js'
import { StoreFault } from './storeFault.js'

/**
 * Opens the embedded database (PGlite: PostgreSQL as WebAssembly) in a folder, and makes it there if there is none. It
 * is made beside its place and moved there when it is whole, so that a program killed meanwhile leaves nothing half.
 *
 * What is kept: PGlite writes its log to the operating system before it says that a transaction is done, so nothing
 * that was acknowledged is lost when the process is killed or crashes. PGlite runs with `fsync` off and its file system
 * has none: when the machine loses power or its kernel stops, the last seconds may be lost, and the database may be
 * damaged. Who cannot bear that keeps backups, or uses a PostgreSQL server.
 *
 * Throws StoreFault `in-use`, `unusable-folder` or `damaged`.
 */
export async function openFolderDatabase(folder: string): Promise<ConnectionPool> {
  const full = resolve(folder)
  const lock = FolderLock.take(full, randomBytes(8).toString('hex'))
  try {
    const data = join(full, 'database')
    if (!existsSync(data)) {
      const unfinished = join(full, 'database.unfinished')
      rmSync(unfinished, { recursive: true, force: true })
      await (await openPglite(unfinished)).close()
      renameSync(unfinished, data)
    }
    const pglite = await openPglite(data)
    return new PglitePool(pglite, async () => {
      await pglite.close()
      lock.release()
    })
  } catch (fault) {
    lock.release()
    throw new StoreFault('damaged', { folder: full, reason: String(fault) }, { cause: fault })
  }
}

/** Opens an embedded database that is gone when it is closed. */
export async function openMemoryDatabase(): Promise<ConnectionPool> {
  const pglite = await openPglite('memory://')
  return new PglitePool(pglite, () => pglite.close())
}

/** Loads PGlite only now: it takes seconds and hundreds of megabytes, and most commands need no database. */
async function openPglite(dataDir: string) {
  const { PGlite } = await import('@electric-sql/pglite')
  return PGlite.create({ dataDir, relaxedDurability: false })
}
