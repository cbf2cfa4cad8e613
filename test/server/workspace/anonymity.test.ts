/**
 * Proves that nobody can tell who of twenty signed-in people wrote which of twenty anonymous answers: not from a dump of
 * everything the database holds, physical places and transaction numbers included, nor from the log. The attacker of this
 * test orders answers and people by everything that has an order, and pairs them off; over several rounds no pairing does
 * better than chance.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../../store/databases.js'
import { type Person, TestWorkspace } from './testWorkspace.js'

const people = 20
const rounds = 6
const theCase = 'the-case'

/** A row as it lies in the database: its values, its place, and the number of the transaction that wrote it. */
type Row = Readonly<Record<string, unknown>>

onEachDatabase('anonymous answers', of => {
  let workspace: TestWorkspace
  let owner: Person
  const members: Person[] = []

  beforeAll(async () => {
    workspace = await TestWorkspace.open(of.store)
    await workspace.smallCase(theCase)
    owner = await workspace.person('Owner', { cases: { [theCase]: 'owner' } })
    for (let number = 0; number < people; number++) {
      members.push(await workspace.person(`Reviewer ${number}`, { cases: { [theCase]: 'reviewer' } }))
    }
  })
  afterAll(() => workspace.close())

  const dump = async (): Promise<Map<string, Row[]>> => {
    const { query } = of.store.database
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(query)
    const dumped = new Map<string, Row[]>()
    for (const { name } of tables) {
      const { rows } = await sql<Row>`
        select ctid::text as "(place)", xmin::text as "(transaction)", cmin::text as "(command)", t.* from ${sql.table(name)} t
        order by ctid`.execute(query)
      dumped.set(name, rows)
    }
    return dumped
  }

  /** One round: everybody reads it, answers, and goes on; in an order that only the test knows. */
  const oneRound = async () => {
    const items = [{ id: 'a', kind: 'own', about: [], text: { en: 'What surprised you?' } }]
    const opened = await owner.post(`/api/cases/${theCase}/rounds`, { title: 'Round', items })
    const { id, items: asked } = opened.body as { id: string; items: { id: string }[] }
    const item = asked[0]!.id
    const order = shuffled(members.map((_, number) => number))
    const words = members.map(() => randomBytes(12).toString('hex'))
    for (const number of order) {
      const member = members[number]!
      of.clock.nowMs += 60_000
      expect((await member.get(`/api/cases/${theCase}/rounds`)).status).toBe(200)
      const address = `/api/cases/${theCase}/rounds/${id}/anonymous-answers`
      const reply = await member.post(address, { item, text: words[number]! })
      expect([reply.status, reply.text]).toEqual([204, ''])
      expect((await member.get('/api/cases')).status).toBe(200)
    }
    return { id, item, order, words }
  }

  /** Who wrote what, guessed by pairing answers and people in two orders. */
  const hits = (answers: readonly string[], guessed: readonly number[], words: readonly string[]) =>
    answers.filter((text, place) => words[guessed[place]!] === text).length

  test('cannot be told apart by anything that has an order', async () => {
    const found = new Map<string, number>()
    for (let round = 0; round < rounds; round++) {
      const logged = workspace.log.length
      const before = await dump()
      const { id, order, words } = await oneRound()
      const after = await dump()
      // While the round is open, nobody sees any of them.
      const open = await owner.get(`/api/cases/${theCase}/rounds`)
      for (const text of words) expect(open.text).not.toContain(text)

      // What was written while they answered, but for the answers themselves.
      const everything = JSON.stringify([...after].filter(([name]) => name !== 'answers'))
      for (const text of words) expect(everything).not.toContain(text)
      const lines = workspace.log.slice(logged).join('')
      expect(lines).toContain('answered')
      expect(lines).not.toContain('anonymous')
      for (const { user } of members) {
        expect(lines).not.toContain(user.id)
        expect(lines).not.toContain(user.name)
      }
      for (const [name, rows] of after) {
        if (name === 'answers' || name === 'rounds' || name === 'agenda_items' || name === 'audit') continue
        if (name === 'chain_heads') continue
        // No row of anybody was touched: no last use, no count, no session that lives longer.
        expect(withoutPlaces(rows), name).toEqual(withoutPlaces(before.get(name)!))
      }

      const answers = after.get('answers')!.filter(row => row.round_id === id)
      expect(answers).toHaveLength(people)
      for (const row of answers) {
        expect([row.user_id, row.role, row.at, row.kind]).toEqual([null, null, null, 'anonymous'])
      }
      // All of them were put there by one transaction, in a random order.
      expect(new Set(answers.map(row => row['(transaction)'])).size).toBe(1)
      const orders: Readonly<Record<string, readonly string[]>> = {
        place: answers.map(row => String(row.text)),
        command: [...answers].sort(by(row => Number(row['(command)']))).map(row => String(row.text)),
        id: [...answers].sort(by(row => String(row.id))).map(row => String(row.text)),
      }
      const sessions = after.get('sessions')!
      const numberOf = (userId: unknown) => members.findIndex(({ user }) => user.id === userId)
      const ofMembers = sessions.filter(row => numberOf(row.user_id) >= 0)
      const guesses: Readonly<Record<string, readonly number[]>> = {
        // What somebody knows who watched the door: the true order, forwards and back.
        'true order': order,
        'true order, backwards': [...order].reverse(),
        'order of accounts': members.map((_, number) => number),
        'place of sessions': ofMembers.map(row => numberOf(row.user_id)),
        'end of sessions': [...ofMembers]
          .sort(by(row => Number(row.expires_at)))
          .map(row => numberOf(row.user_id)),
        'transaction of sessions': [...ofMembers]
          .sort(by(row => Number(row['(transaction)'])))
          .map(row => numberOf(row.user_id)),
      }
      const closed = await owner.post(`/api/cases/${theCase}/rounds/${id}/close`)
      const shown = (closed.body.answers as { text: string; role: null }[]).map(({ text }) => text)
      expect([...shown].sort()).toEqual([...words].sort())
      for (const [answersBy, texts] of Object.entries({ ...orders, 'as shown': shown })) {
        for (const [peopleBy, guessed] of Object.entries(guesses)) {
          const key = `${answersBy} × ${peopleBy}`
          found.set(key, (found.get(key) ?? 0) + hits(texts, guessed, words))
        }
      }
    }
    // A pairing by chance is right once a round on average. Six rounds give 6 ± 2.4; more than six deviations above is none.
    const chance = rounds
    for (const [key, count] of found) {
      expect(count, `${key}: ${count} of ${people * rounds} told`).toBeLessThan(
        chance + 6 * Math.sqrt(chance),
      )
    }
    expect(found.size).toBe(24)
  })

  test('the attacker of this test would see an order where there is one', async () => {
    // Answers under a role are kept with who wrote them: the same attack tells nearly all of them.
    const items = [{ id: 'a', kind: 'own', about: [], text: { en: 'What surprised you?' } }]
    const { body } = await owner.post(`/api/cases/${theCase}/rounds`, { title: 'Round', items })
    const order = shuffled(members.map((_, number) => number))
    const words = members.map(() => randomBytes(12).toString('hex'))
    for (const number of order) {
      const answer = { item: body.items[0].id, text: words[number]!, role: 'on-call' }
      of.clock.nowMs += 60_000
      await members[number]!.post(`/api/cases/${theCase}/rounds/${body.id}/answers`, answer)
    }
    const answers = (await dump())
      .get('answers')!
      .filter(row => row.round_id === body.id)
      .sort(by(row => Number(row.at)))
    expect(
      hits(
        answers.map(row => String(row.text)),
        order,
        words,
      ),
    ).toBe(people)
    // Nobody is shown who it was, all the same.
    const shown = await owner.get(`/api/cases/${theCase}/rounds`)
    for (const { user } of members) expect(shown.text).not.toContain(user.id)
  })

  test('no session lives longer for one, as it does for anything else', async () => {
    const items = [{ id: 'a', kind: 'own', about: [], text: { en: 'x' } }]
    const { body } = await owner.post(`/api/cases/${theCase}/rounds`, { title: 'Round', items })
    const member = members[0]!
    const end = async () => (await of.store.sessions.list(member.user.id))[0]!.expiresAtMs
    const before = await end()
    of.clock.nowMs += 3 * 86_400_000
    const address = `/api/cases/${theCase}/rounds/${body.id}/anonymous-answers`
    expect((await member.post(address, { item: body.items[0].id, text: 'x' })).status).toBe(204)
    expect(await end()).toBe(before)
    expect((await member.get('/api/cases')).status).toBe(200)
    expect(await end()).toBeGreaterThan(before)
  })

  test('no page that is open is told when one comes', async () => {
    const items = [{ id: 'a', kind: 'own', about: [], text: { en: 'x' } }]
    const { body } = await owner.post(`/api/cases/${theCase}/rounds`, { title: 'Round', items })
    const heard: unknown[] = []
    const stop = await of.store.listen({
      notice: notice => void heard.push(notice),
      checkEverything: () => {},
    })
    await members[0]!.post(`/api/cases/${theCase}/rounds/${body.id}/anonymous-answers`, {
      item: body.items[0].id,
      text: 'quiet',
    })
    await members[0]!.post(`/api/cases/${theCase}/comments`, { anchor: { kind: 'case' }, text: 'loud' })
    while (heard.length === 0) await new Promise(resolve => setTimeout(resolve, 20))
    await stop()
    expect(heard).toMatchObject([{ about: 'comments' }])
  })
})

function shuffled<T>(entries: readonly T[]): T[] {
  return entries
    .map(entry => ({ entry, at: randomBytes(8).toString('hex') }))
    .sort(by(({ at }) => at))
    .map(({ entry }) => entry)
}

function by<T>(key: (entry: T) => string | number) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)
}

function withoutPlaces(rows: readonly Row[]): string[] {
  return rows.map(row => JSON.stringify(row)).sort()
}
