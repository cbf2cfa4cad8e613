import type { StoreContext, TransactionContext } from './context.js'
import { StoreRefusal } from './storeRefusal.js'
import type { CasesTable } from './tables.js'

/**
 * Takes a case for the rest of the transaction: all that changes its files goes one after the other. Refuses
 * `no-such-case`.
 */
export async function lockCase({ query }: TransactionContext, id: string): Promise<CasesTable> {
  const row = await query.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-case', { case: id })
  return row
}

/** Notes that a case changed now. */
export async function touchCase({ query, nowMs }: StoreContext, id: string): Promise<void> {
  await query.updateTable('cases').set({ changed_at: nowMs() }).where('id', '=', id).execute()
}
