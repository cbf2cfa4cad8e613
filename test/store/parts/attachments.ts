import { expect, test } from 'vitest'
import { limits } from '../../../src/model/limits.js'
import type { TestStore } from '../databases.js'

/**
 * Proves that evidence goes in and comes out by its bytes, that a removed file stays in the revisions that had it,
 * and that what is too much is refused.
 */
export function attachments(workspace: TestStore): void {
  const made = (id: string) =>
    workspace.store.cases.create({
      id,
      title: id,
      files: [
        { path: 'case.yaml', text: '' },
        { path: 'latin.yaml', text: Uint8Array.from([0xe9]) },
      ],
      userId: null,
      message: '',
    })

  test('are put, replaced, renamed and removed', async () => {
    const { attachments, users, revisions } = workspace.store
    await made('files')
    const user = await users.create({ name: '가람' })
    const first = await attachments.put('files', 'evidence/a.png', Uint8Array.from([1]), user.id)
    expect(first).toMatchObject({
      path: 'evidence/a.png',
      size: 1,
      userId: user.id,
      atMs: workspace.clock.nowMs,
    })
    const revision = await revisions.commit('files', { kind: 'edited', message: '' })
    expect(revision?.authors).toEqual([user.id])
    const second = await attachments.put('files', 'evidence/a.png', Uint8Array.from([2]), null)
    expect(second.hash).not.toBe(first.hash)
    await attachments.rename('files', 'evidence/a.png', 'evidence/사진/b.png', user.id)
    expect((await attachments.read('files', 'evidence/사진/b.png')).bytes).toEqual(Uint8Array.from([2]))
    await attachments.remove('files', 'evidence/사진/b.png')
    expect((await attachments.list('files')).map(({ path }) => path)).toEqual(['latin.yaml'])
    expect(await revisions.file('files', revision!.number, 'evidence/a.png')).toEqual({
      path: 'evidence/a.png',
      text: Uint8Array.from([1]),
    })
  })

  test('that are no UTF-8 text can be taken away, so that a text can take their place', async () => {
    const { attachments, texts } = workspace.store
    await made('latin')
    await expect(texts.create('latin', 'latin.yaml', 'é', null)).rejects.toMatchObject({ code: 'path-taken' })
    await attachments.remove('latin', 'latin.yaml')
    await texts.create('latin', 'latin.yaml', 'é', null)
    expect(await workspace.store.cases.files('latin')).toContainEqual({ path: 'latin.yaml', text: 'é' })
  })

  test('are refused where they cannot be', async () => {
    const { attachments } = workspace.store
    await made('refused')
    const one = Uint8Array.from([1])
    const refused = (doing: Promise<unknown>, code: string) => expect(doing).rejects.toMatchObject({ code })
    await attachments.put('refused', 'evidence/a', one, null)
    await refused(attachments.put('none', 'evidence/b', one, null), 'no-such-case')
    await refused(attachments.put('refused', 'case.png', one, null), 'bad-path')
    await refused(attachments.put('refused', 'case.yaml', one, null), 'bad-path')
    await refused(attachments.put('refused', 'evidence/../b', one, null), 'bad-path')
    await refused(attachments.put('refused', 'evidence/a/b', one, null), 'path-taken')
    await refused(attachments.rename('refused', 'evidence/a', 'b.yaml', null), 'bad-path')
    await refused(attachments.rename('refused', 'evidence/c', 'evidence/d', null), 'no-such-file')
    await refused(attachments.remove('refused', 'evidence/c'), 'no-such-file')
    await refused(attachments.read('refused', 'evidence/c'), 'no-such-file')
    const large = new Uint8Array(limits.attachmentBytes + 1)
    await refused(attachments.put('refused', 'evidence/large', large, null), 'file-too-large')
  })
}
