import { sha256 } from '../../store/hash.js'
import { newSecret } from './identity/secrets.js'
import type { Workspace } from './workspace.js'

const dayMs = 86_400_000
const validDays = 7

/**
 * The address with which the first keeper joins a workspace that has nobody yet and is not opened on its own machine. Null
 * where there is somebody.
 */
export async function firstInvitation({ store, settings, nowMs }: Workspace): Promise<string | null> {
  if ((await store.users.count()) > 0 || settings.publicUrl === null) return null
  const secret = newSecret()
  await store.invitations.create({
    caseId: null,
    role: 'admin',
    signOffRoles: [],
    note: '',
    invitedBy: null,
    expiresAtMs: nowMs() + validDays * dayMs,
    tokenHash: sha256(secret),
  })
  return `${settings.publicUrl.origin}/join#${secret}`
}
