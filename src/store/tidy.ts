import { sql } from 'kysely'
import { forgetBlobs, strayBlobs } from './blobs.js'
import { openRateLimits } from './rateLimits.js'
import { openSessions } from './sessions.js'
import { openSettings } from './settings.js'
import type { Store } from './store.js'
import { openTexts } from './texts.js'

/** Updates since the last state of all, beyond which a case is compacted. */
const compactUpdates = 500

/** Under this name the bytes are noted that nothing referred to when it was last looked. */
const straysSetting = 'stray blobs'

/**
 * What is to be done about once a day, whatever else goes on: sessions and counts that ended are forgotten, updates are
 * compacted, and bytes that nothing refers to, today as the last time (so not those of a file that is being added),
 * go. An embedded database frees what was deleted only when it is told; a server does that by itself.
 */
export async function tidy({ database, context }: Pick<Store, 'database' | 'context'>): Promise<void> {
  await openSessions(context).sweep()
  await openRateLimits(context).sweep()
  const long = await database.query
    .selectFrom('updates')
    .select('case_id')
    .groupBy('case_id')
    .having(({ fn }) => fn.countAll<number>(), '>', compactUpdates)
    .orderBy('case_id')
    .execute()
  for (const { case_id } of long) await openTexts(context).compact(case_id)

  const settings = openSettings(context)
  const before = ((await settings.get(null, straysSetting)) ?? []) as string[]
  const strays = new Set(await strayBlobs(context))
  await forgetBlobs(
    context,
    before.filter(hash => strays.has(hash)),
  )
  await settings.set(null, straysSetting, await strayBlobs(context))
  if (database.kind !== 'server') await sql`vacuum`.execute(database.query)
}
