import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { StoreNotice } from '../../src/store/notices.js'
import { isMissing, onEachDatabase, TestStore } from './databases.js'

// Proves that who listens hears every change when it is committed and no other, and that a connection that broke is
// made anew and says that something may have been missed.
onEachDatabase('notices', workspace => {
  test('come when a transaction is committed, and not when it is not', async () => {
    const { store } = workspace
    const heard: StoreNotice[] = []
    const stop = await store.listen({ notice: notice => heard.push(notice), checkEverything: () => {} })
    await store.transaction(async parts => {
      await parts.settings.set(null, 'a', 1)
      expect(heard).toEqual([])
    })
    const undone = store.transaction(async parts => {
      await parts.settings.set(null, 'b', 1)
      throw new Error('on purpose')
    })
    await expect(undone).rejects.toThrow('on purpose')
    await store.cases.create({ id: 'c', title: '', files: [], userId: null, message: '' })
    const from = { process: store.process }
    await expect
      .poll(() => heard)
      .toEqual([
        { case: null, about: 'workspace', ...from },
        { case: 'c', about: 'case', ...from },
      ])
    await stop()
  })

  test('that are no notices make everything be checked', async () => {
    let checks = 0
    const stop = await workspace.store.listen({
      notice: () => {},
      checkEverything: () => {
        checks++
      },
    })
    for (const payload of ['', 'null', '{}', '[1]']) {
      await sql`select pg_notify('manil', ${payload})`.execute(workspace.store.database.query)
    }
    await expect.poll(() => checks).toBe(4)
    await stop()
  })
})

test.skipIf(isMissing('PostgreSQL'))(
  'a listener whose connection is cut hears again, and checks everything',
  async () => {
    const workspace = new TestStore('PostgreSQL')
    await workspace.open()
    try {
      const other = await workspace.another()
      const heard: StoreNotice[] = []
      let checks = 0
      await workspace.store.listen({
        notice: notice => heard.push(notice),
        checkEverything: () => {
          checks++
        },
      })
      await other.settings.set(null, 'a', 1)
      await expect.poll(() => heard).toMatchObject([{ about: 'workspace', process: other.process }])
      expect(other.process).not.toBe(workspace.store.process)
      // Every connection is cut, those of the pools as well.
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.database.query)
      await expect.poll(() => checks, { timeout: 5_000 }).toBe(1)
      await other.settings.set(null, 'b', 2)
      await expect.poll(() => heard).toHaveLength(2)
      expect(await workspace.store.settings.get(null, 'b')).toBe(2)
    } finally {
      await workspace.close()
    }
  },
)
