import { inTransaction, newId, type StoreContext } from './context.js'
import { type CaseRole, caseRoles, openMembers } from './members.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { InvitationsTable } from './tables.js'
import type { WorkspaceRole } from './users.js'

/** A link that lets one person in. The store knows the hash of its token only. */
export interface Invitation {
  readonly id: string
  /** Null: to the workspace alone, with a role there. */
  readonly caseId: string | null
  readonly role: CaseRole | WorkspaceRole
  readonly signOffRoles: readonly string[]
  /** For whom it is, in the words of whoever made it. */
  readonly note: string
  readonly invitedBy: string | null
  readonly createdAtMs: number
  readonly expiresAtMs: number
  readonly usedAtMs: number | null
  readonly usedBy: string | null
}

export interface Invitations {
  create(
    invitation: Pick<
      Invitation,
      'caseId' | 'role' | 'signOffRoles' | 'note' | 'invitedBy' | 'expiresAtMs'
    > & {
      readonly tokenHash: string
    },
  ): Promise<Invitation>
  /** One that can still be used, or null. */
  find(tokenHash: string): Promise<Invitation | null>
  /** Of a case, or of the workspace (null); newest first, used ones among them. */
  list(caseId: string | null): Promise<Invitation[]>
  /**
   * Uses it up for a user, once: a part in its case is given (a greater role that the user has already stays). Refuses
   * `no-such-invitation`, `invitation-used`, `invitation-expired`.
   */
  use(tokenHash: string, userId: string): Promise<Invitation>
  /** Refuses `no-such-invitation`. */
  remove(caseId: string | null, id: string): Promise<void>
}

export function openInvitations(context: StoreContext): Invitations {
  const { query } = context
  return {
    async create({ tokenHash, ...invitation }) {
      const made: Invitation = {
        ...invitation,
        id: newId(context),
        createdAtMs: context.nowMs(),
        usedAtMs: null,
        usedBy: null,
      }
      await query
        .insertInto('invitations')
        .values({
          id: made.id,
          token_hash: tokenHash,
          case_id: made.caseId,
          role: made.role,
          sign_off_roles: JSON.stringify(made.signOffRoles),
          note: made.note,
          invited_by: made.invitedBy,
          created_at: made.createdAtMs,
          expires_at: made.expiresAtMs,
          used_at: null,
          used_by: null,
        })
        .execute()
      return made
    },

    async find(tokenHash) {
      const row = await query
        .selectFrom('invitations')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', context.nowMs())
        .executeTakeFirst()
      return row === undefined ? null : invitationOf(row)
    },

    async list(caseId) {
      const rows = await query
        .selectFrom('invitations')
        .selectAll()
        .where('case_id', caseId === null ? 'is' : '=', caseId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(invitationOf)
    },

    use: (tokenHash, userId) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        const row = await query
          .selectFrom('invitations')
          .selectAll()
          .where('token_hash', '=', tokenHash)
          .forUpdate()
          .executeTakeFirst()
        if (row === undefined) throw new StoreRefusal('no-such-invitation')
        if (row.used_at !== null) throw new StoreRefusal('invitation-used')
        const now = nowMs()
        if (row.expires_at <= now) throw new StoreRefusal('invitation-expired')
        await query
          .updateTable('invitations')
          .set({ used_at: now, used_by: userId })
          .where('id', '=', row.id)
          .execute()
        const invitation = invitationOf({ ...row, used_at: now, used_by: userId })
        await letIn(context, invitation, userId)
        return invitation
      }),

    async remove(caseId, id) {
      const done = await query
        .deleteFrom('invitations')
        .where('case_id', caseId === null ? 'is' : '=', caseId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (done.numDeletedRows === 0n) throw new StoreRefusal('no-such-invitation')
    },
  }
}

async function letIn(context: StoreContext, { caseId, role, signOffRoles }: Invitation, userId: string) {
  if (caseId === null) {
    if (role === 'admin') {
      await context.query.updateTable('users').set({ role }).where('id', '=', userId).execute()
      await notify(context, 'workspace', null)
    }
    return
  }
  const members = openMembers(context)
  const before = await members.get(caseId, userId)
  const roles = [role as CaseRole, ...(before === null ? [] : [before.role])]
  await members.set(caseId, userId, {
    role: caseRoles.find(greatest => roles.includes(greatest))!,
    signOffRoles: [...new Set([...(before?.signOffRoles ?? []), ...signOffRoles])].sort(),
  })
}

function invitationOf(row: InvitationsTable): Invitation {
  return {
    id: row.id,
    caseId: row.case_id,
    role: row.role as CaseRole | WorkspaceRole,
    signOffRoles: JSON.parse(row.sign_off_roles) as string[],
    note: row.note,
    invitedBy: row.invited_by,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
    usedAtMs: row.used_at,
    usedBy: row.used_by,
  }
}
