import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backupTables, unsavedTables } from '../../src/store/backupFormat.js'
import type { TestStore } from './databases.js'
import { onEachDatabase } from './databases.js'

/** Everything that the tables say, with what PostgreSQL notes beside: the transaction of a row, and its place. */
async function dump({ store }: TestStore): Promise<Map<string, Record<string, unknown>[]>> {
  const tables = new Map<string, Record<string, unknown>[]>()
  for (const table of [...backupTables, ...unsavedTables]) {
    const { rows } = await sql<Record<string, unknown>>`
      select xmin::text, xmax::text, ctid::text, * from ${sql.table(table)} order by ctid`.execute(
      store.database.query,
    )
    tables.set(table, rows)
  }
  return tables
}

// Proves that answers come together, shuffled, and that nothing in the database tells whose an anonymous one is.
onEachDatabase('rounds', workspace => {
  const people = async (count: number) => {
    const made = []
    for (let index = 0; index < count; index++) {
      made.push(await workspace.store.users.create({ name: `person ${index}` }))
      workspace.clock.nowMs += 1_000
    }
    return made
  }
  const opened = async (caseId: string, items: readonly unknown[] = ['왜 늦었는가']) => {
    await workspace.store.cases.create({ id: caseId, title: caseId, files: [], userId: null, message: '' })
    return workspace.store.rounds.open(caseId, { title: '첫 회', userId: null, items })
  }

  test('a dump does not tell who of twenty wrote which of twenty anonymous answers', async () => {
    const { store, clock } = workspace
    const users = await people(20)
    const round = await opened('anonymous')
    const written = []
    for (const [index, user] of users.entries()) {
      // What the server does around an answer: it looks the session up.
      const tokenHash = `session ${index}`
      await store.sessions.create({
        tokenHash,
        userId: user.id,
        csrfSecret: '',
        expiresAtMs: clock.nowMs + 1e9,
      })
      await store.sessions.find(tokenHash)
      const text = `answer ${index}`
      written.push(text)
      await store.rounds.answer('anonymous', round.id, round.items[0]!.id, { kind: 'anonymous', text })
      clock.nowMs += 1_000
    }

    const tables = await dump(workspace)
    const answers = tables.get('answers')!.filter(row => row.case_id === 'anonymous')
    expect(answers.map(row => row.text).sort()).toEqual([...written].sort())
    for (const row of answers) {
      expect(row).toMatchObject({ kind: 'anonymous', user_id: null, role: null, at: null })
    }
    // One transaction wrote them all, in an order that is not theirs.
    expect(new Set(answers.map(row => row.xmin)).size).toBe(1)
    expect(answers.map(row => row.text)).not.toEqual(written)
    // No other table was written for a single answer, and none knows one by its id or text.
    for (const [table, rows] of tables) {
      if (table === 'answers') continue
      expect(rows.filter(row => row.xmin === answers[0]!.xmin)).toEqual([])
      for (const { id, text } of answers) {
        expect(JSON.stringify(rows)).not.toContain(JSON.stringify(text))
        expect(JSON.stringify(rows)).not.toContain(id)
      }
    }
  })

  test('the place of an anonymous answer is chance: over many rounds each is first about as often', async () => {
    const { store } = workspace
    const texts = ['a', 'b', 'c']
    const rounds = 60
    const first = new Map(texts.map(text => [text, 0]))
    await store.cases.create({ id: 'chance', title: '', files: [], userId: null, message: '' })
    for (let index = 0; index < rounds; index++) {
      const round = await store.rounds.open('chance', { title: '', userId: null, items: ['?'] })
      for (const text of texts) {
        await store.rounds.answer('chance', round.id, round.items[0]!.id, { kind: 'anonymous', text })
      }
      const { rows } = await sql<{ text: string }>`
        select text from answers where round_id = ${round.id} order by ctid`.execute(store.database.query)
      first.set(rows[0]!.text, first.get(rows[0]!.text)! + 1)
    }
    // Chi squared of three cells: beyond 30 by chance in three of ten million runs; in order of arrival it is 120.
    const expected = rounds / texts.length
    const chiSquared = [...first.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chiSquared).toBeLessThan(30)
  })

  test('named answers and those under a role keep their writer; all come together in an order of chance', async () => {
    const { store } = workspace
    const [ara, bora] = await people(2)
    const round = await opened('mixed', ['first', { claim: 'r1' }])
    const [one, two] = round.items
    expect(round.items.map(({ item }) => item)).toEqual(['first', { claim: 'r1' }])
    await store.rounds.answer('mixed', round.id, one!.id, { kind: 'named', userId: ara!.id, text: 'by name' })
    await store.rounds.answer('mixed', round.id, two!.id, {
      kind: 'role',
      userId: bora!.id,
      role: 'operations',
      text: 'by role',
    })
    for (let index = 0; index < 10; index++) {
      await store.rounds.answer('mixed', round.id, one!.id, { kind: 'anonymous', text: `${index}` })
    }
    const orders = new Set<string>()
    for (let index = 0; index < 5; index++) {
      orders.add((await store.rounds.answers('mixed', round.id)).map(({ text }) => text).join())
    }
    expect(orders.size).toBeGreaterThan(1)
    expect(await store.rounds.answersOf('mixed', round.id, bora!.id)).toMatchObject([
      { kind: 'role', role: 'operations', text: 'by role', itemId: two!.id },
    ])
  })

  test('close once, and take no answer afterwards', async () => {
    const { rounds, users } = workspace.store
    const user = await users.create({ name: 'closer' })
    const round = await opened('closed')
    const item = round.items[0]!.id
    const answer = { kind: 'anonymous', text: 'late' } as const
    await expect(rounds.answer('closed', round.id, 'none', answer)).rejects.toMatchObject({
      code: 'no-such-item',
    })
    await expect(rounds.answer('closed', 'none', item, answer)).rejects.toMatchObject({
      code: 'no-such-round',
    })
    expect(await rounds.close('closed', round.id, user.id)).toMatchObject({ closedBy: user.id })
    await expect(rounds.answer('closed', round.id, item, answer)).rejects.toMatchObject({
      code: 'round-closed',
    })
    await expect(rounds.close('closed', round.id, user.id)).rejects.toMatchObject({ code: 'round-closed' })
    expect(await rounds.answers('closed', round.id)).toEqual([])
    expect((await rounds.list('closed'))[0]).toEqual(await rounds.get('closed', round.id))
  })
})
