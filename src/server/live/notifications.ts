import type { Database } from '../../store/database.js'
import type { RunSql } from '../../store/runSql.js'

/** What processes over one database tell each other beside what the store tells: things that are kept nowhere. */
export type LiveNotice =
  /** Rights of open connections are to be asked for again: a session ended, an account was closed. */
  | { readonly kind: 'rights'; readonly session?: string; readonly user?: string }
  /** Where people are, in a case; an awareness update in base64. */
  | { readonly kind: 'presence'; readonly case: string; readonly update: string }
  /** Who has a case open says where its people are. */
  | { readonly kind: 'who-is-there'; readonly case: string }

const channel = 'manil_live'

/** The longest payload that PostgreSQL takes, bytes, with some left for the rest of the notice. */
export const noticeBytes = 7_500

/** Tells other processes, and hears them. What one tells does not come back to it. */
export interface Notifications {
  tell(notice: LiveNotice): void
  close(): Promise<void>
}

/** Opens the channel. What cannot be told because the database is away is not told: nothing that is kept depends on it. */
export async function openNotifications(
  store: { readonly database: Database; readonly runSql: RunSql; readonly process: string },
  hear: (notice: LiveNotice) => void,
  fault: (error: unknown) => void,
): Promise<Notifications> {
  const alone = store.database.kind !== 'server'
  if (alone) return { tell: () => {}, close: async () => {} }
  const stop = await store.database.listen(
    channel,
    payload => {
      const notice = parsed(payload)
      if (notice !== null && notice.from !== store.process) hear(notice.notice)
    },
    () => hear({ kind: 'rights' }),
  )
  return {
    tell: notice => {
      const payload = JSON.stringify({ from: store.process, notice })
      store.runSql('select pg_notify($1, $2)', [channel, payload]).catch(fault)
    },
    close: stop,
  }
}

function parsed(payload: string): { readonly from: string; readonly notice: LiveNotice } | null {
  try {
    const told = JSON.parse(payload) as { from: string; notice: LiveNotice }
    return typeof told.from === 'string' && typeof told.notice.kind === 'string' ? told : null
  } catch {
    return null
  }
}
