import { sql } from 'kysely'
import type { Notice } from '../collaboration/messages.js'
import type { StoreContext } from './context.js'
import type { Database } from './database.js'

/** The channel that processes over one database tell each other on. */
const channel = 'manil'

/** What changed. It is sent when the transaction commits, to every process, the one that wrote included. */
export interface StoreNotice {
  /** Null where it is about the workspace as a whole. */
  readonly case: string | null
  readonly about: Notice['about'] | 'texts' | 'workspace'
  /** The number of the case's last update; only with `texts`. */
  readonly seq?: number
  /** `Store.process` of who wrote. */
  readonly process: string
}

/** Hears what changes. */
export interface NoticeListener {
  notice(notice: StoreNotice): void
  /** The connection was lost and is there again: anything may have changed meanwhile. */
  checkEverything(): void
}

/** Tells all processes of a change when the transaction commits. */
export async function notify(
  { query, process }: StoreContext,
  about: StoreNotice['about'],
  caseId: string | null,
  seq?: number,
): Promise<void> {
  const notice: StoreNotice = { case: caseId, about, ...(seq === undefined ? {} : { seq }), process }
  await sql`select pg_notify(${channel}, ${JSON.stringify(notice)})`.execute(query)
}

/** Hears notices until the function that it gives is called. */
export function listen(database: Database, listener: NoticeListener): Promise<() => Promise<void>> {
  return database.listen(
    channel,
    payload => {
      const notice = parsed(payload)
      if (notice === null) listener.checkEverything()
      else listener.notice(notice)
    },
    () => listener.checkEverything(),
  )
}

/** Anyone with the database's password may send anything on the channel. */
function parsed(payload: string): StoreNotice | null {
  try {
    const notice = JSON.parse(payload) as StoreNotice
    return typeof notice.about === 'string' && typeof notice.process === 'string' ? notice : null
  } catch {
    return null
  }
}
