import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrationsOf } from '../../src/store/migrate.js'
import { latestMigration, migrations } from '../../src/store/migrations/migrations.js'
import { openStore } from '../../src/store/store.js'
import { emptyPlace, onEachDatabase } from './databases.js'

// Proves that both databases give the same values for the same rows, that transactions do not mix, and that tables are
// made once, whoever comes first.
onEachDatabase('the database', workspace => {
  test('gives numbers for counts and int8, and plain bytes', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select count(*) as count, 9007199254740991::int8 as great, ${Uint8Array.from([0, 255, 10])}::bytea as bytes,
        null::bytea as none, ''::bytea as empty, true as truth, 'ㅁ🙂'::text as text`.execute(
      workspace.store.database.query,
    )
    expect(rows).toEqual([
      {
        count: 1,
        great: Number.MAX_SAFE_INTEGER,
        bytes: Uint8Array.from([0, 255, 10]),
        none: null,
        empty: new Uint8Array(),
        truth: true,
        text: 'ㅁ🙂',
      },
    ])
    expect(Object.getPrototypeOf(rows[0]!.bytes)).toBe(Uint8Array.prototype)
  })

  test('gives no number that is not the one stored', async () => {
    const beyond = sql`select 9007199254740993::int8 as beyond`.execute(workspace.store.database.query)
    await expect(beyond).rejects.toThrow('beyond what a number holds')
  })

  test('keeps a text with U+0000, which PostgreSQL does not, with U+FFFD in its place', async () => {
    await workspace.store.settings.set(null, 'with\0nothing', 'value')
    expect(await workspace.store.settings.get(null, 'with\ufffdnothing')).toBe('value')
  })

  test('says how many rows were changed', async () => {
    const { store } = workspace
    const user = await store.users.create({ name: 'two tokens' })
    for (const tokenHash of ['a', 'b']) {
      await store.sessions.create({ tokenHash, userId: user.id, csrfSecret: '', expiresAtMs: 0 })
    }
    expect(await store.sessions.sweep()).toBe(2)
    expect(await store.sessions.sweep()).toBe(0)
  })

  test('rolls a transaction back as a whole', async () => {
    const { store } = workspace
    const failing = store.transaction(async parts => {
      await parts.settings.set(null, 'never', 1)
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await store.settings.get(null, 'never')).toBeNull()
  })

  test('lets a hundred transactions at once add to one number without losing any', async () => {
    const { store } = workspace
    await store.settings.set(null, 'sum', 0)
    const add = () =>
      store.transaction(async parts => {
        await parts.audit.append({ actor: null, action: 'test.add', caseId: null, details: {} })
        const sum = (await parts.settings.get(null, 'sum')) as number
        await parts.settings.set(null, 'sum', sum + 1)
      })
    await Promise.all(Array.from({ length: 100 }, add))
    expect(await store.settings.get(null, 'sum')).toBe(100)
  })

  test('refuses the store beside its own transaction, which would wait for itself', async () => {
    const { store } = workspace
    const wrong = store.transaction(() => store.users.list())
    await expect(wrong).rejects.toThrow('use the store that the transaction was given')
  })

  test('has every migration, and runs none twice', async () => {
    const { query } = workspace.store.database
    expect(await migrationsOf(query)).toEqual(Object.keys(migrations).sort())
    const store = await workspace.reopen()
    expect(await migrationsOf(store.database.query)).toEqual(Object.keys(migrations).sort())
  })

  test('is refused where a newer program made the tables', async () => {
    const { store, kind, clock, place } = workspace
    const { query } = store.database
    await sql`insert into kysely_migration values ('9999Later', 'x')`.execute(query)
    if (kind === 'PGlite') await store.close()
    const opening = openStore({
      place,
      nowMs: () => clock.nowMs,
      randomBytes: count => new Uint8Array(count),
    })
    await expect(opening).rejects.toMatchObject({ code: 'newer-schema', values: { migration: '9999Later' } })
  })
})

onEachDatabase('an empty database', workspace => {
  test('gets its tables once where two processes start at once', async () => {
    if (workspace.kind === 'PGlite') {
      await expect(workspace.another()).rejects.toMatchObject({ name: 'StoreFault', code: 'in-use' })
      return
    }
    const place = await emptyPlace('PostgreSQL')
    const open = () =>
      openStore({
        place,
        nowMs: Date.now,
        randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
      })
    const stores = await Promise.all([open(), open(), open(), open()])
    expect(await migrationsOf(stores[3]!.database.query)).toContain(latestMigration)
    for (const store of stores) await store.close()
  })
})

test('a server that is not there is a fault that names no password', async () => {
  const place = { kind: 'server', url: 'postgres://manil:secret@127.0.0.1:1/manil' } as const
  const opening = openStore({ place, nowMs: Date.now, randomBytes: count => new Uint8Array(count) })
  await expect(opening).rejects.toMatchObject({
    name: 'StoreFault',
    code: 'unreachable',
    values: { reason: 'ECONNREFUSED' },
  })
  await expect(opening).rejects.not.toThrow('secret')
})
