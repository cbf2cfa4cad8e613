import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import { openFolderDatabase, openMemoryDatabase } from './embeddedDatabase.js'
import { openServerDatabase } from './serverDatabase.js'
import { StoreFault } from './storeFault.js'
import type { Tables } from './tables.js'
import { parameter } from './values.js'

/** Where the database is: a PostgreSQL server, a folder of an embedded one, or nowhere (for a try, and for tests). */
export type DatabasePlace =
  | { readonly kind: 'server'; readonly url: string; readonly connections?: number }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' }

/** A pool of connections that can also hear a channel. */
export interface ConnectionPool extends PostgresPool {
  /**
   * Hears a channel until the function that it gives is called. `lost` is called whenever messages may have been
   * missed, because the connection broke and is there again.
   */
  listen(channel: string, handler: (payload: string) => void, lost: () => void): Promise<() => Promise<void>>
}

/** An open database of either kind. */
export interface Database {
  readonly kind: DatabasePlace['kind']
  readonly query: Kysely<Tables>
  readonly listen: ConnectionPool['listen']
  close(): Promise<void>
}

/** Opens a database. The tables may not be there yet: `migrate` makes them. Throws StoreFault. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const pool =
    place.kind === 'server'
      ? openServerDatabase(place.url, place.connections)
      : place.kind === 'folder'
        ? await openFolderDatabase(place.folder)
        : await openMemoryDatabase()
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new GuardedPool(pool) }) })
  const database: Database = {
    kind: place.kind,
    query,
    listen: (channel, handler, lost) => pool.listen(channel, handler, lost),
    close: () => query.destroy(),
  }
  try {
    await checkEncoding(database)
  } catch (fault) {
    await database.close()
    throw fault
  }
  return database
}

async function checkEncoding({ query }: Database): Promise<void> {
  let encoding: string
  try {
    const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(query)
    encoding = rows[0]!.server_encoding
  } catch (fault) {
    throw new StoreFault('unreachable', { reason: reasonOf(fault) }, { cause: fault })
  }
  if (encoding !== 'UTF8') throw new StoreFault('not-utf8', { encoding })
}

/** Why a connection failed, without the address and the password that it was tried with. */
function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return reasonOf(fault.errors[0])
  const { code, message } = fault as NodeJS.ErrnoException
  return code ?? message
}

/** Set while a transaction's work runs. */
const transactions = new AsyncLocalStorage<{ open: boolean }>()

/** Runs the work of a transaction so that using the store beside the transaction, inside it, is noticed. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const state = { open: true }
  try {
    return await transactions.run(state, work)
  } finally {
    state.open = false
  }
}

/**
 * Cleans parameters, and refuses a second connection to whoever is inside a transaction: with one connection that would
 * wait for itself for ever, and with many it would not see what the transaction wrote.
 */
class GuardedPool implements PostgresPool {
  readonly #pool: PostgresPool

  constructor(pool: PostgresPool) {
    this.#pool = pool
  }

  async connect(): Promise<PostgresPoolClient> {
    if (transactions.getStore()?.open) {
      throw new Error('Inside a transaction, use the store that the transaction was given.')
    }
    return new CleaningClient(await this.#pool.connect())
  }

  end(): Promise<void> {
    return this.#pool.end()
  }
}

class CleaningClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient

  constructor(client: PostgresPoolClient) {
    this.#client = client
  }

  query(text: unknown, parameters?: readonly unknown[]): never {
    return this.#client.query(text as string, (parameters ?? []).map(parameter)) as never
  }

  release(): void {
    this.#client.release()
  }
}
