import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

test('keeps its log short, whatever is written', async () => {
  const database = await openDatabase({ kind: 'folder', folder })
  await sql`create table heavy (bytes bytea)`.execute(database.query)
  for (let index = 0; index < 30; index++) {
    await sql`insert into heavy values (${randomBytes(4_000_000)}::bytea)`.execute(database.query)
  }
  const { rows } = await sql<{ behind: number }>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int8 as behind
    from pg_control_checkpoint()`.execute(database.query)
  expect(rows[0]!.behind).toBeLessThan(30_000_000)
  const log = readdirSync(join(folder, 'database', 'pg_wal'), { withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  expect(log.length).toBeLessThanOrEqual(6)
  await database.close()
})

test('that is damaged is a fault, and gives the folder free', async () => {
  mkdirSync(join(folder, 'database'))
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '3')
  for (let twice = 0; twice < 2; twice++) {
    await expect(openDatabase({ kind: 'folder', folder })).rejects.toMatchObject({ code: 'damaged' })
  }
})
