import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

const dayMs = 86_400_000

/**
 * Proves that a token acts for its user until it ends, is revoked or the account is closed, and that only the day of
 * its last use is known.
 */
export function tokens(workspace: TestStore): void {
  const made = async (tokenHash: string, expiresAtMs: number | null) => {
    const user = await workspace.store.users.create({ name: tokenHash })
    const token = await workspace.store.tokens.create({
      tokenHash,
      userId: user.id,
      name: 'ci',
      roleCap: 'reader',
      cases: ['fire'],
      expiresAtMs,
    })
    return { user, token }
  }

  test('are found with their user, and note the day', async () => {
    const { tokens } = workspace.store
    const { user, token } = await made('one', null)
    expect(token).toMatchObject({ roleCap: 'reader', cases: ['fire'], lastUsedDay: null })
    workspace.clock.nowMs += 3 * dayMs
    const today = Math.floor(workspace.clock.nowMs / dayMs)
    expect(await tokens.find('one')).toEqual({ user, token: { ...token, lastUsedDay: today } })
    expect(await tokens.list(user.id)).toEqual([{ ...token, lastUsedDay: today }])
  })

  test('end', async () => {
    const { tokens, users } = workspace.store
    const ending = await made('ending', workspace.clock.nowMs + 1)
    expect(await tokens.find('ending')).not.toBeNull()
    workspace.clock.nowMs += 1
    expect(await tokens.find('ending')).toBeNull()

    const revoked = await made('revoked', null)
    await expect(tokens.revoke(ending.user.id, revoked.token.id)).rejects.toMatchObject({
      code: 'no-such-token',
    })
    await tokens.revoke(revoked.user.id, revoked.token.id)
    const revokedAtMs = workspace.clock.nowMs
    workspace.clock.nowMs += 1
    await tokens.revoke(revoked.user.id, revoked.token.id)
    expect(await tokens.find('revoked')).toBeNull()
    expect(await tokens.list(revoked.user.id)).toMatchObject([{ revokedAtMs }])

    const closed = await made('closed', null)
    await users.change(closed.user.id, { disabled: true })
    expect(await tokens.find('closed')).toBeNull()
  })
}
