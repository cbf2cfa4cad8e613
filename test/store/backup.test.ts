import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Draft } from '../../src/interop/draft.js'
import { backup } from '../../src/store/backup.js'
import { backupTables, unsavedTables } from '../../src/store/backupFormat.js'
import { openDatabase } from '../../src/store/database.js'
import { doctor } from '../../src/store/doctor/doctor.js'
import { migrate } from '../../src/store/migrate.js'
import { restore } from '../../src/store/restore.js'
import { openStore, type Store } from '../../src/store/store.js'
import { type DatabaseKind, emptyPlace, isMissing, onEachDatabase } from './databases.js'

const clock = { nowMs: Date.UTC(2022, 9, 20) }
const options = {
  nowMs: () => clock.nowMs,
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
}

const draft = (key: string): Draft => ({
  key,
  time: null,
  text: `🙂 \u2028 ${key}`,
  flags: [],
  origin: { format: 'paste', place: 'line 1', original: 'NUL \0 and half \ud83d' },
})

/** Fills every table. */
async function fill(store: Store): Promise<void> {
  const user = await store.users.create({ name: '하나 <a>', email: 'Hana@example.com', role: 'admin' })
  const other = await store.users.create({ name: '두리' })
  await store.users.setPasswordSecret(user.id, 'scrypt$…')
  await store.users.addIdentity(user.id, 'https://issuer.example', 'subject')
  await store.sessions.create({
    tokenHash: 's',
    userId: user.id,
    csrfSecret: 'c',
    expiresAtMs: clock.nowMs + 1,
  })
  await store.tokens.create({
    tokenHash: 't',
    userId: user.id,
    name: 'ci',
    roleCap: 'editor',
    cases: ['fire'],
    expiresAtMs: null,
  })
  await store.settings.set(null, 'name', { of: 'workspace' })
  const image = crypto.getRandomValues(new Uint8Array(3_000))
  const files = [
    { path: 'case.yaml', text: '\ufefftitle: 불\r\n' },
    { path: 'bad.yaml', text: Uint8Array.from([0xff, 0, 10]) },
    ...Array.from({ length: 30 }, (_, index) => ({
      path: `evidence/${index}.png`,
      text: image.subarray(index),
    })),
  ]
  await store.cases.create({ id: 'fire', title: '불', files, userId: user.id, message: '처음' })
  await store.settings.set('fire', 'sign-off roles', ['legal'])
  await store.texts.create('fire', 'timeline.yaml', 'facts: []', other.id)
  await store.revisions.commit('fire', { kind: 'edited', message: '' })
  await store.texts.compact('fire')
  // More than one page of rows.
  const typed = new Y.Doc()
  const updates: Uint8Array[] = []
  typed.on('update', update => updates.push(update))
  for (let index = 0; index < 2_300; index++) typed.getText('typed').insert(0, 'x')
  await store.texts.append('fire', updates, other.id)
  await store.members.set('fire', other.id, { role: 'reviewer', signOffRoles: ['legal'] })
  await store.invitations.create({
    tokenHash: 'i',
    caseId: 'fire',
    role: 'reader',
    signOffRoles: [],
    note: '',
    invitedBy: user.id,
    expiresAtMs: clock.nowMs + 1,
  })
  for (let index = 0; index < 3; index++) {
    await store.audit.append({ actor: user.id, action: 'test.entry', caseId: 'fire', details: { index } })
  }
  const drafts = Array.from({ length: 150 }, (_, index) => draft(`${index}`))
  const result = {
    format: 'paste',
    drafts,
    notes: [],
    people: [{ original: 'a', replacement: 'b' }],
  } as const
  const { batchId } = await store.drafts.add('fire', { name: 'notes.md', userId: user.id, result })
  const listed = await store.drafts.list('fire')
  // Drafts lead to drafts in both directions of their order.
  for (let index = 0; index < 100; index += 2) {
    await store.drafts.merge('fire', listed[index]!.id, listed[index + 1]!.id, draft('merged'), user.id)
  }
  await store.originals.add('fire', { name: 'notes.md', mediaType: 'text/markdown', batchId, bytes: image })
  const comment = await store.comments.add('fire', { anchor: { fact: 'f1' }, userId: user.id, text: '?' })
  for (let index = 0; index < 120; index++) {
    await store.comments.reply('fire', comment.id, { userId: other.id, text: `${index}` })
  }
  const round = await store.rounds.open('fire', { title: 'r', userId: user.id, items: ['q'] })
  for (const text of ['a', 'b'])
    await store.rounds.answer('fire', round.id, round.items[0]!.id, { kind: 'anonymous', text })
  await store.signOffs.sign('fire', { revision: 1, role: 'legal', userId: other.id, note: '' })
  await store.live.set('fire', { expectedUpdateAtMs: clock.nowMs, duties: { lead: '하나' } })
  await store.webhooks.create({
    caseId: 'fire',
    name: 'w',
    format: 'alertmanager',
    createdBy: null,
    secretHash: 'h',
  })
  await store.rateLimits.hit('someone', 1, 1)
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
    await fill(store)
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
