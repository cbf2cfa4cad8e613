import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that an address and an identity are one person's alone, and that the workspace never loses its last admin. */
export function users(workspace: TestStore): void {
  test('are found by id, address and identity', async () => {
    const { users } = workspace.store
    const made = await users.create({ name: '하나', email: 'Hana@Example.com', language: 'ko' })
    expect(made).toMatchObject({ email: 'hana@example.com', role: 'member', disabledAtMs: null })
    await users.addIdentity(made.id, 'https://issuer', 'one')
    await users.addIdentity(made.id, 'https://issuer', 'one')
    expect(await users.get(made.id)).toEqual(made)
    expect(await users.byEmail('HANA@example.COM')).toEqual(made)
    expect(await users.byIdentity('https://issuer', 'one')).toEqual(made)
    expect(await users.byIdentity('https://other', 'one')).toBeNull()
    expect(await users.get('none')).toBeNull()
  })

  test('have addresses and identities of their own', async () => {
    const { users } = workspace.store
    const one = await users.create({ name: 'one', email: 'one@example.com' })
    const two = await users.create({ name: 'two' })
    await users.create({ name: 'three' })
    await expect(users.create({ name: 'x', email: 'ONE@example.com' })).rejects.toMatchObject({
      code: 'email-taken',
    })
    await expect(users.change(two.id, { email: 'One@example.com' })).rejects.toMatchObject({
      code: 'email-taken',
    })
    await users.addIdentity(one.id, 'i', 's')
    await expect(users.addIdentity(two.id, 'i', 's')).rejects.toMatchObject({ code: 'identity-taken' })
    expect((await users.get(two.id))?.email).toBeNull()
  })

  test('keep a secret line of a password, which can be taken away', async () => {
    const { users } = workspace.store
    const { id } = await users.create({ name: 'secret' })
    expect(await users.passwordSecret(id)).toBeNull()
    await users.setPasswordSecret(id, 'scrypt$1')
    await users.setPasswordSecret(id, 'scrypt$2')
    expect(await users.passwordSecret(id)).toBe('scrypt$2')
    await users.setPasswordSecret(id, null)
    expect(await users.passwordSecret(id)).toBeNull()
  })

  test('keep an admin among them, even when two leave at once', async () => {
    const { users } = workspace.store
    const admins = [
      await users.create({ name: 'a', role: 'admin' }),
      await users.create({ name: 'b', role: 'admin' }),
    ]
    const left = await Promise.allSettled([
      users.change(admins[0]!.id, { role: 'member' }),
      users.change(admins[1]!.id, { disabled: true }),
    ])
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(left.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last-admin' } })
    const active = (await users.list()).filter(user => user.role === 'admin' && user.disabledAtMs === null)
    expect(active).toHaveLength(1)
    await expect(users.change('none', { name: 'x' })).rejects.toMatchObject({ code: 'no-such-user' })
  })

  test('are signed out when their account is closed, and can be let in again', async () => {
    const { users, sessions } = workspace.store
    const user = await users.create({ name: 'closed' })
    const session = {
      tokenHash: 'h',
      userId: user.id,
      csrfSecret: '',
      expiresAtMs: workspace.clock.nowMs + 1,
    }
    await sessions.create(session)
    await users.change(user.id, { disabled: true })
    expect(await sessions.find('h')).toBeNull()
    expect(await users.change(user.id, { disabled: false })).toEqual(user)
    expect(await sessions.find('h')).toBeNull()
  })
}
