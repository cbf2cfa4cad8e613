import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { isMissing, TestStore } from '../../store/databases.js'
import { LiveClient, until } from './liveClient.js'
import { LiveServer } from './liveServer.js'

// Proves that everyone sees who is there under the name that they are signed in with, over several servers, and that who
// leaves is gone.
describe.skipIf(isMissing('PostgreSQL'))('presence', () => {
  const workspace = new TestStore('PostgreSQL')
  let first: LiveServer
  let second: LiveServer
  const people: Page[] = []

  beforeAll(async () => {
    await workspace.open()
    await workspace.store.cases.create({
      id: 'case',
      title: 'case',
      files: [{ path: 'case.yaml', text: 'case:\n' }],
      userId: null,
      message: '',
    })
    first = await LiveServer.open(workspace.store)
    second = await LiveServer.open(await workspace.another())
  })
  afterAll(async () => {
    for (const page of people) await page.client.close()
    await first.close()
    await second.close()
    await workspace.close()
  })

  /** A page as the browser has it: a client and its awareness. */
  class Page {
    readonly client = new LiveClient()
    readonly awareness = new Awareness(this.client.shared)

    async enter(live: LiveServer, user: string): Promise<this> {
      people.push(this)
      this.awareness.destroy()
      this.client.heard = message => {
        if (message.kind === 'awareness') applyAwarenessUpdate(this.awareness, message.update, 'server')
      }
      await this.client.connect(live.address('case'), { 'x-user': user })
      return this
    }

    say(state: object | null): void {
      this.awareness.setLocalState(state as never)
      this.client.send({ kind: 'awareness', update: encodeAwarenessUpdate(this.awareness, [this.id]) })
    }

    get id(): number {
      return this.awareness.clientID
    }

    sees(other: Page): Record<string, unknown> | undefined {
      return this.awareness.getStates().get(other.id)
    }
  }

  test('shows who is there, by the name that the server knows', async () => {
    const one = await new Page().enter(first, 'anna')
    const two = await new Page().enter(second, 'bora')
    one.say({ user: { id: 'bora', name: 'Somebody else' }, cursor: 3 })
    await until(() => two.sees(one) !== undefined)
    expect(two.sees(one)).toEqual({ cursor: 3, user: { id: 'anna', name: 'Name of anna', mayWrite: true } })
    two.say({ place: 'facts/f1' })
    await until(() => one.sees(two) !== undefined)
    expect(one.sees(two)).toMatchObject({ place: 'facts/f1', user: { id: 'bora' } })
    expect(one.sees(one)).toEqual({ user: { id: 'bora', name: 'Somebody else' }, cursor: 3 })

    const late = await new Page().enter(second, 'chul')
    await until(() => late.sees(one) !== undefined && late.sees(two) !== undefined)

    await one.client.close()
    await until(() => two.sees(one) === undefined && late.sees(one) === undefined)
    one.say({ cursor: 4 })
    await one.client.connect(second.address('case'), { 'x-user': 'anna' })
    one.say({ cursor: 5 })
    await until(() => (two.sees(one) as { cursor?: number } | undefined)?.cursor === 5)
  })

  test('lets nobody speak for the client of another, or say too much', async () => {
    const [one, two, three] = [
      await new Page().enter(first, 'dal'),
      await new Page().enter(first, 'eun'),
      await new Page().enter(first, 'fin'),
    ]
    one.say({ cursor: 1 })
    await until(() => three.sees(one) !== undefined)
    const forged = new Awareness(one.client.shared)
    forged.destroy()
    for (let count = 0; count < 9; count++) forged.setLocalState({ cursor: 99 })
    two.client.send({ kind: 'awareness', update: encodeAwarenessUpdate(forged, [one.id]) })
    forged.setLocalState(null)
    two.client.send({ kind: 'awareness', update: encodeAwarenessUpdate(forged, [one.id]) })
    two.say({ text: 'x'.repeat(5_000) })
    one.say({ cursor: 2 })
    await until(() => (three.sees(one) as { cursor: number }).cursor === 2)
    expect(three.sees(one)).toMatchObject({ user: { id: 'dal' } })
    expect(three.sees(two)).toBeUndefined()
    expect(two.client.closeCode).toBeNull()
  })
})
