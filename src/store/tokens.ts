import { inTransaction, newId, type StoreContext } from './context.js'
import type { CaseRole } from './members.js'
import { StoreRefusal } from './storeRefusal.js'
import type { ApiTokensTable } from './tables.js'
import { openUsers, type User } from './users.js'

/** Something that a program acts as its user with. The store knows the hash of the secret only. */
export interface ApiToken {
  readonly id: string
  readonly userId: string
  readonly name: string
  /** The most that it may do in any case; null: as much as its user. */
  readonly roleCap: CaseRole | null
  /** The cases it may touch; null: all of its user's. */
  readonly cases: readonly string[] | null
  readonly createdAtMs: number
  readonly expiresAtMs: number | null
  /** Days since 1970; null before the first use. */
  readonly lastUsedDay: number | null
  readonly revokedAtMs: number | null
}

export interface Tokens {
  create(
    token: Pick<ApiToken, 'userId' | 'name' | 'roleCap' | 'cases' | 'expiresAtMs'> & {
      readonly tokenHash: string
    },
  ): Promise<ApiToken>
  /** The token and its user, unless it is revoked, has ended or the account is closed. Notes the day of its use. */
  find(tokenHash: string): Promise<{ readonly token: ApiToken; readonly user: User } | null>
  /** A user's, newest first, revoked ones among them. */
  list(userId: string): Promise<ApiToken[]>
  /** Refuses `no-such-token` where it is not this user's. */
  revoke(userId: string, id: string): Promise<void>
}

const dayMs = 86_400_000

export function openTokens(context: StoreContext): Tokens {
  const { query } = context
  return {
    async create({ tokenHash, ...token }) {
      const made: ApiToken = {
        ...token,
        id: newId(context),
        createdAtMs: context.nowMs(),
        lastUsedDay: null,
        revokedAtMs: null,
      }
      await query
        .insertInto('api_tokens')
        .values({
          id: made.id,
          token_hash: tokenHash,
          user_id: made.userId,
          name: made.name,
          role_cap: made.roleCap,
          cases: made.cases === null ? null : JSON.stringify(made.cases),
          created_at: made.createdAtMs,
          expires_at: made.expiresAtMs,
          last_used_day: null,
          revoked_at: null,
        })
        .execute()
      return made
    },

    async find(tokenHash) {
      const now = context.nowMs()
      const row = await query
        .selectFrom('api_tokens')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('revoked_at', 'is', null)
        .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .executeTakeFirst()
      if (row === undefined) return null
      const user = await openUsers(context).get(row.user_id)
      if (user === null || user.disabledAtMs !== null) return null
      const today = Math.floor(now / dayMs)
      if (row.last_used_day !== today) {
        await query.updateTable('api_tokens').set({ last_used_day: today }).where('id', '=', row.id).execute()
      }
      return { token: { ...tokenOf(row), lastUsedDay: today }, user }
    },

    async list(userId) {
      const rows = await query
        .selectFrom('api_tokens')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(tokenOf)
    },

    revoke: (userId, id) =>
      inTransaction(context, async ({ query, nowMs }) => {
        const done = await query
          .updateTable('api_tokens')
          .set(({ fn, val }) => ({ revoked_at: fn.coalesce('revoked_at', val(nowMs())) }))
          .where('id', '=', id)
          .where('user_id', '=', userId)
          .executeTakeFirst()
        if (done.numUpdatedRows === 0n) throw new StoreRefusal('no-such-token')
      }),
  }
}

function tokenOf(row: ApiTokensTable): ApiToken {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    roleCap: row.role_cap as CaseRole | null,
    cases: row.cases === null ? null : (JSON.parse(row.cases) as string[]),
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
    lastUsedDay: row.last_used_day,
    revokedAtMs: row.revoked_at,
  }
}
