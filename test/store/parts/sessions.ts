import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that a session is found while it lives and no longer. */
export function sessions(workspace: TestStore): void {
  const begun = async (tokenHash: string, lifeMs = 1_000) => {
    const { users, sessions } = workspace.store
    const user = await users.create({ name: tokenHash })
    const expiresAtMs = workspace.clock.nowMs + lifeMs
    return {
      user,
      session: await sessions.create({ tokenHash, userId: user.id, csrfSecret: 'c', expiresAtMs }),
    }
  }

  test('are found with their user until they end', async () => {
    const { sessions } = workspace.store
    const { user, session } = await begun('one')
    expect(await sessions.find('one')).toEqual({ user, session })
    workspace.clock.nowMs += 999
    expect(await sessions.find('one')).not.toBeNull()
    await sessions.extend('one', workspace.clock.nowMs + 10)
    workspace.clock.nowMs += 9
    expect(await sessions.find('one')).not.toBeNull()
    workspace.clock.nowMs += 1
    expect(await sessions.find('one')).toBeNull()
    expect(await sessions.find('none')).toBeNull()
    expect(await sessions.sweep()).toBe(1)
  })

  test('can be ended, one or all but one', async () => {
    const { sessions } = workspace.store
    const { user } = await begun('a')
    const expiresAtMs = workspace.clock.nowMs + 1_000
    for (const tokenHash of ['b', 'c']) {
      await sessions.create({ tokenHash, userId: user.id, csrfSecret: '', expiresAtMs })
    }
    await begun('other')
    await sessions.end('a')
    await sessions.endAll(user.id, 'c')
    const found = await Promise.all(
      ['a', 'b', 'c', 'other'].map(async hash => (await sessions.find(hash)) !== null),
    )
    expect(found).toEqual([false, false, true, true])
    await sessions.endAll(user.id)
    expect(await sessions.find('c')).toBeNull()
  })
}
