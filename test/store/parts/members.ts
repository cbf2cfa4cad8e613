import { expect, test } from 'vitest'
import type { TestStore } from '../databases.js'

/** Proves that a case always has an owner, whoever leaves at once. */
export function members(workspace: TestStore): void {
  const made = async (id: string) => {
    const { users, cases } = workspace.store
    const [owner, other] = [await users.create({ name: 'owner' }), await users.create({ name: 'other' })]
    await cases.create({ id, title: '', files: [], userId: owner.id, message: '' })
    return [owner.id, other.id] as const
  }

  test('are added, changed, listed and removed', async () => {
    const { members } = workspace.store
    const [owner, other] = await made('listed')
    const reviewer = await members.set('listed', other, { role: 'reviewer', signOffRoles: ['legal'] })
    expect(reviewer).toMatchObject({
      role: 'reviewer',
      signOffRoles: ['legal'],
      addedAtMs: workspace.clock.nowMs,
    })
    workspace.clock.nowMs += 1
    await members.set('listed', other, { role: 'editor', signOffRoles: [] })
    expect(await members.get('listed', other)).toEqual({ ...reviewer, role: 'editor', signOffRoles: [] })
    expect((await members.ofCase('listed')).map(({ role }) => role)).toEqual(['owner', 'editor'])
    expect(await members.ofUser(other)).toMatchObject([{ caseId: 'listed' }])
    await members.remove('listed', other)
    expect(await members.get('listed', other)).toBeNull()
    await expect(members.remove('listed', other)).rejects.toMatchObject({ code: 'no-such-member' })
    const part = { role: 'reader', signOffRoles: [] } as const
    await expect(members.set('none', owner, part)).rejects.toMatchObject({ code: 'no-such-member' })
    await expect(members.set('listed', 'none', part)).rejects.toMatchObject({ code: 'no-such-member' })
  })

  test('keep an owner among them', async () => {
    const { members } = workspace.store
    const [owner, other] = await made('owned')
    await expect(members.remove('owned', owner)).rejects.toMatchObject({ code: 'last-owner' })
    const down = { role: 'editor', signOffRoles: [] } as const
    await expect(members.set('owned', owner, down)).rejects.toMatchObject({ code: 'last-owner' })
    await members.set('owned', other, { role: 'owner', signOffRoles: [] })
    const left = await Promise.allSettled([members.remove('owned', owner), members.set('owned', other, down)])
    expect(left.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await members.ofCase('owned')).filter(({ role }) => role === 'owner')).toHaveLength(1)
  })
}
