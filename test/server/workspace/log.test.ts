/** Proves that the log says how the workspace fares and gives away nothing: no secret, nobody's words, nobody's name. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from '../../../src/store/store.js'
import { Person, TestWorkspace } from './testWorkspace.js'

let store: Store
let workspace: TestWorkspace
beforeAll(async () => {
  store = await openStore({ place: { kind: 'memory' }, nowMs: Date.now, randomBytes })
  workspace = await TestWorkspace.open(store)
})
afterAll(async () => {
  await workspace.close()
  await store.close()
})

test('has a line for each answer, with the route and not the address', async () => {
  await workspace.ask('/api/cases/some-case/file?path=secret-name.yaml')
  await workspace.ask('/enter/some-key')
  const lines = workspace.log.map(line => JSON.parse(line) as Record<string, unknown>)
  expect(lines[0]).toMatchObject({
    msg: 'answered',
    route: 'get /api/cases/{case}/file',
    method: 'GET',
    status: 401,
  })
  expect(Object.keys(lines[0]!).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time'])
  expect(lines[1]).toMatchObject({ route: 'files', status: 403 })
})

test('has no secret, no words and no name, whatever is done', async () => {
  const entered = await workspace.ask('/enter/the-key-of-this-machine')
  const [cookie = ''] = entered.headers['set-cookie'] ?? []
  const headers = { cookie: cookie.split(';')[0]!, origin: workspace.origin }
  const session = (await workspace.ask('/api/session', { headers })).body
  const owner = new Person(workspace, (await store.users.get(session.user.id))!, {
    ...headers,
    'x-manil-csrf': session.csrf,
  })
  await owner.post('/api/cases', {
    id: 'told',
    title: 'Quiet title',
    timezone: 'Asia/Seoul',
    start: '2022-10-15 15:00',
  })
  const { body: token } = await owner.post('/api/me/tokens', { name: 'Quiet token' })
  const { body: invited } = await owner.post('/api/cases/told/invitations', { role: 'editor' })
  const secret = (invited.address as string).split('#')[1]!
  const join = { name: 'Quiet Name', email: 'quiet@example.org', password: 'quiet long password' }
  expect(
    (await workspace.ask('/api/invitations/accept', { method: 'POST', body: { secret, join } })).status,
  ).toBe(200)
  await workspace.ask('/api/session/password', {
    method: 'POST',
    body: { email: join.email, password: 'a wrong guess at it' },
  })
  await owner.write('told', 'timeline.yaml', '# Quiet words\nfacts: {}\n')
  await owner.post('/api/cases/told/comments', { anchor: { kind: 'case' }, text: 'Quiet comment' })
  await owner.post('/api/cases/told/log', { text: 'Quiet event' })
  await owner.get('/api/cases/told/file?path=quiet-path.yaml')
  await workspace.ask('/api/cases', { headers: { authorization: `Bearer ${token.secret}` } })
  await workspace.ask('/quiet/page?secret=quiet-query')

  const written = workspace.log.join('')
  const said = [
    'the-key-of-this-machine',
    headers.cookie.split('=')[1]!,
    session.csrf,
    token.secret,
    secret,
    join.email,
    join.password,
    'a wrong guess at it',
    owner.user.id,
    '127.0.0.1',
    'told',
  ]
  for (const word of said) expect(written).not.toContain(word)
  expect(written).not.toMatch(/quiet/i)
})

test('tells where a bug is, and not of what', async () => {
  const before = workspace.log.length
  const broken = { ...workspace.running.workspace.store.cases }
  Object.assign(workspace.running.workspace.store.cases, {
    list: () => Promise.reject(new Error('It was about “Quiet words”.')),
  })
  const owner = await workspace.person('Finder')
  const reply = await owner.get('/api/cases')
  Object.assign(workspace.running.workspace.store.cases, broken)
  expect([reply.status, reply.body.error.code]).toEqual([500, 'bug'])
  expect(reply.text).not.toMatch(/Quiet|at .*:\d+/)
  const [line] = workspace.log
    .slice(before)
    .map(text => JSON.parse(text) as { fault?: string; at?: string[] })
  expect(line).toMatchObject({ level: 50, route: 'get /api/cases', fault: 'Error', msg: 'bug' })
  expect(line!.at!.length).toBeGreaterThan(0)
  expect(JSON.stringify(line)).not.toContain('Quiet')
})
