import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { openAudit } from './audit.js'
import {
  type BackupColumn,
  type BackupHeader,
  backupTables,
  backupVersion,
  columnsOf,
} from './backupFormat.js'
import { backupLines } from './backupLines.js'
import { inTransaction, newId, type StoreContext, type TransactionContext } from './context.js'
import { openDatabase } from './database.js'
import { migrate, migrationsOf } from './migrate.js'
import { latestMigration, migrations } from './migrations/migrations.js'
import type { StoreOptions } from './store.js'
import { StoreRefusal } from './storeRefusal.js'

/** Rows that are written at once, and the bytes beyond which fewer are. */
const batchRows = 100
const batchBytes = 4_000_000

/** What came back. */
export interface Restored {
  readonly madeAtMs: number
  readonly cases: number
  readonly rows: number
}

/**
 * Puts a backup into a database that is empty: all of it or, where anything is wrong, nothing. The database may be of
 * the other kind than the one that the backup was made of. Each case gets a new epoch, so that no page that was open
 * before mixes what it remembers into it. Throws StoreFault, and refuses `not-a-backup`, `backup-too-new`
 * (`migration` or `version`), `backup-damaged` (`line`), `database-not-empty`.
 */
export async function restore(options: StoreOptions, archive: AsyncIterable<Uint8Array>): Promise<Restored> {
  const reader = new Reader(archive)
  const header = await reader.header()
  const database = await openDatabase(options.place)
  try {
    const context: StoreContext = { ...options, query: database.query, process: 'restore' }
    if ((await migrationsOf(database.query)).length === 0) await migrate(database, header.migration)
    else if (header.migration !== latestMigration) throw new StoreRefusal('database-not-empty', { table: '' })
    const restored = await inTransaction(context, inside => putAll(inside, reader, header))
    await migrate(database)
    return restored
  } finally {
    await database.close()
  }
}

async function putAll(context: TransactionContext, reader: Reader, header: BackupHeader): Promise<Restored> {
  await refuseRows(context)
  // Drafts and comments lead to others of their own table, which may come later.
  await sql`set constraints all deferred`.execute(context.query)
  await context.query.deleteFrom('chain_heads').execute()
  let rows = 0
  for (const table of backupTables) rows += await putTable(context, reader, table)
  await reader.end(backupTables.length)
  const cases = await context.query.selectFrom('cases').select('id').execute()
  for (const { id } of cases) {
    await context.query
      .updateTable('cases')
      .set({ epoch: newId(context) })
      .where('id', '=', id)
      .execute()
  }
  await openAudit(context).append({
    actor: null,
    action: 'workspace.restored',
    caseId: null,
    details: { madeAtMs: header.madeAtMs },
  })
  return { madeAtMs: header.madeAtMs, cases: cases.length, rows }
}

/** Only the end of a log that has no entries may be there: the tables are made with it. */
async function refuseRows({ query }: StoreContext): Promise<void> {
  for (const table of backupTables) {
    const allowed = table === 'chain_heads' ? sql`where number > 0` : sql``
    const { rows } = await sql`select 1 from ${sql.table(table)} ${allowed} limit 1`.execute(query)
    if (rows.length > 0) throw new StoreRefusal('database-not-empty', { table })
  }
}

async function putTable(context: StoreContext, reader: Reader, table: string): Promise<number> {
  const columns = await columnsOf(context, table)
  await reader.table(table, columns)
  let batch: unknown[][] = []
  let bytes = 0
  const flush = async () => {
    if (batch.length > 0) await insert(context, table, columns, batch)
    batch = []
    bytes = 0
  }
  let count = 0
  for (let row = await reader.row(columns); row !== null; row = await reader.row(columns)) {
    batch.push(row.values)
    bytes += row.bytes
    count++
    if (batch.length >= batchRows || bytes >= batchBytes) await flush()
  }
  await flush()
  return count
}

async function insert(
  { query }: StoreContext,
  table: string,
  columns: readonly BackupColumn[],
  rows: unknown[][],
) {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const values = sql.join(rows.map(row => sql`(${sql.join(row)})`))
  await sql`insert into ${sql.table(table)} (${names}) values ${values}`.execute(query)
}

/** Reads a backup line by line, and checks what it reads. */
class Reader {
  readonly #lines: AsyncIterator<string>
  #number = 0
  #hash: Hash = createHash('sha256')
  #rows = 0

  constructor(archive: AsyncIterable<Uint8Array>) {
    const source = Readable.from(archive)
    const gunzip = createGunzip()
    source.on('error', fault => gunzip.destroy(fault))
    this.#lines = backupLines(source.pipe(gunzip))[Symbol.asyncIterator]()
  }

  async header(): Promise<BackupHeader> {
    let header: BackupHeader
    try {
      header = JSON.parse((await this.#next()) ?? '') as BackupHeader
    } catch {
      throw new StoreRefusal('not-a-backup')
    }
    if (header?.backup !== 'manil') throw new StoreRefusal('not-a-backup')
    if (header.version > backupVersion) throw new StoreRefusal('backup-too-new', { version: header.version })
    if (!(header.migration in migrations)) {
      throw new StoreRefusal('backup-too-new', { migration: String(header.migration) })
    }
    return header
  }

  async table(name: string, columns: readonly BackupColumn[]): Promise<void> {
    const value = (await this.#value()) as { table?: unknown; columns?: unknown } | null
    const expected = columns.map(column => column.name)
    if (value?.table !== name || JSON.stringify(value.columns) !== JSON.stringify(expected))
      throw this.#damaged()
    this.#hash = createHash('sha256')
    this.#rows = 0
  }

  /** The next row of a table, or null after its last. */
  async row(columns: readonly BackupColumn[]): Promise<{ values: unknown[]; bytes: number } | null> {
    const text = await this.#line()
    const value = this.#parsed(text)
    if (!Array.isArray(value)) {
      const { rows, hash } = (value ?? {}) as { rows?: unknown; hash?: unknown }
      if (rows !== this.#rows || hash !== this.#hash.digest('hex')) throw this.#damaged()
      return null
    }
    if (value.length !== columns.length) throw this.#damaged()
    this.#hash.update(`${text}\n`)
    this.#rows++
    return {
      values: columns.map(({ isBytes }, index) => this.#cell(value[index], isBytes)),
      bytes: text.length,
    }
  }

  async end(tables: number): Promise<void> {
    const value = (await this.#value()) as { tables?: unknown } | null
    if (value?.tables !== tables || (await this.#next()) !== null) throw this.#damaged()
  }

  #cell(value: unknown, isBytes: boolean): unknown {
    if (value === null) return null
    if (isBytes) {
      if (typeof value !== 'string') throw this.#damaged()
      return new Uint8Array(Buffer.from(value, 'base64'))
    }
    if (typeof value !== 'string' && typeof value !== 'number') throw this.#damaged()
    return value
  }

  async #value(): Promise<unknown> {
    return this.#parsed(await this.#line())
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw this.#damaged()
    }
  }

  async #line(): Promise<string> {
    const text = await this.#next()
    if (text === null) throw this.#damaged()
    return text
  }

  async #next(): Promise<string | null> {
    this.#number++
    try {
      const { done, value } = await this.#lines.next()
      return done ? null : value
    } catch {
      throw this.#damaged()
    }
  }

  #damaged(): StoreRefusal {
    return new StoreRefusal('backup-damaged', { line: this.#number })
  }
}
