import { expect, test } from 'vitest'
import { sha256 } from '../../../src/store/hash.js'
import type { TestStore } from '../databases.js'

/** Proves that what was imported is kept by its hash, once, for its case alone, and is in none of the case's files. */
export function originals(workspace: TestStore): void {
  test('are kept once, and are no file of the case', async () => {
    const { cases, originals } = workspace.store
    for (const id of ['one', 'two'])
      await cases.create({ id, title: '', files: [], userId: null, message: '' })
    const bytes = Uint8Array.from([0, 1, 255])
    const original = { name: 'export.zip', mediaType: 'application/zip', batchId: null, bytes }
    const added = await originals.add('one', original)
    expect(added).toMatchObject({ hash: sha256(bytes), size: 3, name: 'export.zip' })
    workspace.clock.nowMs += 1
    expect(await originals.add('one', { ...original, name: 'again.zip' })).toEqual(added)
    expect(await originals.list('one')).toEqual([added])
    expect((await originals.read('one', added.hash)).bytes).toEqual(bytes)
    await expect(originals.read('two', added.hash)).rejects.toMatchObject({ code: 'no-such-original' })
    expect(await cases.files('one')).toEqual([])
  })
}
