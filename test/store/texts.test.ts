import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeText, filesOf, openSharedCase } from '../../src/collaboration/sharedCase.js'
import type { StoreNotice } from '../../src/store/notices.js'
import { onEachDatabase } from './databases.js'

/** The updates of writing one character after the other at the beginning of a text. */
function writing(shared: Y.Doc, path: string, characters: string): Uint8Array[] {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  shared.on('update', keep)
  for (const character of characters) changeText(shared, path, { from: 0, to: 0, insert: character }, null)
  shared.off('update', keep)
  return updates
}

// Proves that updates get numbers without gaps whoever writes at once, that nobody who asks for what is new misses any,
// and that compacting changes nothing that is seen.
onEachDatabase('texts', workspace => {
  const made = async (id: string) => {
    const files = [{ path: 'case.yaml', text: '' }]
    await workspace.store.cases.create({ id, title: id, files, userId: null, message: '' })
    return workspace.store.texts.load(id)
  }

  test('number updates without gaps while twenty write at once', async () => {
    const { texts } = workspace.store
    await made('many')
    const writers = await Promise.all(Array.from({ length: 20 }, () => texts.load('many')))
    const letters = 'abcdefghijklmnopqrst'
    const last = await Promise.all(
      writers.map(async ({ shared }, index) => {
        const updates = writing(shared, 'case.yaml', letters[index]!.repeat(10))
        return [
          await texts.append('many', updates.slice(0, 3), null),
          await texts.append('many', updates.slice(3), null),
        ]
      }),
    )
    const since = await texts.since('many', 0)
    expect(since.map(({ seq }) => seq)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1))
    expect(Math.max(...last.flat())).toBe(201)
    const { shared, seq } = await texts.load('many')
    expect(seq).toBe(201)
    const text = filesOf(shared)[0]!.text as string
    for (const letter of letters) expect(text.split(letter)).toHaveLength(11)
  })

  test('give what is new since a number, and all that was, compacted or not', async () => {
    const { texts, revisions } = workspace.store
    const { shared } = await made('since')
    const follower = openSharedCase()
    let known = 0
    const follow = async () => {
      for (const { seq, update } of await texts.since('since', known)) {
        Y.applyUpdate(follower, update)
        known = seq
      }
    }
    for (const step of ['one', 'two', 'three', 'four']) {
      await texts.append('since', writing(shared, 'case.yaml', step), null)
      if (step !== 'two') await follow()
      await revisions.commit('since', { kind: 'edited', message: step })
      await texts.append('since', writing(shared, 'case.yaml', '!'), null)
      await texts.compact('since')
    }
    await follow()
    expect(filesOf(follower)).toEqual(filesOf(shared))
    expect(filesOf((await texts.load('since')).shared)).toEqual(filesOf(shared))
    // The state of all up to the last revision, and the one update after it.
    expect(await texts.since('since', 0)).toHaveLength(2)
    expect(await texts.since('since', known)).toEqual([])
  })

  test('are created, renamed and removed, and the change fits a live document', async () => {
    const { texts } = workspace.store
    const { shared } = await made('files')
    const user = await workspace.store.users.create({ name: '나래' })
    for (const change of [
      await texts.create('files', 'timeline.yaml', 'facts: []\r\n', user.id),
      await texts.rename('files', 'timeline.yaml', 'facts/timeline.yaml', user.id),
      await texts.remove('files', 'case.yaml', user.id),
    ]) {
      Y.applyUpdate(shared, change.update!)
    }
    expect(filesOf(shared)).toEqual([{ path: 'facts/timeline.yaml', text: 'facts: []\r\n' }])
    expect(await workspace.store.cases.files('files')).toEqual(filesOf(shared))
  })

  test('are refused where they cannot be', async () => {
    const { texts } = workspace.store
    await made('refused')
    const refused = (doing: Promise<unknown>, code: string) =>
      expect(doing).rejects.toMatchObject({ name: 'StoreRefusal', code })
    await refused(texts.append('nowhere', [Y.encodeStateAsUpdate(new Y.Doc())], null), 'no-such-case')
    await refused(texts.append('refused', [Uint8Array.from([9, 9, 9])], null), 'bad-update')
    await refused(texts.create('refused', 'case.yaml', '', null), 'path-taken')
    await refused(texts.create('refused', 'case.yaml/more.yaml', '', null), 'path-taken')
    await refused(texts.create('refused', 'evidence/a.yaml', '', null), 'not-a-text')
    await refused(texts.create('refused', '../a.yaml', '', null), 'bad-path')
    await refused(texts.rename('refused', 'none.yaml', 'a.yaml', null), 'no-such-file')
    await refused(texts.remove('refused', 'none.yaml', null), 'no-such-file')
    expect((await texts.load('refused')).seq).toBe(1)
  })

  test('tell everybody who listens, with the number and who wrote', async () => {
    const { store } = workspace
    const { shared } = await made('heard')
    const heard: StoreNotice[] = []
    const stop = await store.listen({ notice: notice => heard.push(notice), checkEverything: () => {} })
    await store.texts.append('heard', writing(shared, 'case.yaml', 'ab'), null)
    await expect
      .poll(() => heard)
      .toContainEqual({ case: 'heard', about: 'texts', seq: 3, process: store.process })
    await stop()
    const count = heard.length
    await store.texts.append('heard', writing(shared, 'case.yaml', 'c'), null)
    await new Promise(done => setTimeout(done, 100))
    expect(heard).toHaveLength(count)
  })
})
