import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { backup } from '../../src/store/backup.js'
import { backupTables, unsavedTables } from '../../src/store/backupFormat.js'
import { openDatabase } from '../../src/store/database.js'
import { doctor } from '../../src/store/doctor/doctor.js'
import { migrate } from '../../src/store/migrate.js'
import { restore } from '../../src/store/restore.js'
import { openStore, type Store } from '../../src/store/store.js'
import { type DatabaseKind, emptyPlace, isMissing, onEachDatabase } from './databases.js'
import { fillStore } from './fillStore.js'

const clock = { nowMs: Date.UTC(2022, 9, 20) }
const options = {
  nowMs: () => clock.nowMs,
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
}

async function rows({ database }: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {}
  for (const table of backupTables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(
      database.query,
    )
    all[table] = rows.map(row => JSON.stringify({ ...row, epoch: undefined })).sort()
  }
  return all
}

async function bytesOf(store: Store): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of backup(store)) pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces)
}

async function* inPieces(bytes: Uint8Array, length = 1_000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length)
}

// Proves that a backup has everything and comes back the same in a database of either kind, and that one that is not
// whole, or a database that is not empty, is refused and nothing is written.
onEachDatabase('a backup', workspace => {
  let archive: Buffer

  test('has every row of every table but sessions and counts', async () => {
    const { store } = workspace
    await fillStore(store, clock.nowMs)
    for (const table of [...backupTables, ...unsavedTables]) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(store.database.query)
      expect(rows, `${table} has a row`).toHaveLength(1)
    }
    const { rows: tables } = await sql<{ name: string }>`select tablename::text as name from pg_tables
      where schemaname = current_schema() and tablename not like 'kysely%' order by 1`.execute(
      store.database.query,
    )
    expect([...backupTables, ...unsavedTables].sort()).toEqual(tables.map(({ name }) => name))
    archive = await bytesOf(store)
    const lines = gunzipSync(archive).toString().trimEnd().split('\n')
    const all = await rows(store)
    const count = Object.values(all).reduce((sum, list) => sum + list.length, 0)
    expect(lines).toHaveLength(1 + count + 2 * backupTables.length + 1)
  })

  describe.each<DatabaseKind>(['PGlite', 'PostgreSQL'])('into %s', kind => {
    test.skipIf(isMissing(kind))('brings everything back, with another epoch', async () => {
      const place = await emptyPlace(kind)
      const restored = await restore({ ...options, place }, inPieces(archive))
      expect(restored).toMatchObject({ cases: 1 })
      const store = await openStore({ ...options, place })
      try {
        const [before, after] = [await rows(workspace.store), await rows(store)]
        const audit = await store.audit.list(null, 1)
        expect(audit).toMatchObject([{ action: 'workspace.restored', number: 4 }])
        for (const table of backupTables) {
          if (table === 'audit') expect(after[table]).toEqual(expect.arrayContaining(before[table]!))
          else if (table !== 'chain_heads') expect(after[table], table).toEqual(before[table])
        }
        const [was, is] = [await workspace.store.cases.get('fire'), await store.cases.get('fire')]
        expect(is?.epoch).not.toBe(was?.epoch)
        expect(await store.cases.files('fire')).toEqual(await workspace.store.cases.files('fire'))
        expect((await doctor(store)).findings).toEqual([])
        expect(await store.sessions.find('s')).toBeNull()
      } finally {
        await store.close()
      }
    })
  })

  test('that is given up halfway lets go of the database', async () => {
    for await (const _piece of backup(workspace.store)) break
    expect(await workspace.store.users.count()).toBe(2)
  })

  test('that is not whole is refused, and the database stays empty', async () => {
    const place = await emptyPlace(workspace.kind)
    const text = gunzipSync(archive).toString()
    const lines = text.split('\n')
    const changed = (from: string | RegExp, to: string) => gzipSync(text.replace(from, to))
    const refused: [Uint8Array, object][] = [
      [new Uint8Array(), { code: 'not-a-backup' }],
      [Buffer.from('not gzip'), { code: 'not-a-backup' }],
      [gzipSync('{}\n'), { code: 'not-a-backup' }],
      [changed('"version":1', '"version":2'), { code: 'backup-too-new', values: { version: 2 } }],
      [changed('0001Workspace', '0002Later'), { code: 'backup-too-new', values: { migration: '0002Later' } }],
      [archive.subarray(0, archive.length - 20), { code: 'backup-damaged' }],
      [archive.subarray(0, archive.length / 2), { code: 'backup-damaged' }],
      [gzipSync(lines.slice(0, -2).join('\n')), { code: 'backup-damaged' }],
      [gzipSync([...lines.slice(0, 20), ...lines.slice(21)].join('\n')), { code: 'backup-damaged' }],
      [changed('하나 <a>', '하나 <b>'), { code: 'backup-damaged' }],
      [changed('"test.entry"', '7'), { code: 'backup-damaged' }],
      [gzipSync(`${text}{}\n`), { code: 'backup-damaged' }],
    ]
    for (const [bytes, refusal] of refused) {
      await expect(
        restore({ ...options, place }, inPieces(bytes)),
        JSON.stringify(refusal),
      ).rejects.toMatchObject(refusal)
    }
    const store = await openStore({ ...options, place })
    expect(await store.users.list()).toEqual([])
    await store.users.create({ name: 'first' })
    await store.close()
    await expect(restore({ ...options, place }, inPieces(archive))).rejects.toMatchObject({
      code: 'database-not-empty',
      values: { table: 'users' },
    })
  })

  test('goes into a database whose tables were made before', async () => {
    const place = await emptyPlace(workspace.kind)
    const database = await openDatabase(place)
    await migrate(database)
    await database.close()
    await restore({ ...options, place }, inPieces(archive, 7_777))
    const store = await openStore({ ...options, place })
    expect(await store.users.count()).toBe(2)
    await store.close()
  })
})
