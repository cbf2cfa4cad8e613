/**
 * Proves that people get in by the ways there are and by no other: the key of this machine, passwords, invitations, tokens;
 * that sessions end when they should; and that what is said at the door tells nothing about who has an account.
 */
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { passwordLine } from '../../../src/server/workspace/identity/passwords.js'
import { absoluteMs, idleMs } from '../../../src/server/workspace/identity/sessions.js'
import { serverLimits } from '../../../src/server/workspace/security/limits.js'
import { onEachDatabase } from '../../store/databases.js'
import { Person, type Reply, TestWorkspace } from './testWorkspace.js'

const dayMs = 86_400_000
const password = 'a long enough password'

onEachDatabase('signing in', of => {
  let workspace: TestWorkspace
  beforeAll(async () => {
    workspace = await TestWorkspace.open(of.store)
    await workspace.smallCase('the-case')
  })
  afterAll(() => workspace.close())

  /** Whoever a reply signed in. */
  const signedIn = async (reply: Reply): Promise<Person> => {
    const [cookie = ''] = reply.headers['set-cookie'] ?? []
    const headers = { cookie: cookie.split(';')[0]!, origin: workspace.origin }
    const { body } = await workspace.ask('/api/session', { headers })
    const user = (await workspace.store.users.get(body.user.id))!
    return new Person(workspace, user, { ...headers, 'x-manil-csrf': body.csrf })
  }
  const withPassword = async (name: string) => {
    const person = await workspace.person(name)
    await workspace.store.users.setPasswordSecret(person.user.id, await passwordLine(password))
    return person
  }
  const enter = (email: string, secret: string, headers = {}) =>
    workspace.ask('/api/session/password', { method: 'POST', body: { email, password: secret }, headers })
  const invitation = async (caseId: string | null, role: 'owner' | 'reader' = 'reader') => {
    const owner = await workspace.person('Host', { admin: true, cases: { 'the-case': 'owner' } })
    const { body } =
      caseId === null
        ? await owner.post('/api/invitations')
        : await owner.post(`/api/cases/${caseId}/invitations`, { role })
    return { owner, id: body.invitation.id as string, secret: (body.address as string).split('#')[1]! }
  }

  test('the key of this machine lets its owner in, and nobody else', async () => {
    const reply = await workspace.ask('/enter/the-key-of-this-machine')
    expect(reply.status).toBe(303)
    expect(reply.headers.location).toBe('/')
    const owner = await signedIn(reply)
    expect(owner.user).toMatchObject({ name: 'Owner of this machine', role: 'admin' })
    const again = await signedIn(await workspace.ask('/enter/the-key-of-this-machine'))
    expect(again.user.id).toBe(owner.user.id)
    const { body } = await owner.send('PATCH', '/api/me', { name: 'Hana' })
    expect(body.name).toBe('Hana')
    expect((await signedIn(await workspace.ask('/enter/the-key-of-this-machine'))).user.name).toBe('Hana')

    for (const headers of [{ 'x-forwarded-for': '203.0.113.9' }, { forwarded: 'for=203.0.113.9' }]) {
      const proxied = await workspace.ask('/enter/the-key-of-this-machine', { headers })
      expect([proxied.status, proxied.headers['set-cookie']]).toEqual([403, undefined])
    }
    for (const path of ['/enter/another-key', '/enter/the-key-of-this-machinE', '/enter/%00']) {
      const wrong = await workspace.ask(path)
      expect([wrong.status, wrong.headers['set-cookie']]).toEqual([403, undefined])
    }
    const posted = { method: 'POST', body: { key: 'another-key' } }
    expect((await workspace.ask('/api/session/key', posted)).status).toBe(401)
  })

  test('a password lets in, whatever the case of the address and the form of its letters', async () => {
    const person = await workspace.person('Jimin')
    await workspace.store.users.setPasswordSecret(person.user.id, await passwordLine('비밀번호는 길게 café'))
    const reply = await enter(person.user.email!.toUpperCase(), '비밀번호는 길게 café'.normalize('NFD'))
    expect(reply.status).toBe(200)
    expect(reply.body.user).toMatchObject({ id: person.user.id, name: 'Jimin' })
    const [cookie = ''] = reply.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).not.toMatch(/Domain/i)
  })

  test('who has no account, no password, a closed account or a wrong password is told the same', async () => {
    const right = await withPassword('Right')
    const none = await workspace.person('Without password')
    const closed = await withPassword('Closed')
    await workspace.store.users.change(closed.user.id, { disabled: true })
    const replies = [
      await enter(right.user.email!, 'a wrong password'),
      await enter(none.user.email!, password),
      await enter(closed.user.email!, password),
      await enter('nobody.at.all@example.org', password),
    ]
    for (const reply of replies) {
      expect(reply.status).toBe(401)
      expect(reply.body).toEqual(replies[0]!.body)
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
  })

  test('refusing takes as long where there is no such account', async () => {
    const known = await withPassword('Timed')
    const timeOf = async (email: string) => {
      const begun = performance.now()
      await enter(email, 'a wrong password')
      return performance.now() - begun
    }
    const ofKnown: number[] = []
    const ofNobody: number[] = []
    for (let tries = 0; tries < 4; tries++) {
      ofKnown.push(await timeOf(known.user.email!))
      ofNobody.push(await timeOf('nobody.of.the.kind@example.org'))
    }
    // The fastest of each is the one that nothing else held up; without the same work it would be a hundredth.
    expect(Math.min(...ofNobody)).toBeGreaterThan(Math.min(...ofKnown) / 3)
  })

  test('guessing ends after some tries, for accounts that exist and those that do not, until the window is over', async () => {
    const person = await withPassword('Guessed')
    for (const email of [person.user.email!, 'never.was@example.org']) {
      for (let tries = 0; tries < serverLimits.signInsPerAccount; tries++) {
        expect((await enter(email, 'a wrong password')).status).toBe(401)
      }
      const refused = await enter(email, password)
      expect([refused.status, refused.body.error.code]).toEqual([429, 'too-many-tries'])
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    }
    of.clock.nowMs += serverLimits.signInWindowMs + 1
    expect((await enter(person.user.email!, password)).status).toBe(200)
  })

  test('a password that was made with less work is made anew when it is right', async () => {
    const person = await workspace.person('Old')
    const weak = 'scrypt$1024$8$1$AAAAAAAAAAAAAAAAAAAAAA$'
    const { scryptSync } = await import('node:crypto')
    const hash = scryptSync(password, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 }).toString('base64url')
    await workspace.store.users.setPasswordSecret(person.user.id, weak + hash)
    expect((await enter(person.user.email!, password)).status).toBe(200)
    expect(await workspace.store.users.passwordSecret(person.user.id)).toMatch(/^scrypt\$32768\$8\$3\$/)
    expect((await enter(person.user.email!, password)).status).toBe(200)
  })

  test('signing in gives a new secret, whatever cookie the browser brings', async () => {
    const person = await withPassword('Fixed')
    const planted = 'a-secret-that-somebody-planted'
    const cookie = `${workspace.cookie}=${planted}`
    const reply = await enter(person.user.email!, password, { cookie })
    expect(reply.headers['set-cookie']!.join()).not.toContain(planted)
    const { body } = await workspace.ask('/api/session', { headers: { cookie } })
    expect(body.user).toBeNull()
    // The session that the browser had is over.
    const first = await signedIn(reply)
    const second = await signedIn(await enter(person.user.email!, password, first.headers))
    expect((await first.get('/api/session')).body.user).toBeNull()
    expect((await second.get('/api/session')).body.user.id).toBe(person.user.id)
  })

  test('an invitation works once, and gives its role in its case', async () => {
    const { secret } = await invitation('the-case')
    const looked = await workspace.ask('/api/invitations/look', { method: 'POST', body: { secret } })
    expect(looked.body).toMatchObject({ case: 'the-case', role: 'reader' })
    const join = { name: 'Minsu', email: 'Minsu@Example.org', password }
    const reply = await workspace.ask('/api/invitations/accept', { method: 'POST', body: { secret, join } })
    expect(reply.status, reply.text).toBe(200)
    const minsu = await signedIn(reply)
    expect(minsu.user).toMatchObject({ name: 'Minsu', email: 'minsu@example.org', role: 'member' })
    expect((await minsu.get('/api/cases/the-case')).body.role).toBe('reader')
    expect(
      (await minsu.post('/api/cases/the-case/comments', { anchor: { kind: 'case' }, text: 'x' })).status,
    ).toBe(403)
    const again = { secret, join: { ...join, email: 'another@example.org' } }
    expect((await workspace.ask('/api/invitations/accept', { method: 'POST', body: again })).status).toBe(404)
    expect((await workspace.ask('/api/invitations/look', { method: 'POST', body: { secret } })).status).toBe(
      404,
    )
    expect((await enter('minsu@example.org', password)).status).toBe(200)
  })

  test('who is signed in already joins as that, and keeps a greater role', async () => {
    const owner = await workspace.person('Keeps', { cases: { 'the-case': 'owner' } })
    const newcomer = await workspace.person('Newcomer')
    for (const [person, role] of [
      [owner, 'owner'],
      [newcomer, 'reader'],
    ] as const) {
      const { secret } = await invitation('the-case')
      expect((await person.post('/api/invitations/accept', { secret })).status).toBe(200)
      expect((await person.get('/api/cases/the-case')).body.role).toBe(role)
    }
  })

  test('an address that is taken does not use the invitation up', async () => {
    const known = await withPassword('Known')
    const { secret } = await invitation('the-case')
    const join = { name: 'Somebody', email: known.user.email!, password: 'another long password' }
    const reply = await workspace.ask('/api/invitations/accept', { method: 'POST', body: { secret, join } })
    expect([reply.status, reply.body.error.code]).toEqual([409, 'email-taken'])
    expect((await enter(known.user.email!, 'another long password')).status).toBe(401)
    const signed = await signedIn(await enter(known.user.email!, password))
    expect((await signed.post('/api/invitations/accept', { secret })).status).toBe(200)
  })

  test('invitations end by time and when they are withdrawn', async () => {
    const { owner, id, secret } = await invitation('the-case')
    const listed = (await owner.get('/api/cases/the-case/invitations')).body.invitations as { id: string }[]
    expect(listed.map(one => one.id)).toContain(id)
    expect((await owner.send('DELETE', `/api/cases/the-case/invitations/${id}`)).status).toBe(204)
    const late = await invitation(null)
    of.clock.nowMs += 8 * dayMs
    for (const gone of [secret, late.secret, 'never-was']) {
      const reply = await workspace.ask('/api/invitations/look', { method: 'POST', body: { secret: gone } })
      expect([reply.status, reply.body.error.code]).toEqual([404, 'bad-invitation'])
    }
  })

  test('a session ends when it is not used, and lives on while it is, but not for ever', async () => {
    const person = await withPassword('Lasting')
    const idle = await signedIn(await enter(person.user.email!, password))
    const used = await signedIn(await enter(person.user.email!, password))
    const begunMs = of.clock.nowMs
    for (let days = 0; days < 9; days++) {
      of.clock.nowMs += dayMs
      expect((await used.get('/api/cases')).status).toBe(200)
    }
    expect(of.clock.nowMs - begunMs).toBeGreaterThan(idleMs + dayMs)
    expect((await idle.get('/api/cases')).status).toBe(401)
    while (of.clock.nowMs < begunMs + absoluteMs) {
      expect((await used.get('/api/cases')).status).toBe(200)
      of.clock.nowMs += dayMs
    }
    expect((await used.get('/api/cases')).status).toBe(401)
  })

  test('signing out ends the session and its connections', async () => {
    const person = await workspace.person('Leaves', { cases: { 'the-case': 'editor' } })
    const socket = new WebSocket(`ws://127.0.0.1:${workspace.running.port}/api/cases/the-case/live`, {
      headers: { ...person.headers, host: `localhost:${workspace.running.port}` },
    })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    const reply = await person.send('DELETE', '/api/session')
    expect(reply.status).toBe(204)
    expect(reply.headers['set-cookie']!.join()).toMatch(/Max-Age=0/)
    expect((await closed)[0]).toBe(4401)
    expect((await person.get('/api/cases')).status).toBe(401)
  })

  test('a new password ends the other sessions, needs the old one, and has a length', async () => {
    const person = await withPassword('Changes')
    const here = await signedIn(await enter(person.user.email!, password))
    const elsewhere = await signedIn(await enter(person.user.email!, password))
    const change = (old: string, next: string) =>
      here.send('PATCH', '/api/me', { password: { old, new: next } })
    expect((await change('not the password', 'a new long password')).body.error.code).toBe('wrong-password')
    expect((await change(password, 'short')).status).toBe(400)
    expect((await change(password, 'a new long password')).status).toBe(200)
    expect((await here.get('/api/cases')).status).toBe(200)
    expect((await elsewhere.get('/api/cases')).status).toBe(401)
    expect((await enter(person.user.email!, password)).status).toBe(401)
    expect((await enter(person.user.email!, 'a new long password')).status).toBe(200)
  })

  test('one sees where one is signed in, and ends it there; nobody else’s', async () => {
    const person = await workspace.person('Several')
    const other = await workspace.signedIn(person.user)
    const stranger = await workspace.person('Stranger')
    const { sessions } = (await person.get('/api/me/sessions')).body as {
      sessions: { id: string; current: boolean }[]
    }
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true])
    const elsewhere = sessions.find(({ current }) => !current)!
    expect((await stranger.send('DELETE', `/api/me/sessions/${elsewhere.id}`)).status).toBe(404)
    expect((await other.get('/api/cases')).status).toBe(200)
    expect((await person.send('DELETE', `/api/me/sessions/${elsewhere.id}`)).status).toBe(204)
    expect((await other.get('/api/cases')).status).toBe(401)
  })

  test('a token does what its user may or less, is shown once, and ends', async () => {
    const person = await workspace.person('Scripts', { cases: { 'the-case': 'owner' } })
    const { body } = await person.post('/api/me/tokens', {
      name: 'nightly',
      role: 'reader',
      cases: ['the-case'],
    })
    const script = new Person(workspace, person.user, { authorization: `Bearer ${body.secret}` })
    expect((await script.get('/api/cases')).body.cases).toMatchObject([{ id: 'the-case', role: 'reader' }])
    expect((await script.write('the-case', 'case.yaml', 'x')).status).toBe(403)
    const listed = await person.get('/api/me/tokens')
    expect(listed.text).not.toContain(body.secret)
    expect(listed.body.tokens).toMatchObject([{ id: body.token.id, name: 'nightly' }])
    // Whoever sends a token means it: the cookie beside it does not count.
    const both = new Person(workspace, person.user, {
      ...person.headers,
      authorization: 'Bearer manil_wrong',
    })
    expect((await both.get('/api/cases')).status).toBe(401)
    expect((await person.send('DELETE', `/api/me/tokens/${body.token.id}`)).status).toBe(204)
    expect((await script.get('/api/cases')).status).toBe(401)
  })

  test('the last owner stays owner, and the last keeper keeper', async () => {
    const { cases } = workspace.store
    await cases.create({ id: 'own', title: 'own', files: [], userId: null, message: '' })
    const owner = await workspace.person('Only owner', { cases: { own: 'owner' } })
    const me = `/api/cases/own/members/${owner.user.id}`
    expect((await owner.send('PUT', me, { role: 'reader', signsAs: [] })).body.error.code).toBe('last-owner')
    expect((await owner.send('DELETE', me)).body.error.code).toBe('last-owner')
    const admins = (await workspace.store.users.list()).filter(
      user => user.role === 'admin' && user.disabledAtMs === null,
    )
    const [last, ...others] = admins
    for (const { id } of others) await workspace.store.users.change(id, { role: 'member' })
    const keeper = await workspace.signedIn(last!)
    expect((await keeper.send('PATCH', `/api/users/${last!.id}`, { admin: false })).body.error.code).toBe(
      'last-admin',
    )
    expect((await keeper.send('PATCH', `/api/users/${last!.id}`, { disabled: true })).body.error.code).toBe(
      'last-admin',
    )
  })

  test('an account that is closed is out at once, its tokens and open pages with it', async () => {
    const keeper = await workspace.person('Keeper', { admin: true })
    const person = await workspace.person('Out', { cases: { 'the-case': 'editor' } })
    const script = await workspace.script(person.user)
    const socket = new WebSocket(`ws://127.0.0.1:${workspace.running.port}/api/cases/the-case/live`, {
      headers: { ...script.headers, host: `localhost:${workspace.running.port}` },
    })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    expect((await keeper.send('PATCH', `/api/users/${person.user.id}`, { disabled: true })).status).toBe(200)
    expect((await closed)[0]).toBe(4401)
    expect((await person.get('/api/cases')).status).toBe(401)
    expect((await script.get('/api/cases')).status).toBe(401)
  })
})
