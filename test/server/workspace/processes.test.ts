/**
 * Proves that several processes over one PostgreSQL are one workspace: who signs in at one is signed in at the others, what is
 * written at one is read at the others, guesses are counted together, and who is put out at one is out everywhere.
 */
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { serverLimits } from '../../../src/server/workspace/security/limits.js'
import { isMissing, TestStore } from '../../store/databases.js'
import { Person, TestWorkspace } from './testWorkspace.js'

describe.skipIf(isMissing('PostgreSQL'))('two processes', () => {
  const of = new TestStore('PostgreSQL')
  let one: TestWorkspace
  let other: TestWorkspace
  beforeAll(async () => {
    await of.open()
    one = await TestWorkspace.open(of.store)
    other = await TestWorkspace.open(await of.another())
    await one.smallCase('shared')
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await of.close()
  })

  /** The same person, who comes to the other process: behind one address the cookie has one name. */
  const there = (person: Person) =>
    new Person(other, person.user, {
      ...person.headers,
      cookie: person.headers.cookie!.replace(one.cookie, other.cookie),
      origin: other.origin,
    })

  test('know the same sessions, and read what either wrote', async () => {
    const editor = await one.person('Editor', { cases: { shared: 'editor' } })
    expect((await editor.write('shared', 'timeline.yaml', '# from the one\nfacts: {}\n')).status).toBe(200)
    expect((await there(editor).get('/api/cases/shared/file?path=timeline.yaml')).text).toBe(
      '# from the one\nfacts: {}\n',
    )
    expect(
      (await there(editor).write('shared', 'timeline.yaml', '# from the other\nfacts: {}\n')).status,
    ).toBe(200)
    expect((await editor.get('/api/cases/shared/file?path=timeline.yaml')).text).toBe(
      '# from the other\nfacts: {}\n',
    )
  })

  test('put somebody out at once, wherever their pages are open', async () => {
    const owner = await one.person('Owner', { cases: { shared: 'owner' } })
    const editor = await one.person('Leaves', { cases: { shared: 'editor' } })
    const socket = new WebSocket(`ws://127.0.0.1:${other.running.port}/api/cases/shared/live`, {
      headers: { ...there(editor).headers, host: `localhost:${other.running.port}` },
    })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    expect((await owner.send('DELETE', `/api/cases/shared/members/${editor.user.id}`)).status).toBe(204)
    expect((await closed)[0]).toBe(4404)
    expect((await there(editor).get('/api/cases/shared')).status).toBe(404)
    expect((await editor.send('DELETE', '/api/session')).status).toBe(204)
    expect((await there(editor).get('/api/cases')).status).toBe(401)
  })

  test('count guesses together', async () => {
    const guess = (workspace: TestWorkspace) =>
      workspace.ask('/api/session/password', {
        method: 'POST',
        body: { email: 'x@example.org', password: 'guess' },
      })
    for (let tries = 0; tries < serverLimits.signInsPerAccount; tries++) {
      expect((await guess(tries % 2 === 0 ? one : other)).status).toBe(401)
    }
    expect((await guess(one)).status).toBe(429)
    expect((await guess(other)).status).toBe(429)
  })

  test('log an event once for a key, whichever is asked', async () => {
    const editor = await one.person('Logs', { cases: { shared: 'editor' } })
    const said = { text: 'shop down', once: 'the same alarm' }
    const replies = await Promise.all(
      [editor, there(editor), editor, there(editor)].map(person =>
        person.post('/api/cases/shared/log', said),
      ),
    )
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  })
})
