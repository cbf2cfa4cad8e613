import { inTransaction, newId, type StoreContext } from './context.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { SignOffsTable } from './tables.js'

/** Somebody's word that a revision may go out, in a role: `operations`, `legal`, … */
export interface SignOff {
  readonly id: string
  readonly revision: number
  readonly role: string
  readonly userId: string
  readonly note: string
  readonly atMs: number
  readonly withdrawnAtMs: number | null
}

export interface SignOffs {
  /** Oldest first, withdrawn ones among them. */
  list(caseId: string): Promise<SignOff[]>
  /** Whether the user may sign in that role is the caller's to know. Refuses `no-such-revision`. */
  sign(caseId: string, signOff: Pick<SignOff, 'revision' | 'role' | 'userId' | 'note'>): Promise<SignOff>
  /** Takes one's own word back; it stays visible. Refuses `no-such-sign-off`. */
  withdraw(caseId: string, id: string, userId: string): Promise<SignOff>
}

export function openSignOffs(context: StoreContext): SignOffs {
  return {
    async list(caseId) {
      const rows = await context.query
        .selectFrom('sign_offs')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(signOffOf)
    },

    sign: (caseId, { revision, role, userId, note }) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        const known = await query
          .selectFrom('revisions')
          .select('number')
          .where('case_id', '=', caseId)
          .where('number', '=', revision)
          .executeTakeFirst()
        if (known === undefined) throw new StoreRefusal('no-such-revision', { revision })
        const row = {
          case_id: caseId,
          id: newId(context),
          revision,
          role,
          user_id: userId,
          note,
          at: nowMs(),
          withdrawn_at: null,
        }
        await query.insertInto('sign_offs').values(row).execute()
        await notify(context, 'sign-offs', caseId)
        return signOffOf(row)
      }),

    withdraw: (caseId, id, userId) =>
      inTransaction(context, async context => {
        const row = await context.query
          .updateTable('sign_offs')
          .set({ withdrawn_at: context.nowMs() })
          .where('case_id', '=', caseId)
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .where('withdrawn_at', 'is', null)
          .returningAll()
          .executeTakeFirst()
        if (row === undefined) throw new StoreRefusal('no-such-sign-off')
        await notify(context, 'sign-offs', caseId)
        return signOffOf(row)
      }),
  }
}

function signOffOf(row: SignOffsTable): SignOff {
  return {
    id: row.id,
    revision: row.revision,
    role: row.role,
    userId: row.user_id,
    note: row.note,
    atMs: row.at,
    withdrawnAtMs: row.withdrawn_at,
  }
}
