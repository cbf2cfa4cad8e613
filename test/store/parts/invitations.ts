import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that an invitation lets one person in, once, before it ends, and takes no greater role away. */
export function invitations(workspace: TestStore): void {
  let count = 0
  const invited = async (
    role: 'owner' | 'editor' | 'reader' | 'admin',
    caseId: string | null,
    lifeMs = 1_000,
  ) => {
    const tokenHash = `hash ${++count}`
    const invitation = await workspace.store.invitations.create({
      tokenHash,
      caseId,
      role,
      signOffRoles: role === 'reader' ? ['legal'] : [],
      note: '법무팀',
      invitedBy: null,
      expiresAtMs: workspace.clock.nowMs + lifeMs,
    })
    return { tokenHash, invitation }
  }
  const person = (name: string) => workspace.store.users.create({ name })

  test('give a part in a case, once', async () => {
    const { invitations, members, cases } = workspace.store
    await cases.create({ id: 'fire', title: '', files: [], userId: null, message: '' })
    const { tokenHash, invitation } = await invited('editor', 'fire')
    const [ara, bora] = [await person('ara'), await person('bora')]
    expect(await invitations.find(tokenHash)).toEqual(invitation)
    const uses = await Promise.allSettled([
      invitations.use(tokenHash, ara.id),
      invitations.use(tokenHash, bora.id),
    ])
    expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(uses.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'invitation-used' },
    })
    expect(await members.ofCase('fire')).toHaveLength(1)
    expect(await invitations.find(tokenHash)).toBeNull()
    expect(await invitations.list('fire')).toMatchObject([
      { id: invitation.id, usedAtMs: workspace.clock.nowMs },
    ])
  })

  test('leave a greater role, and add to it what one may sign', async () => {
    const { invitations, members, cases } = workspace.store
    const owner = await person('owner')
    await cases.create({ id: 'kept', title: '', files: [], userId: owner.id, message: '' })
    await invitations.use((await invited('reader', 'kept')).tokenHash, owner.id)
    expect(await members.get('kept', owner.id)).toMatchObject({ role: 'owner', signOffRoles: ['legal'] })
    const reader = await person('reader')
    await members.set('kept', reader.id, { role: 'reader', signOffRoles: [] })
    await invitations.use((await invited('owner', 'kept')).tokenHash, reader.id)
    expect(await members.get('kept', reader.id)).toMatchObject({ role: 'owner' })
  })

  test('let into the workspace, as an admin too', async () => {
    const { invitations, users } = workspace.store
    const user = await person('admin to be')
    await invitations.use((await invited('admin', null)).tokenHash, user.id)
    expect((await users.get(user.id))?.role).toBe('admin')
    expect(await invitations.list(null)).toHaveLength(1)
  })

  test('end, and can be taken back', async () => {
    const { invitations } = workspace.store
    const user = await person('late')
    const { tokenHash, invitation } = await invited('admin', null, 5)
    workspace.clock.nowMs += 5
    expect(await invitations.find(tokenHash)).toBeNull()
    const refused = (doing: Promise<unknown>, code: string) => expect(doing).rejects.toMatchObject({ code })
    await refused(invitations.use(tokenHash, user.id), 'invitation-expired')
    await invitations.remove(null, invitation.id)
    await refused(invitations.use(tokenHash, user.id), 'no-such-invitation')
    await refused(invitations.remove(null, invitation.id), 'no-such-invitation')
  })
}
