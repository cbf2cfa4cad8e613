import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onEachDatabase } from '../../store/databases.js'
import { LiveClient, until } from './liveClient.js'
import { LiveServer } from './liveServer.js'

// Proves that what several people write at once comes to all of them, is kept before anybody sees it, and that nothing that
// one of them sends can harm the others' copies.
onEachDatabase('a room', workspace => {
  let live: LiveServer
  let counter = 0
  let caseId = ''
  const clients: LiveClient[] = []
  const enter = async (user: string, of = live) => {
    const client = await new LiveClient().connect(of.address(caseId), { 'x-user': user })
    clients.push(client)
    return client
  }
  const user = async (name: string) => {
    const made = await workspace.store.users.create({ name, email: null })
    return made.id
  }
  let anna = ''
  let bora = ''

  beforeAll(async () => {
    anna = await user('Anna')
    bora = await user('Bora')
    live = await LiveServer.open(workspace.store)
  })
  afterAll(() => live.close())
  beforeEach(async () => {
    counter++
    caseId = `case-${counter}`
    await workspace.store.cases.create({
      id: caseId,
      title: caseId,
      files: [
        { path: 'case.yaml', text: 'case:\n  title: {en: A}\n' },
        { path: 'timeline.yaml', text: 'facts:\n' },
      ],
      userId: anna,
      message: '',
    })
    live.roles.clear()
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close()
    expect(live.faults.splice(0)).toEqual([])
  })

  test('gives a new copy everything, and everyone what the others write', async () => {
    const [one, two] = [await enter(anna), await enter(bora)]
    expect(one.files()).toEqual(two.files())
    expect(one.text('timeline.yaml')).toBe('facts:\n')
    one.insert('timeline.yaml', 7, '  f1: {at: "15:30"}\n')
    two.insert('case.yaml', 0, '# 제목\n')
    await one.kept()
    await two.kept()
    await until(() => one.text('case.yaml') === two.text('case.yaml'))
    await until(() => one.text('timeline.yaml') === two.text('timeline.yaml'))
    expect(one.text('case.yaml')).toBe('# 제목\ncase:\n  title: {en: A}\n')
    expect(await workspace.store.cases.files(caseId)).toEqual(one.files())
  })
})
