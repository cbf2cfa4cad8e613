import type { StoreContext } from './context.js'
import { notify } from './notices.js'

/** Small values by name, of the workspace or of a case: whatever JSON holds. */
export interface Settings {
  /** Null where nothing was set. */
  get(caseId: string | null, name: string): Promise<unknown>
  /** Null takes the value away. */
  set(caseId: string | null, name: string, value: unknown): Promise<void>
  /** Sets a value of the workspace unless there is one, and gives the one that stands: as for a secret made once. */
  setOnce(name: string, value: unknown): Promise<unknown>
}

export function openSettings(context: StoreContext): Settings {
  const { query } = context
  return {
    async get(caseId, name) {
      const row =
        caseId === null
          ? await query.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
          : await query
              .selectFrom('case_settings')
              .select('value')
              .where('case_id', '=', caseId)
              .where('name', '=', name)
              .executeTakeFirst()
      return row === undefined ? null : JSON.parse(row.value)
    },

    async set(caseId, name, value) {
      if (value === null) await remove(context, caseId, name)
      else await put(context, caseId, name, JSON.stringify(value))
      await notify(context, caseId === null ? 'workspace' : 'case', caseId)
    },

    async setOnce(name, value) {
      await query
        .insertInto('settings')
        .values({ name, value: JSON.stringify(value) })
        .onConflict(conflict => conflict.doNothing())
        .execute()
      const row = await query
        .selectFrom('settings')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
      return JSON.parse(row.value)
    },
  }
}

async function put(
  { query }: StoreContext,
  caseId: string | null,
  name: string,
  value: string,
): Promise<void> {
  if (caseId === null) {
    await query
      .insertInto('settings')
      .values({ name, value })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
      .execute()
  } else {
    await query
      .insertInto('case_settings')
      .values({ case_id: caseId, name, value })
      .onConflict(conflict => conflict.columns(['case_id', 'name']).doUpdateSet({ value }))
      .execute()
  }
}

async function remove({ query }: StoreContext, caseId: string | null, name: string): Promise<void> {
  if (caseId === null) await query.deleteFrom('settings').where('name', '=', name).execute()
  else
    await query.deleteFrom('case_settings').where('case_id', '=', caseId).where('name', '=', name).execute()
}
