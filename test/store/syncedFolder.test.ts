import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite, type postgresMod } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { syncedFolder, syncedStart } from '../../src/store/syncedFolder.js'

// Proves that PostgreSQL's wish to have its log on the disk reaches the disk: once a commit, at least.
test('every commit syncs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-synced-'))
  mkdirSync(join(folder, 'database'))
  const pglite = await PGlite.create({
    fs: await syncedFolder(join(folder, 'database')),
    startParams: syncedStart(PGlite.defaultStartParams),
  })
  const { NODEFS } = pglite.Module as unknown as postgresMod.PostgresMod
  const operations = (NODEFS as unknown as { stream_ops: { fsync(file: unknown): number } }).stream_ops
  const sync = operations.fsync
  expect(sync).toBeTypeOf('function')
  let count = 0
  operations.fsync = file => {
    count++
    return sync(file)
  }
  await pglite.exec('create table kept (number int)')
  count = 0
  for (let number = 0; number < 20; number++) await pglite.query('insert into kept values ($1)', [number])
  expect(count).toBeGreaterThanOrEqual(20)
  await pglite.exec('checkpoint')
  await pglite.close()
  rmSync(folder, { recursive: true, force: true })
})
