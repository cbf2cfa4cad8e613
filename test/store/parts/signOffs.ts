import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that a word is given for a revision that is there, and taken back by whoever gave it, visibly. */
export function signOffs(workspace: TestStore): void {
  test('are given for a revision, and withdrawn once', async () => {
    const { cases, users, signOffs } = workspace.store
    const [legal, other] = [await users.create({ name: 'legal' }), await users.create({ name: 'other' })]
    const files = [{ path: 'case.yaml', text: '' }]
    await cases.create({ id: 'fire', title: '', files, userId: null, message: '' })
    const word = { revision: 1, role: 'legal', userId: legal.id, note: '표현 확인' }
    const signed = await signOffs.sign('fire', word)
    expect(signed).toMatchObject({ ...word, atMs: workspace.clock.nowMs, withdrawnAtMs: null })
    await expect(signOffs.sign('fire', { ...word, revision: 2 })).rejects.toMatchObject({
      code: 'no-such-revision',
    })
    await expect(signOffs.withdraw('fire', signed.id, other.id)).rejects.toMatchObject({
      code: 'no-such-sign-off',
    })
    workspace.clock.nowMs += 1
    const withdrawn = await signOffs.withdraw('fire', signed.id, legal.id)
    expect(withdrawn).toEqual({ ...signed, withdrawnAtMs: workspace.clock.nowMs })
    await expect(signOffs.withdraw('fire', signed.id, legal.id)).rejects.toMatchObject({
      code: 'no-such-sign-off',
    })
    workspace.clock.nowMs += 1
    const again = await signOffs.sign('fire', word)
    expect(await signOffs.list('fire')).toEqual([withdrawn, again])
  })
}
