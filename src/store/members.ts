import { inTransaction, type StoreContext } from './context.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { MembersTable } from './tables.js'
import { isForeignKeyViolation } from './violations.js'

/** What somebody may do in a case, from most to least. */
export const caseRoles = ['owner', 'editor', 'reviewer', 'reader'] as const
export type CaseRole = (typeof caseRoles)[number]

/** Somebody's part in a case. */
export interface Member {
  readonly caseId: string
  readonly userId: string
  readonly role: CaseRole
  /** The roles in which this member may sign off: `legal`, `communications`, … */
  readonly signOffRoles: readonly string[]
  readonly addedAtMs: number
}

export interface Members {
  get(caseId: string, userId: string): Promise<Member | null>
  /** Of a case: owners first, then by id of the user. */
  ofCase(caseId: string): Promise<Member[]>
  ofUser(userId: string): Promise<Member[]>
  /** Adds or changes. Refuses `no-such-member` where case or user is not there, `last-owner`. */
  set(caseId: string, userId: string, part: Pick<Member, 'role' | 'signOffRoles'>): Promise<Member>
  /** Refuses `no-such-member`, `last-owner`. */
  remove(caseId: string, userId: string): Promise<void>
}

export function openMembers(context: StoreContext): Members {
  const { query } = context
  return {
    async get(caseId, userId) {
      const row = await query
        .selectFrom('members')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return row === undefined ? null : memberOf(row)
    },

    async ofCase(caseId) {
      const rows = await query
        .selectFrom('members')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('user_id')
        .execute()
      return rows.map(memberOf).sort((a, b) => caseRoles.indexOf(a.role) - caseRoles.indexOf(b.role))
    },

    async ofUser(userId) {
      const rows = await query
        .selectFrom('members')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('case_id')
        .execute()
      return rows.map(memberOf)
    },

    set: (caseId, userId, { role, signOffRoles }) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        if (role !== 'owner') await refuseLastOwner(context, caseId, userId)
        const part = { role, sign_off_roles: JSON.stringify(signOffRoles) }
        try {
          const row = await query
            .insertInto('members')
            .values({ case_id: caseId, user_id: userId, ...part, added_at: nowMs() })
            .onConflict(conflict => conflict.columns(['case_id', 'user_id']).doUpdateSet(part))
            .returningAll()
            .executeTakeFirstOrThrow()
          await notify(context, 'members', caseId)
          return memberOf(row)
        } catch (fault) {
          if (isForeignKeyViolation(fault)) throw new StoreRefusal('no-such-member')
          throw fault
        }
      }),

    remove: (caseId, userId) =>
      inTransaction(context, async context => {
        await refuseLastOwner(context, caseId, userId)
        const done = await context.query
          .deleteFrom('members')
          .where('case_id', '=', caseId)
          .where('user_id', '=', userId)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) throw new StoreRefusal('no-such-member')
        await notify(context, 'members', caseId)
      }),
  }
}

/** A case without an owner could be given to nobody. The owners are locked, so that two of them cannot leave at once. */
async function refuseLastOwner({ query }: StoreContext, caseId: string, userId: string): Promise<void> {
  const owners = await query
    .selectFrom('members')
    .select('user_id')
    .where('case_id', '=', caseId)
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute()
  if (owners.length === 1 && owners[0]!.user_id === userId) throw new StoreRefusal('last-owner')
}

function memberOf(row: MembersTable): Member {
  return {
    caseId: row.case_id,
    userId: row.user_id,
    role: row.role as CaseRole,
    signOffRoles: JSON.parse(row.sign_off_roles) as string[],
    addedAtMs: row.added_at,
  }
}
