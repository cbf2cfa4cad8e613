import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sharedText } from '../../../src/collaboration/sharedCase.js'
import { editCase } from '../../../src/files/editCase.js'
import { isMissing, TestStore } from '../../store/databases.js'
import { LiveClient, until } from './liveClient.js'
import { LiveServer } from './liveServer.js'

// Proves that several servers over one PostgreSQL are one workspace: what is written at one is seen at the others, changes
// by programs do not cross, rights end everywhere, and a revision is kept once.
describe.skipIf(isMissing('PostgreSQL'))('two servers over one database', () => {
  const workspace = new TestStore('PostgreSQL')
  let first: LiveServer
  let second: LiveServer
  let counter = 0
  let caseId = ''
  let anna = ''
  let bora = ''
  const enter = (live: LiveServer, user: string) =>
    new LiveClient().connect(live.address(caseId), { 'x-user': user })

  beforeAll(async () => {
    await workspace.open()
    anna = (await workspace.store.users.create({ name: 'Anna', email: null })).id
    bora = (await workspace.store.users.create({ name: 'Bora', email: null })).id
    first = await LiveServer.open(workspace.store)
    second = await LiveServer.open(await workspace.another())
  })
  afterAll(async () => {
    expect([...first.faults, ...second.faults]).toEqual([])
    await first.close()
    await second.close()
    await workspace.close()
  })
  beforeEach(async () => {
    caseId = `case-${++counter}`
    const files = [
      { path: 'case.yaml', text: 'case:\n  title: {en: A}\n' },
      { path: 'timeline.yaml', text: 'facts:\n  f0: {at: "15:30", text: {en: x}}\n' },
    ]
    await workspace.store.cases.create({ id: caseId, title: caseId, files, userId: anna, message: '' })
    for (const live of [first, second]) {
      live.roles.clear()
      live.ended.clear()
    }
  })

  test('what is typed at one is seen at the other', async () => {
    const [one, two] = [await enter(first, anna), await enter(second, bora)]
    for (let count = 0; count < 50; count++) {
      one.insert('case.yaml', 0, `# one ${count}\n`)
      two.insert('case.yaml', two.text('case.yaml').length, `# two ${count}\n`)
      if (count % 10 === 0) await new Promise(resolve => setTimeout(resolve, 5))
    }
    await one.kept()
    await two.kept()
    await until(() => one.text('case.yaml') === two.text('case.yaml'))
    expect(one.text('case.yaml').match(/# (one|two) \d+\n/g)).toHaveLength(100)
    const { shared } = await workspace.store.texts.load(caseId)
    expect(sharedText(shared, 'case.yaml')!.toString()).toBe(one.text('case.yaml'))
    await one.close()
    await two.close()
  })

  test('changes of programs at both do not cross', async () => {
    const rooms = [await first.rooms.open(caseId), await second.rooms.open(caseId)]
    const numbers: number[] = []
    const add = (index: number) =>
      rooms[index % 2]!.change({ id: anna }, files => {
        const count = files.text('timeline.yaml')!.match(/^ {2}f\d+:/gm)!.length
        numbers.push(count)
        const edit = {
          kind: 'insert',
          path: ['facts', `f${count}`],
          value: { at: '15:40', text: { en: 'y' } },
        } as const
        const result = editCase(files.texts, edit)
        return 'refused' in result ? result : [{ kind: 'texts', changes: result.changes }]
      })
    const results = await Promise.all(Array.from({ length: 40 }, (_, index) => add(index)))
    expect(results).toEqual(results.map(() => ({ changed: ['timeline.yaml'] })))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    const both = await Promise.all(
      rooms.map(room => room.change(null, files => ({ refused: files.text('timeline.yaml') }))),
    )
    expect(both[0]).toEqual(both[1])
    const made = await Promise.all(
      rooms.map((room, index) =>
        room.change({ id: anna }, files =>
          files.info('ifs.yaml') === null
            ? [{ kind: 'write', path: 'ifs.yaml', text: `# ${index}\n` }]
            : { refused: 'taken' },
        ),
      ),
    )
    expect(made.filter(result => 'refused' in result)).toEqual([{ refused: 'taken' }])
  })

  test('attachments come over', async () => {
    const room = await first.rooms.open(caseId)
    const two = await enter(second, bora)
    const blob = await room.keepBlob(Uint8Array.from([1, 2, 3]))
    await room.change({ id: anna }, () => [{ kind: 'attach', path: 'evidence/a.bin', ...blob }])
    await until(() => two.notices.some(({ about }) => about === 'attachments'))
    const there = await second.rooms.open(caseId)
    await there.catchUp()
    expect((await there.files()).attachments).toEqual([{ path: 'evidence/a.bin', ...blob }])
    await two.close()
  })

  test('who comes over from the other with something unsent is not behind', async () => {
    const [one, two] = [await enter(first, anna), await enter(second, bora)]
    for (let count = 0; count < 20; count++) {
      two.insert('case.yaml', 0, `# ${count}\n`)
      await two.kept()
      await until(() => one.text('case.yaml').startsWith(`# ${count}\n`))
      await one.close()
      one.insert('case.yaml', 3, '-')
      await one.connect((count % 2 === 0 ? second : first).address(caseId), { 'x-user': anna })
      await one.kept()
    }
    expect(one.refusals).toEqual([])
    await until(() => one.text('case.yaml') === two.text('case.yaml'))
    await one.close()
    await two.close()
  })

  test('a database whose connections break loses nothing', { timeout: 60_000 }, async () => {
    const marks: string[] = []
    let over = false
    const typing = async (live: LiveServer, user: string, name: string) => {
      const client = await enter(live, user)
      const connected = async () => {
        while (!client.synced) {
          await client.connect(live.address(caseId), { 'x-user': user }).catch(() => {})
          await new Promise(resolve => setTimeout(resolve, 20))
        }
      }
      const isKept = async () => {
        await connected()
        return client.kept().then(
          () => true,
          () => false,
        )
      }
      for (let count = 0; !over; count++) {
        await connected()
        client.insert('case.yaml', 0, `# ${name} ${count}\n`)
        marks.push(`# ${name} ${count}\n`)
        await new Promise(resolve => setTimeout(resolve, 3))
      }
      while (!(await isKept())) await connected()
      return client
    }
    const work = [typing(first, anna, 'anna'), typing(second, bora, 'bora')]
    const breaker = await workspace.another()
    for (let count = 0; count < 8; count++) {
      await new Promise(resolve => setTimeout(resolve, 250))
      await breaker.runSql(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
    }
    over = true
    const [one, two] = await Promise.all(work)
    await until(() => one!.text('case.yaml') === two!.text('case.yaml'))
    expect(marks.length).toBeGreaterThan(50)
    expect(marks.filter(mark => !one!.text('case.yaml').includes(mark))).toEqual([])
    const { shared } = await workspace.store.texts.load(caseId)
    expect(sharedText(shared, 'case.yaml')!.toString()).toBe(one!.text('case.yaml'))
    await one!.close()
    await two!.close()
    // The faults were told, as they should be.
    first.faults.length = 0
    second.faults.length = 0
  })

  test('rights end everywhere', async () => {
    const [one, two] = [await enter(first, anna), await enter(second, anna)]
    for (const live of [first, second]) live.ended.add(`session of ${anna}`)
    first.rooms.closeSession(`session of ${anna}`)
    await until(() => one.closeCode !== null && two.closeCode !== null)
    expect([one.closeCode, two.closeCode]).toEqual([4401, 4401])
    const three = await enter(second, bora)
    second.roles.set(bora, 'reader')
    await workspace.store.members.set(caseId, bora, { role: 'reader', signOffRoles: [] })
    await until(() => three.closeCode !== null)
    expect(three.closeCode).toBe(1012)
  })

  test('a revision is kept once', { timeout: 40_000 }, async () => {
    const [one, two] = [await enter(first, anna), await enter(second, bora)]
    one.insert('case.yaml', 0, '# a\n')
    two.insert('case.yaml', 0, '# b\n')
    await until(() => one.notices.some(({ about }) => about === 'revisions'), 20_000)
    // Long enough for the other server, which would keep one as well.
    await new Promise(resolve => setTimeout(resolve, 9_000))
    const revisions = await workspace.store.revisions.list(caseId, 10)
    expect(revisions.map(({ number }) => number)).toEqual([2, 1])
    expect(revisions[0]?.authors).toEqual([anna, bora].sort())
    await one.close()
    await two.close()
  })
})
