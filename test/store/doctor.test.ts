import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeText } from '../../src/collaboration/sharedCase.js'
import { doctor } from '../../src/store/doctor/doctor.js'
import { onEachDatabase } from './databases.js'

// Proves that the doctor is content with what the store writes, and names what somebody changed behind its back.
onEachDatabase('the doctor', workspace => {
  let id = ''
  let count = 0

  /** A case with four revisions, compacted in between, updates after the last, and a line in the log for each. */
  beforeEach(async () => {
    const { store } = workspace
    id = `case-${++count}`
    const files = [
      { path: 'case.yaml', text: 'title: a\r\n' },
      { path: 'broken.yaml', text: Uint8Array.from([0xff]) },
      { path: 'evidence/a.bin', text: Uint8Array.from([1, 2, count]) },
    ]
    await store.cases.create({ id, title: id, files, userId: null, message: '' })
    const write = async (text: string) => {
      const { shared } = await store.texts.load(id)
      const known = Y.encodeStateVector(shared)
      changeText(shared, 'case.yaml', { from: 0, to: 0, insert: text }, null)
      await store.texts.append(id, [Y.encodeStateAsUpdate(shared, known)], null)
    }
    for (const text of ['b', 'c', 'd']) {
      await write(`${text}${count}\n`)
      await store.revisions.commit(id, { kind: 'edited', message: text })
      if (text === 'b') await store.texts.compact(id)
      await store.audit.append({ actor: null, action: 'case.edited', caseId: id, details: { text } })
    }
    await write('e')
    await write('f')
    expect((await doctor(store)).findings).toEqual([])
  })

  /** Each test begins with a workspace that is well. */
  afterEach(async () => {
    const { query } = workspace.store.database
    await query.transaction().execute(async transaction => {
      await unchecked(transaction)
      for (const table of [
        'answers',
        'revision_changes',
        'case_files',
        'updates',
        'snapshots',
        'revisions',
        'audit',
      ]) {
        await sql`delete from ${sql.table(table)}`.execute(transaction)
      }
      for (const table of ['members', 'cases', 'blobs'])
        await sql`delete from ${sql.table(table)}`.execute(transaction)
      await sql`update chain_heads set number = 0, hash = ''`.execute(transaction)
    })
  })

  /** Runs SQL as somebody might who has the database's password. */
  const tamper = (statement: ReturnType<typeof sql>) =>
    workspace.store.database.query.transaction().execute(async transaction => {
      await unchecked(transaction)
      await statement.execute(transaction)
    })
  const findings = async () => (await doctor(workspace.store)).findings

  test('counts what it saw', async () => {
    const { counts, omitted } = await doctor(workspace.store)
    expect(counts).toEqual({ cases: 1, revisions: 4, updates: 4, blobs: 6, auditEntries: 3 })
    expect(omitted).toBe(0)
  })

  test('names a revision whose message was changed', async () => {
    await tamper(sql`update revisions set message = 'other' where number = 2`)
    expect(await findings()).toEqual([{ code: 'revision-altered', case: id, values: { revision: 2 } }])
  })

  test('names a revision that was changed with its hash', async () => {
    await tamper(sql`update revisions set hash = 'ff' where number = 2`)
    expect(await findings()).toEqual([
      { code: 'revision-altered', case: id, values: { revision: 2 } },
      { code: 'revision-unlinked', case: id, values: { revision: 3 } },
    ])
  })

  test('names a revision whose files were changed', async () => {
    await tamper(sql`delete from revision_changes where number = 1 and path = 'evidence/a.bin'`)
    expect(await findings()).toEqual([{ code: 'revision-altered', case: id, values: { revision: 1 } }])
  })

  test('names a revision that is gone from the middle, and one from the end', async () => {
    await tamper(sql`delete from revisions where number = 2`)
    await tamper(sql`delete from revision_changes where number = 2`)
    expect(await findings()).toEqual([
      { code: 'revision-missing', case: id, values: { from: 2, to: 2 } },
      { code: 'revision-unlinked', case: id, values: { revision: 3 } },
    ])
    await tamper(sql`delete from revisions where number = 4`)
    await tamper(sql`delete from revision_changes where number = 4`)
    const seen = await findings()
    expect(seen).toContainEqual({ code: 'revision-missing', case: id, values: { from: 4, to: 4 } })
    expect(seen).toContainEqual({ code: 'head-revision-wrong', case: id, values: { stored: 4, found: 3 } })
  })

  test('names a revision that cannot be read', async () => {
    await tamper(sql`update revisions set authors = '{' where number = 3`)
    expect(await findings()).toEqual([
      { code: 'unreadable-value', case: null, values: { table: 'revisions', column: 'authors', rows: 1 } },
      { code: 'revision-altered', case: id, values: { revision: 3 } },
    ])
  })

  test('names bytes that were changed, and bytes that are gone', async () => {
    const hash = (await workspace.store.revisions.tree(id, 1)).get('evidence/a.bin')!
    await tamper(sql`update blobs set bytes = ${Uint8Array.from([9])}::bytea where hash = ${hash}`)
    expect(await findings()).toEqual([{ code: 'blob-altered', case: null, values: { hash } }])
    await tamper(sql`delete from blobs where hash = ${hash}`)
    const seen = await findings()
    expect(seen).toContainEqual({
      code: 'blob-missing',
      case: id,
      values: { path: 'evidence/a.bin', revision: 1 },
    })
    expect(seen.map(({ code, values }) => [code, values.table])).toContainEqual([
      'dangling-reference',
      'case_files',
    ])
  })

  test('names updates that are gone, before and after the last revision', async () => {
    await tamper(sql`delete from updates where seq = 5`)
    expect(await findings()).toContainEqual({ code: 'update-missing', case: id, values: { from: 5, to: 5 } })
    await tamper(sql`delete from updates where seq = 6`)
    expect(await findings()).toContainEqual({ code: 'update-missing', case: id, values: { from: 5, to: 6 } })
    await tamper(sql`delete from updates where seq = 4`)
    const seen = await findings()
    expect(seen).toContainEqual({ code: 'update-missing', case: id, values: { from: 4, to: 6 } })
    expect(seen).toContainEqual({
      code: 'text-differs-from-revision',
      case: id,
      values: { path: 'case.yaml', revision: 4 },
    })
  })

  test('names an update that leads to one that is not there', async () => {
    await tamper(sql`delete from updates where seq = 4`)
    expect((await findings()).map(({ code }) => code)).toContain('texts-incomplete')
  })

  test('names an update and a state that cannot be read', async () => {
    await tamper(sql`update updates set bytes = '\\x090909' where seq = 6`)
    await tamper(sql`update snapshots set state = '\\xff'`)
    const seen = await findings()
    expect(seen).toContainEqual({ code: 'update-unreadable', case: id, values: { seq: 6 } })
    expect(seen).toContainEqual({ code: 'snapshot-unreadable', case: id, values: { seq: 2 } })
  })

  test('names a number of updates that is too small, and one that is beyond all measure', async () => {
    await tamper(sql`update cases set update_seq = 5`)
    expect(await findings()).toEqual([
      { code: 'last-update-wrong', case: id, values: { stored: 5, found: 6 } },
    ])
    await tamper(sql`update cases set update_seq = 9000000000000000`)
    expect(await findings()).toEqual([
      { code: 'update-missing', case: id, values: { from: 7, to: 9_000_000_000_000_000 } },
    ])
  })

  test('names a state that goes beyond the last revision', async () => {
    await tamper(sql`update snapshots set seq = 5`)
    expect(await findings()).toContainEqual({
      code: 'snapshot-beyond-revision',
      case: id,
      values: { seq: 5, revision: 4 },
    })
  })

  test('names log entries that were changed, taken out, or cut off', async () => {
    await tamper(sql`update audit set actor = 'somebody' where number = 2`)
    expect(await findings()).toEqual([{ code: 'audit-altered', case: null, values: { number: 2 } }])
    await tamper(sql`delete from audit where number = 2`)
    expect(await findings()).toEqual([
      { code: 'audit-missing', case: null, values: { from: 2, to: 2 } },
      { code: 'audit-unlinked', case: null, values: { number: 3 } },
    ])
    await tamper(sql`delete from audit`)
    expect(await findings()).toEqual([
      { code: 'audit-head-wrong', case: null, values: { stored: 3, found: 0 } },
    ])
  })

  test('names rows that lead nowhere', async () => {
    await tamper(sql`insert into members values (${id}, 'nobody', 'owner', '[]', 0)`)
    expect(await findings()).toEqual([
      {
        code: 'dangling-reference',
        case: null,
        values: { table: 'members', constraint: 'members_user_id_fkey', rows: 1 },
      },
    ])
  })
})

/** Turns off what the database itself would refuse. */
async function unchecked(transaction: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(transaction)
}
