import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that a webhook is found by its secret alone, until it is removed. */
export function webhooks(workspace: TestStore): void {
  test('are found, listed and removed', async () => {
    const { cases, webhooks } = workspace.store
    for (const id of ['fire', 'flood'])
      await cases.create({ id, title: '', files: [], userId: null, message: '' })
    const hook = { caseId: 'fire', name: 'prometheus', format: 'alertmanager', createdBy: null }
    const made = await webhooks.create({ ...hook, secretHash: 'h' })
    expect(await webhooks.list('fire')).toEqual([made])
    const lastUsedDay = Math.floor(workspace.clock.nowMs / 86_400_000)
    expect(await webhooks.find('h')).toEqual({ ...made, lastUsedDay })
    expect(await webhooks.find('other')).toBeNull()
    await expect(webhooks.remove('flood', made.id)).rejects.toMatchObject({ code: 'no-such-webhook' })
    await webhooks.remove('fire', made.id)
    expect(await webhooks.find('h')).toBeNull()
  })
}
