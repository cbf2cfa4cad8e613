import { sql } from 'kysely'
import type { StoreContext } from './context.js'
import { sha256 } from './hash.js'

/** What came of one more try. */
export interface RateLimitResult {
  readonly allowed: boolean
  /** When the window ends and counting begins anew. */
  readonly endsAtMs: number
}

/**
 * Counts of what must not happen too often, shared by all processes. Keys (an address, an account) are kept as hashes
 * only, and no longer than their window. Never count anonymous answers by account: the window would tell when.
 */
export interface RateLimits {
  /** Counts one more, and says whether it is within `limit` in a window of `windowMs` that the first one opens. */
  hit(key: string, limit: number, windowMs: number): Promise<RateLimitResult>
  /** Forgets a count, as after a sign-in that succeeded. */
  clear(key: string): Promise<void>
  /** Forgets windows that have ended. */
  sweep(): Promise<void>
}

export function openRateLimits({ query, nowMs }: StoreContext): RateLimits {
  return {
    async hit(key, limit, windowMs) {
      const now = nowMs()
      const { rows } = await sql<{ count: number; ends_at: number }>`
        insert into rate_limits as old (key, started_at, ends_at, count)
        values (${sha256(key)}, ${now}, ${now + windowMs}, 1)
        on conflict (key) do update set
          count = case when old.ends_at <= excluded.started_at then 1 else old.count + 1 end,
          started_at = case when old.ends_at <= excluded.started_at then excluded.started_at else old.started_at end,
          ends_at = case when old.ends_at <= excluded.started_at then excluded.ends_at else old.ends_at end
        returning count, ends_at`.execute(query)
      const { count, ends_at } = rows[0]!
      return { allowed: count <= limit, endsAtMs: ends_at }
    },

    async clear(key) {
      await query.deleteFrom('rate_limits').where('key', '=', sha256(key)).execute()
    },

    async sweep() {
      await query.deleteFrom('rate_limits').where('ends_at', '<=', nowMs()).execute()
    },
  }
}
