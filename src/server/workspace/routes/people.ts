import {
  changeUser,
  invite,
  listInvitations,
  listMembers,
  listUsers,
  readAudit,
  readCaseAudit,
  removeMember,
  setMember,
  withdrawInvitation,
} from '../../../api/people.js'
import type { AuditEntry } from '../../../store/audit.js'
import type { User } from '../../../store/users.js'
import { type Answer, callerOf, caseOf } from '../environment.js'
import { accountOf } from '../identity/sessions.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'
import { invitationOf, makeInvitation } from './invitations.js'

const dayMs = 86_400_000

/** Who works on a case, who has an account, and what was done. */
export function peopleRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, nowMs } = workspace

  answer(listMembers, async context => {
    const members = await store.members.ofCase(caseOf(context).id)
    const users = await Promise.all(members.map(({ userId }) => store.users.get(userId)))
    return context.json(
      {
        members: members.map(({ userId, role, signOffRoles }, place) => ({
          user: userId,
          name: users[place]?.name ?? userId,
          role,
          signsAs: [...signOffRoles],
        })),
      },
      200,
    )
  })

  answer(setMember, async context => {
    const { id } = caseOf(context)
    const { user: userId } = context.req.valid('param')
    const { role, signsAs } = context.req.valid('json')
    // Whoever is no member yet is invited: an owner does not look through the workspace's accounts.
    if ((await store.members.get(id, userId)) === null) throw new Refused(404, 'no-such-member')
    await store.members.set(id, userId, { role, signOffRoles: signsAs })
    rooms.changeRole(id, userId)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'member.changed',
      caseId: id,
      details: { user: userId, role, signsAs },
    })
    const user = await store.users.get(userId)
    return context.json({ user: userId, name: user?.name ?? userId, role, signsAs }, 200)
  })

  answer(removeMember, async context => {
    const { id } = caseOf(context)
    const { user: userId } = context.req.valid('param')
    await store.members.remove(id, userId)
    rooms.changeRole(id, userId)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'member.removed',
      caseId: id,
      details: { user: userId },
    })
    return context.body(null, 204)
  })

  answer(listInvitations, async context => {
    const all = await store.invitations.list(caseOf(context).id)
    const now = nowMs()
    const open = all.filter(({ usedAtMs, expiresAtMs }) => usedAtMs === null && expiresAtMs > now)
    return context.json({ invitations: open.map(invitationOf) }, 200)
  })

  answer(invite, async context => {
    const { role, signsAs, expiresDays } = context.req.valid('json')
    const made = await makeInvitation(context, workspace, {
      caseId: caseOf(context).id,
      role,
      signOffRoles: signsAs,
      invitedBy: callerOf(context).user.id,
      expiresAtMs: nowMs() + expiresDays * dayMs,
    })
    return context.json(made, 201)
  })

  answer(withdrawInvitation, async context => {
    const { id } = caseOf(context)
    const invitation = context.req.valid('param').id
    await store.invitations.remove(id, invitation)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'invitation.withdrawn',
      caseId: id,
      details: { invitation },
    })
    return context.body(null, 204)
  })

  answer(listUsers, async context => {
    const users = await store.users.list()
    return context.json({ users: users.map(userOf) }, 200)
  })

  answer(changeUser, async context => {
    const { user: userId } = context.req.valid('param')
    const { disabled, admin } = context.req.valid('json')
    const changed = await store.users.change(userId, {
      ...(disabled === undefined ? {} : { disabled }),
      ...(admin === undefined ? {} : { role: admin ? 'admin' : 'member' }),
    })
    if (changed.disabledAtMs !== null) rooms.closeUser(userId)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'account.changed',
      caseId: null,
      details: { user: userId, disabled, admin },
    })
    return context.json(userOf(changed), 200)
  })

  answer(readAudit, async context => {
    const { before, limit } = context.req.valid('query')
    const entries = await store.audit.list(null, limit, before)
    return context.json({ entries: entries.map(entryOf) }, 200)
  })

  answer(readCaseAudit, async context => {
    const { before, limit } = context.req.valid('query')
    const entries = await store.audit.list(caseOf(context).id, limit, before)
    return context.json({ entries: entries.map(entryOf) }, 200)
  })
}

function userOf(user: User) {
  return { ...accountOf(user), disabled: user.disabledAtMs !== null }
}

function entryOf({ number, atMs, actor, action, caseId, details, hash }: AuditEntry) {
  return { seq: number, atMs, by: actor, action, case: caseId, detail: { ...details }, hash }
}
