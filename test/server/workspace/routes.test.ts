/**
 * Proves who may use what: every route of the API times every kind of asker gives what the route's access says, and the
 * routes that are answered, listed and documented are the same.
 */
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Access, isAtLeast, leastRole } from '../../../src/api/access.js'
import { type ApiRoute, routes } from '../../../src/api/routes.js'
import { onEachDatabase } from '../../store/databases.js'
import { Person, type Reply, TestWorkspace } from './testWorkspace.js'

const theCase = 'the-case'
const key = (route: ApiRoute) => `${route.method} ${route.path}`

/** What is sent beside the path, so that the request can be understood. Nothing here may take away what others need. */
const queries: Readonly<Record<string, string>> = {
  'delete /api/cases/{case}': '?confirm=another-name',
  'get /api/cases/{case}/file': '?path=case.yaml',
  'put /api/cases/{case}/file': '?path=case.yaml&ifMatch=none',
  'delete /api/cases/{case}/file': '?path=nothing.yaml',
  'get /api/cases/{case}/changes': '?from=0',
  'post /api/cases/import': '?id=imported',
}

const bodies: Readonly<Record<string, object>> = {
  'post /api/session/password': { email: 'nobody@example.org', password: 'wrong' },
  'post /api/session/key': { key: 'wrong' },
  'patch /api/me': {},
  'post /api/me/tokens': { name: 'token' },
  'post /api/invitations/look': { secret: 'wrong' },
  'post /api/invitations/accept': { secret: 'wrong' },
  'post /api/invitations': {},
  'patch /api/users/{user}': {},
  'put /api/cases/{case}/members/{user}': { role: 'reader', signsAs: [] },
  'post /api/cases/{case}/invitations': { role: 'reader' },
  'post /api/cases': {},
  'post /api/cases/{case}/file/move': { from: 'nothing.yaml', to: 'something.yaml' },
  'post /api/cases/{case}/edits': { edits: [{ kind: 'remove', path: ['facts', 'nothing'] }] },
  'post /api/cases/{case}/revisions': { message: 'kept' },
  'post /api/cases/{case}/comments': { anchor: { kind: 'case' }, text: 'A comment' },
  'patch /api/cases/{case}/comments/{id}': {},
  'post /api/cases/{case}/rounds': {},
  'post /api/cases/{case}/rounds/{round}/answers': { item: 'x', text: 'x', role: 'x' },
  'post /api/cases/{case}/rounds/{round}/anonymous-answers': { item: 'x', text: 'x' },
  'post /api/cases/{case}/hooks/alertmanager': { alerts: [] },
  'patch /api/cases/{case}/drafts/{key}': {},
  'post /api/cases/{case}/drafts/accept': { keys: ['nothing'] },
  'post /api/cases/{case}/drafts/discard': { keys: ['nothing'] },
  'post /api/cases/{case}/drafts/merge': { keys: ['nothing', 'no more'] },
  'post /api/cases/{case}/drafts/{key}/split': { texts: ['one', 'two'] },
  'put /api/cases/{case}/live-state': {},
  'post /api/cases/{case}/log': { text: 'shop down', once: 'the same each time' },
  'post /api/cases/{case}/sign-offs': { role: 'legal', revision: 1 },
}

/** Codes that only the guard gives. */
const guardCodes = [
  'not-signed-in',
  'bad-token',
  'token-not-taken',
  'not-allowed',
  'admin-only',
  'no-such-case',
]

type Subject =
  | 'nobody'
  | 'reader'
  | 'reviewer'
  | 'editor'
  | 'owner'
  | 'admin'
  | 'owner of another case'
  | 'token of the owner'
  | 'token capped to reader'
  | 'token for another case'
  | 'expired token'
  | 'revoked token'
  | 'token that never was'
  | 'session of a closed account'
  | 'token of a closed account'

/** What somebody is to be told, by the route's access alone. */
function expected(access: Access, subject: Subject): string {
  const badToken = ['expired token', 'revoked token', 'token that never was', 'token of a closed account']
  if (badToken.includes(subject)) return '401 bad-token'
  if (access === 'anyone') return 'allowed'
  if (subject === 'nobody' || subject === 'session of a closed account') return '401 not-signed-in'
  const token = subject.startsWith('token')
  switch (access) {
    case 'session':
      return token ? '403 token-not-taken' : 'allowed'
    case 'signed-in':
      return 'allowed'
    case 'admin':
      return subject === 'admin' ? 'allowed' : '403 admin-only'
    default: {
      const role = {
        reader: 'reader',
        reviewer: 'reviewer',
        editor: 'editor',
        owner: 'owner',
        'token of the owner': 'owner',
        'token capped to reader': 'reader',
      }[subject as string] as 'owner' | 'editor' | 'reviewer' | 'reader' | undefined
      if (role === undefined) return '404 no-such-case'
      return isAtLeast(role, leastRole[access]) ? 'allowed' : '403 not-allowed'
    }
  }
}

onEachDatabase('every route', of => {
  let workspace: TestWorkspace
  let subjects: Readonly<Record<Subject, () => Promise<Person>>>

  beforeAll(async () => {
    workspace = await TestWorkspace.open(of.store)
    await workspace.smallCase(theCase)
    await workspace.smallCase('another-case')
    const person = (name: string, role?: 'owner' | 'editor' | 'reviewer' | 'reader') =>
      workspace.person(name, role === undefined ? {} : { cases: { [theCase]: role } })
    const reader = await person('Reader', 'reader')
    const reviewer = await person('Reviewer', 'reviewer')
    const editor = await person('Editor', 'editor')
    const owner = await person('Owner', 'owner')
    const admin = await workspace.person('Admin', { admin: true })
    const other = await workspace.person('Other', { cases: { 'another-case': 'owner' } })
    const closed = await person('Closed', 'owner')
    const closedToken = await workspace.script(closed.user)
    await workspace.store.users.change(closed.user.id, { disabled: true })
    // A session of its own for each request: some of them end it.
    const anew = (who: Person) => () => workspace.signedIn(who.user)
    subjects = {
      nobody: async () => new Person(workspace, owner.user, {}),
      reader: anew(reader),
      reviewer: anew(reviewer),
      editor: anew(editor),
      owner: anew(owner),
      admin: anew(admin),
      'owner of another case': anew(other),
      'token of the owner': () => workspace.script(owner.user),
      'token capped to reader': () => workspace.script(owner.user, { cap: 'reader', cases: [theCase] }),
      'token for another case': () => workspace.script(owner.user, { cases: ['another-case'] }),
      'expired token': () => workspace.script(owner.user, { expiresInMs: -1 }),
      'revoked token': () => workspace.script(owner.user, { revoked: true }),
      'token that never was': async () =>
        new Person(workspace, owner.user, { authorization: `Bearer manil_${'x'.repeat(43)}` }),
      'session of a closed account': anew(closed),
      'token of a closed account': async () => closedToken,
    }
  })
  afterAll(() => workspace.close())

  const send = async (route: ApiRoute, person: Person): Promise<Reply> => {
    const path = route.path
      .replace('{case}', theCase)
      .replace('{page}', 'en.html')
      .replace('{number}', '1')
      .replace(/\{\w+\}/g, 'nothing')
    const bytes = route.request?.body !== undefined && !('application/json' in route.request.body.content)
    const [type] = Object.keys(route.request?.body?.content ?? {})
    return person.ask(path + (queries[key(route)] ?? ''), {
      method: route.method.toUpperCase(),
      ...(bytes
        ? { body: 'bytes', headers: { 'content-type': type! } }
        : route.request?.body === undefined
          ? {}
          : { body: bodies[key(route)] ?? {} }),
    })
  }

  const outcome = ({ status, body }: Reply): string => {
    const code: unknown = body?.error?.code
    return guardCodes.includes(String(code)) ? `${status} ${code}` : 'allowed'
  }

  test.each(routes.map(route => [key(route), route] as const))('%s', async (_name, route) => {
    const told: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const [subject, made] of Object.entries(subjects)) {
      const reply = await send(route, await made())
      told[subject] = outcome(reply)
      const limited = ['token capped to reader', 'token for another case'].includes(subject)
      const beyond = route.access === 'signed-in' && route.method !== 'get' && limited
      wanted[subject] = beyond ? '403 not-allowed' : expected(route.access, subject as Subject)
      expect(reply.status, `${key(route)} as ${subject}: ${reply.text}`).toBeLessThan(500)
    }
    expect(told).toEqual(wanted)
  })

  test('the WebSocket of a case lets in whom the routes let read it', async () => {
    for (const [subject, made] of Object.entries(subjects)) {
      const { headers } = await made()
      const socket = new WebSocket(`ws://127.0.0.1:${workspace.running.port}/api/cases/${theCase}/live`, {
        headers: { ...headers, host: `localhost:${workspace.running.port}` },
      })
      const answered = await Promise.race([
        once(socket, 'message').then(() => 'allowed'),
        once(socket, 'close').then(([code]) => String(code)),
      ])
      socket.terminate()
      const wanted = expected('read', subject as Subject)
      const codes: Readonly<Record<string, string>> = {
        '401 bad-token': '4401',
        '401 not-signed-in': '4401',
        '404 no-such-case': '4404',
      }
      expect(`${subject}: ${answered}`).toBe(`${subject}: ${codes[wanted] ?? wanted}`)
    }
  })

  test('a case that may not be seen and one that is not there answer alike', async () => {
    const other = await subjects['owner of another case']()
    const unseen = await other.get(`/api/cases/${theCase}`)
    const absent = await other.get('/api/cases/no-such-case')
    expect(unseen.status).toBe(404)
    expect(unseen.body).toEqual(absent.body)
    const headers = ({ headers: { date: _, ...rest } }: Reply) => rest
    expect(headers(unseen)).toEqual(headers(absent))
    const { cases } = (await other.get('/api/cases')).body as { cases: { id: string }[] }
    expect(cases.map(({ id }) => id)).toEqual(['another-case'])
  })

  test('what is answered, listed and documented is the same', async () => {
    const { body: document } = await workspace.ask('/api/openapi.json')
    expect(document.openapi).toBe('3.1.0')
    const documented = Object.entries(
      document.paths as Record<string, Record<string, { 'x-manil-access': string }>>,
    )
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, said]) => `${method} ${path} ${said['x-manil-access']}`),
      )
      .sort()
    const listed = routes.map(route => `${key(route)} ${route.access}`).sort()
    expect(documented).toEqual(listed)
    const paths = new Set(
      routes.map(route => `${route.method.toUpperCase()} ${route.path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    const answered = new Set(
      workspace.running.app.routes
        .filter(
          ({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json' && path !== '/enter/:key',
        )
        .map(({ method, path }) => `${method} ${path}`),
    )
    expect([...answered].sort()).toEqual([...paths].sort())
  })
})

describe('the expectation itself', () => {
  test('lets nobody in where it says so, and everybody somewhere', () => {
    const accesses: readonly Access[] = ['read', 'comment', 'write', 'manage']
    expect(accesses.map(access => expected(access, 'editor'))).toEqual([
      'allowed',
      'allowed',
      'allowed',
      '403 not-allowed',
    ])
    expect(accesses.map(access => expected(access, 'admin'))).toEqual(accesses.map(() => '404 no-such-case'))
  })
})
