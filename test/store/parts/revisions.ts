import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { changeText } from '../../../src/collaboration/sharedCase.js'
import type { TestStore } from '../databases.js'

/**
 * Proves that a revision is made when something differs and only then, that it names who took part, and that two that
 * are made at once are one after the other.
 */
export function revisions(workspace: TestStore): void {
  const made = (id: string) =>
    workspace.store.cases.create({
      id,
      title: id,
      files: [{ path: 'case.yaml', text: 'a' }],
      userId: null,
      message: '처음',
    })
  const write = async (id: string, insert: string, userId: string | null) => {
    const { shared } = await workspace.store.texts.load(id)
    const before = Y.encodeStateVector(shared)
    changeText(shared, 'case.yaml', { from: 0, to: 0, insert }, null)
    const seq = await workspace.store.texts.append(id, [Y.encodeStateAsUpdate(shared, before)], userId)
    return { shared, seq }
  }

  test('say what changed, and by whom', async () => {
    const { revisions, users, texts } = workspace.store
    await made('said')
    const [ara, bora, none] = [
      await users.create({ name: 'ara' }),
      await users.create({ name: 'bora' }),
      await users.create({ name: 'only named' }),
    ]
    await write('said', 'b', ara.id)
    await texts.create('said', 'system.yaml', 'c', bora.id)
    workspace.clock.nowMs += 5_000
    const second = await revisions.commit('said', { kind: 'edited', message: '둘', authors: [none.id] })
    expect(second).toMatchObject({ number: 2, atMs: workspace.clock.nowMs, message: '둘', kind: 'edited' })
    expect(second?.authors).toEqual([ara.id, bora.id, none.id].sort())
    await texts.rename('said', 'system.yaml', 'more.yaml', bora.id)
    const third = await revisions.commit('said', { kind: 'edited', message: '' })
    expect(third?.authors).toEqual([bora.id])
    const [before, after] = [await revisions.tree('said', 2), await revisions.tree('said', 3)]
    expect(await revisions.changes('said', 2, 3)).toEqual([
      { path: 'more.yaml', before: null, after: before.get('system.yaml') },
      { path: 'system.yaml', before: before.get('system.yaml'), after: null },
    ])
    expect(await revisions.changes('said', 0, 3)).toHaveLength(2)
    expect(await revisions.changes('said', 3, 2)).toHaveLength(2)
    expect(after.has('system.yaml')).toBe(false)
    expect(await revisions.list('said', 2)).toEqual([third, second])
    expect(await revisions.list('said', 2, 2)).toMatchObject([{ number: 1, message: '처음' }])
  })

  test('are not made where nothing differs, though much was written', async () => {
    const { revisions, cases } = workspace.store
    await made('same')
    expect(await revisions.commit('same', { kind: 'edited', message: '' })).toBeNull()
    await write('same', 'b', null)
    await cases.replaceFiles('same', [{ path: 'case.yaml', text: 'a' }], null)
    expect(await revisions.commit('same', { kind: 'edited', message: '' })).toBeNull()
    expect((await cases.get('same'))?.headRevision).toBe(1)
  })

  test('take the live document if it is as far as the store, and read the store if it is not', async () => {
    const { revisions } = workspace.store
    await made('live')
    const behind = await write('live', 'b', null)
    const live = await write('live', 'c', null)
    await revisions.commit('live', { kind: 'edited', message: '', live: behind })
    expect(await revisions.files('live', 2)).toEqual([{ path: 'case.yaml', text: 'cba' }])
    const further = await write('live', 'd', null)
    await revisions.commit('live', { kind: 'edited', message: '', live: further })
    expect(await revisions.file('live', 3, 'case.yaml')).toEqual({ path: 'case.yaml', text: 'dcba' })
    expect(live.seq).toBe(3)
  })

  test('that are made at once follow one another', async () => {
    const { revisions } = workspace.store
    await made('once')
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        await write('once', `${index}`, null)
        await revisions.commit('once', { kind: 'edited', message: '' })
      }),
    )
    const numbers = (await revisions.list('once', 100)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from(numbers, (_, index) => numbers.length - index))
    const last = (await revisions.files('once', numbers[0]!))[0]!.text as string
    expect([...last].sort().join('')).toBe('01234567a')
  })

  test('that are not there are refused', async () => {
    const { revisions } = workspace.store
    await made('none')
    await expect(revisions.get('none', 2)).rejects.toMatchObject({ code: 'no-such-revision' })
    await expect(revisions.files('none', 0)).rejects.toMatchObject({ code: 'no-such-revision' })
    await expect(revisions.file('none', 1, 'b.yaml')).rejects.toMatchObject({ code: 'no-such-file' })
    await expect(revisions.commit('nowhere', { kind: '', message: '' })).rejects.toMatchObject({
      code: 'no-such-case',
    })
  })
}
