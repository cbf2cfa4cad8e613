import { type CaseRole, isAtLeast } from '../../../api/access.js'
import type { Workspace } from '../workspace.js'
import type { Identity } from './identity.js'

/** Names that a case can have. Others are no case, whoever asks. */
const caseName = /^[a-z0-9][a-z0-9._-]{0,99}$/

/**
 * What somebody may do in a case; null: it is as if it were not there. Who keeps the workspace has no part in a case
 * without being a member: to keep accounts is not to read reviews.
 */
export async function caseRole(
  { store }: Workspace,
  identity: Identity,
  caseId: string,
): Promise<CaseRole | null> {
  if (!caseName.test(caseId)) return null
  if (identity.kind === 'token' && identity.cases !== null && !identity.cases.includes(caseId)) return null
  const member = await store.members.get(caseId, identity.user.id)
  return member === null ? null : capped(member.role, identity)
}

/** A role, or the lesser one that a token is limited to. */
export function capped(role: CaseRole, identity: Identity): CaseRole {
  if (identity.kind !== 'token' || identity.cap === null) return role
  return isAtLeast(role, identity.cap) ? identity.cap : role
}
