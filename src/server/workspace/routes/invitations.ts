import type { Invitation as InvitationBody } from '../../../api/people.js'
import { inviteToWorkspace } from '../../../api/people.js'
import { acceptInvitation, lookAtInvitation } from '../../../api/session.js'
import { sha256 } from '../../../store/hash.js'
import type { Invitation } from '../../../store/invitations.js'
import type { CaseRole } from '../../../store/members.js'
import type { Parts } from '../../../store/store.js'
import { shownTitle } from '../caseTitle.js'
import { type Answer, callerOf, type WorkspaceContext } from '../environment.js'
import { writeCookie } from '../identity/cookies.js'
import { passwordLine } from '../identity/passwords.js'
import { newSecret } from '../identity/secrets.js'
import { sessionBody } from '../identity/sessionBody.js'
import { beginSession } from '../identity/sessions.js'
import { adoptOwnerless } from '../ownerless.js'
import { Refused } from '../refused.js'
import { countAttempt } from '../security/attempts.js'
import type { Workspace } from '../workspace.js'

const dayMs = 86_400_000
/** How long a browser remembers an invitation that was looked at: as long as a sign-in elsewhere may take. */
const rememberedMs = 60 * 60_000

/** Invitations to the workspace, and joining by any. */
export function invitationRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, nowMs } = workspace

  answer(inviteToWorkspace, async context => {
    const { user } = callerOf(context)
    const { expiresDays } = context.req.valid('json')
    const made = await makeInvitation(context, workspace, {
      caseId: null,
      role: 'member',
      signOffRoles: [],
      invitedBy: user.id,
      expiresAtMs: nowMs() + expiresDays * dayMs,
    })
    return context.json(made, 201)
  })

  answer(lookAtInvitation, async context => {
    const { secret } = context.req.valid('json')
    const invitation = await usable(workspace, secret)
    const { caseId, role, expiresAtMs } = invitation
    const about = caseId === null ? null : await store.cases.get(caseId)
    // Whoever goes on to the organisation's sign-in comes back with it.
    writeCookie(context, 'invitation', secret, { site: context.var.site, maxAgeMs: rememberedMs })
    return context.json(
      {
        case: caseId,
        caseTitle: about === null ? null : shownTitle(about.title, context.var.language),
        role: caseId === null ? null : (role as CaseRole),
        expiresMs: expiresAtMs,
      },
      200,
    )
  })

  answer(acceptInvitation, async context => {
    const { secret, join } = context.req.valid('json')
    const { identity } = context.var
    await usable(workspace, secret)
    if (identity?.kind === 'token') throw new Refused(403, 'token-not-taken')
    if (identity !== null) {
      const { id } = identity.user
      const { caseId } = await store.transaction(parts => useInvitation(parts, secret, id))
      if (caseId !== null) rooms.changeRole(caseId, id)
      return context.json({ session: sessionBody(context, workspace, identity), case: caseId }, 200)
    }
    if (join === undefined) throw new Refused(400, 'join-needed', {}, 'join')
    await countAttempt(context, workspace, `join ${sha256(secret)}`)
    const line = await passwordLine(join.password)
    const { user, caseId } = await store.transaction(async parts => {
      const user = await parts.users.create({
        name: join.name,
        email: join.email,
        language: context.var.language,
      })
      await parts.users.setPasswordSecret(user.id, line)
      const { caseId } = await useInvitation(parts, secret, user.id)
      return { user, caseId }
    })
    if (caseId !== null) rooms.changeRole(caseId, user.id)
    const session = await beginSession(context, workspace, user)
    return context.json({ session: sessionBody(context, workspace, session), case: caseId }, 200)
  })
}

/** Makes an invitation, and the address that is sent to whom it is for. Its secret is after the `#`, where no server sees it. */
export async function makeInvitation(
  context: WorkspaceContext,
  { store }: Workspace,
  invitation: Pick<Invitation, 'caseId' | 'role' | 'signOffRoles' | 'expiresAtMs'> & { invitedBy: string },
): Promise<{ invitation: InvitationBody; address: string }> {
  const secret = newSecret()
  const made = await store.invitations.create({ ...invitation, note: '', tokenHash: sha256(secret) })
  await store.audit.append({
    actor: invitation.invitedBy,
    action: 'invitation.made',
    caseId: made.caseId,
    details: { invitation: made.id, role: made.role },
  })
  return { invitation: invitationOf(made), address: `${context.var.site.origin}/join#${secret}` }
}

/** Uses an invitation up for an account, inside a transaction. Open pages are the caller's to tell. */
export async function useInvitation(parts: Parts, secret: string, userId: string): Promise<Invitation> {
  const used = await parts.invitations.use(sha256(secret), userId)
  if (used.caseId === null && used.role === 'admin') await adoptOwnerless(parts, userId)
  await parts.audit.append({
    actor: userId,
    action: 'invitation.used',
    caseId: used.caseId,
    details: { invitation: used.id },
  })
  return used
}

/** An invitation as the API gives it. */
export function invitationOf(invitation: Invitation): InvitationBody {
  const { id, caseId, role, signOffRoles, createdAtMs, expiresAtMs, usedBy } = invitation
  return {
    id,
    role: caseId === null ? null : (role as CaseRole),
    signsAs: [...signOffRoles],
    createdMs: createdAtMs,
    expiresMs: expiresAtMs,
    usedBy,
  }
}

async function usable({ store }: Workspace, secret: string): Promise<Invitation> {
  const invitation = await store.invitations.find(sha256(secret))
  if (invitation === null) throw new Refused(404, 'bad-invitation')
  return invitation
}
