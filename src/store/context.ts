import type { Kysely, Transaction } from 'kysely'
import { insideTransaction } from './database.js'
import type { Tables } from './tables.js'

/** What every part of the store works with. Clock and chance come from outside. */
export interface StoreContext {
  /** The database, or the transaction that is open. */
  readonly query: Kysely<Tables>
  readonly nowMs: () => number
  readonly randomBytes: (count: number) => Uint8Array
  /** Tells this process from others in notices. */
  readonly process: string
}

/** A context inside a transaction. */
export interface TransactionContext extends StoreContext {
  readonly query: Transaction<Tables>
}

/** Does work in one transaction: in the one that is open, or in one of its own. */
export async function inTransaction<T>(
  context: StoreContext,
  work: (context: TransactionContext) => Promise<T>,
): Promise<T> {
  const { query } = context
  if (query.isTransaction) return work({ ...context, query: query as Transaction<Tables> })
  return query
    .transaction()
    .execute(transaction => insideTransaction(() => work({ ...context, query: transaction })))
}

/** A new id: 96 random bits in hexadecimal, so that none can be guessed or says when it was made. */
export function newId({ randomBytes }: StoreContext): string {
  return Buffer.from(randomBytes(12)).toString('hex')
}
