import type { StoreContext } from './context.js'
import type { SessionsTable } from './tables.js'
import type { User } from './users.js'
import { openUsers } from './users.js'

/** A browser that somebody is signed in with. The store knows the hash of its token only. */
export interface Session {
  readonly tokenHash: string
  readonly userId: string
  readonly csrfSecret: string
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

export interface Sessions {
  create(session: Omit<Session, 'createdAtMs'>): Promise<Session>
  /** The session and its user, unless it has ended or the account is closed. */
  find(tokenHash: string): Promise<{ readonly session: Session; readonly user: User } | null>
  /** A user's that have not ended, the newest first. */
  list(userId: string): Promise<Session[]>
  /** Lets it live longer. */
  extend(tokenHash: string, expiresAtMs: number): Promise<void>
  end(tokenHash: string): Promise<void>
  /** Ends all of a user's, but for the one named. */
  endAll(userId: string, exceptTokenHash?: string): Promise<void>
  /** Forgets those that have ended; how many there were. */
  sweep(): Promise<number>
}

export function openSessions(context: StoreContext): Sessions {
  const { query } = context
  return {
    async create(session) {
      const createdAtMs = context.nowMs()
      await query
        .insertInto('sessions')
        .values({
          token_hash: session.tokenHash,
          user_id: session.userId,
          csrf_secret: session.csrfSecret,
          created_at: createdAtMs,
          expires_at: session.expiresAtMs,
        })
        .execute()
      return { ...session, createdAtMs }
    },

    async find(tokenHash) {
      const row = await query
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', context.nowMs())
        .executeTakeFirst()
      if (row === undefined) return null
      const user = await openUsers(context).get(row.user_id)
      if (user === null || user.disabledAtMs !== null) return null
      return { user, session: sessionOf(row) }
    },

    async list(userId) {
      const rows = await query
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '>', context.nowMs())
        .orderBy('created_at', 'desc')
        .orderBy('token_hash')
        .execute()
      return rows.map(sessionOf)
    },

    async extend(tokenHash, expiresAtMs) {
      await query
        .updateTable('sessions')
        .set({ expires_at: expiresAtMs })
        .where('token_hash', '=', tokenHash)
        .execute()
    },

    async end(tokenHash) {
      await query.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
    },

    async endAll(userId, exceptTokenHash) {
      await query
        .deleteFrom('sessions')
        .where('user_id', '=', userId)
        .$if(exceptTokenHash !== undefined, some => some.where('token_hash', '<>', exceptTokenHash!))
        .execute()
    },

    async sweep() {
      const done = await query
        .deleteFrom('sessions')
        .where('expires_at', '<=', context.nowMs())
        .executeTakeFirst()
      return Number(done.numDeletedRows)
    },
  }
}

function sessionOf(row: SessionsTable): Session {
  return {
    tokenHash: row.token_hash,
    userId: row.user_id,
    csrfSecret: row.csrf_secret,
    createdAtMs: row.created_at,
    expiresAtMs: row.expires_at,
  }
}
