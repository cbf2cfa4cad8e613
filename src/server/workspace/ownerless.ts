import type { Parts } from '../../store/store.js'

/**
 * Gives the cases that nobody owns to somebody: those that were taken in before anyone had an account, to whoever comes
 * first to keep the workspace.
 */
export async function adoptOwnerless(parts: Parts, userId: string): Promise<void> {
  for (const { id } of await parts.cases.list()) {
    if ((await parts.members.ofCase(id)).some(({ role }) => role === 'owner')) continue
    await parts.members.set(id, userId, { role: 'owner', signOffRoles: [] })
  }
}
