import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { doctor } from '../../../src/store/doctor/doctor.js'
import { tidy } from '../../../src/store/tidy.js'
import type { TestStore } from '../databases.js'

/** Proves that tidying takes away what nobody needs, and nothing else. */
export function tidying(workspace: TestStore): void {
  test('forgets bytes that nothing refers to on two days, and compacts what was written', async () => {
    const { store, clock } = workspace
    const files = [{ path: 'case.yaml', text: '' }]
    await store.cases.create({ id: 'fire', title: '', files, userId: null, message: '' })
    const put = async (byte: number) =>
      (await store.attachments.put('fire', 'evidence/a', Uint8Array.from([byte]), null)).hash
    const [replaced, current] = [await put(1), await put(2)]
    const { shared } = await store.texts.load('fire')
    const updates: Uint8Array[] = []
    shared.on('update', update => updates.push(update))
    for (let index = 0; index < 600; index++)
      (shared.getMap('files').get('case.yaml') as Y.Text).insert(0, 'x')
    await store.texts.append('fire', updates, null)
    await store.revisions.commit('fire', { kind: 'edited', message: '' })
    const user = await store.users.create({ name: 'gone' })
    await store.sessions.create({ tokenHash: 'h', userId: user.id, csrfSecret: '', expiresAtMs: clock.nowMs })

    await tidy(store)
    expect(await store.blobs.read(replaced)).not.toBeNull()
    expect(await store.texts.since('fire', 0)).toHaveLength(1)
    expect(await store.sessions.sweep()).toBe(0)
    await tidy(store)
    expect(await store.blobs.read(replaced)).toBeNull()
    expect(await store.blobs.read(current)).toEqual(Uint8Array.from([2]))
    expect((await store.cases.files('fire'))[0]?.text).toBe('x'.repeat(600))
    expect((await doctor(store)).findings).toEqual([])
  })

  test('leaves bytes that something refers to by then', async () => {
    const { store } = workspace
    const put = (path: string, byte: number) =>
      store.attachments.put('fire', path, Uint8Array.from([byte]), null)
    const { hash } = await put('evidence/a', 3)
    await put('evidence/a', 4)
    await tidy(store)
    await put('evidence/b', 3)
    await tidy(store)
    expect((await store.attachments.read('fire', 'evidence/b')).hash).toBe(hash)
  })
}
