import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.js'

// Proves what an embedded database is opened with, and that what a killed program left half is made anew.
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manil-embedded-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('is made whole beside what was left half, and writes to the disk before it says that it did', async () => {
  mkdirSync(join(folder, 'database.unfinished'))
  writeFileSync(join(folder, 'database.unfinished', 'PG_VERSION'), 'half')
  const database = await openDatabase({ kind: 'folder', folder })
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit', 'wal_sync_method', 'server_encoding', 'full_page_writes')
    order by name`.execute(database.query)
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
    wal_sync_method: 'fsync',
  })
  await database.close()
})

test('that is damaged is a fault, and gives the folder free', async () => {
  mkdirSync(join(folder, 'database'))
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '3')
  for (let twice = 0; twice < 2; twice++) {
    await expect(openDatabase({ kind: 'folder', folder })).rejects.toMatchObject({ code: 'damaged' })
  }
})
