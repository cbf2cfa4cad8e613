import { createHash } from 'node:crypto'
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import {
  type BackupColumn,
  type BackupHeader,
  backupTables,
  backupVersion,
  columnsOf,
  keyOf,
} from './backupFormat.js'
import type { StoreContext } from './context.js'
import { latestMigration } from './migrations/migrations.js'
import type { Store } from './store.js'

/** Rows whose keys are read at once. */
const pageRows = 1_000

/** Bytes up to which rows are read together; a single greater one is read alone. */
const groupBytes = 4_000_000

/**
 * A backup of a workspace as it is at one moment, as a stream of gzip: see `backupFormat.ts`. What it holds is all that
 * the database holds, people's words and evidence among it, so it is kept as carefully. Of an embedded database the
 * others wait until the stream is read to its end: put it in a file, not on a slow line.
 */
export function backup({ database, context }: Pick<Store, 'database' | 'context'>): Readable {
  const gzip = createGzip()
  pipeline(Readable.from(lines(database, context)), gzip, () => {})
  return gzip
}

async function* lines(database: Store['database'], context: StoreContext): AsyncGenerator<string> {
  const transaction = await database.query
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const inside = { ...context, query: transaction }
    const header: BackupHeader = {
      backup: 'manil',
      version: backupVersion,
      migration: latestMigration,
      madeAtMs: context.nowMs(),
    }
    yield line(header)
    for (const table of backupTables) yield* tableLines(inside, table)
    yield line({ tables: backupTables.length })
  } finally {
    await transaction.rollback().execute()
  }
}

async function* tableLines(context: StoreContext, table: string): AsyncGenerator<string> {
  const columns = await columnsOf(context, table)
  yield line({ table, columns: columns.map(({ name }) => name) })
  const hash = createHash('sha256')
  let rows = 0
  for await (const row of rowsOf(context, table, columns)) {
    const text = line(columns.map(({ name, isBytes }) => (isBytes ? base64(row[name]) : row[name])))
    hash.update(text)
    rows++
    yield text
  }
  yield line({ rows, hash: hash.digest('hex') })
}

type Row = Record<string, unknown>

/** The rows of a table by its key. First come keys and sizes, then as many rows at once as memory bears. */
async function* rowsOf(
  context: StoreContext,
  table: string,
  columns: readonly BackupColumn[],
): AsyncGenerator<Row> {
  const key = await keyOf(context, table)
  const keyColumns = sql.join(key.map(name => sql.ref(name)))
  const bytes = columns
    .filter(({ isBytes }) => isBytes)
    .map(({ name }) => sql`octet_length(${sql.ref(name)})`)
  const size = bytes.length === 0 ? sql`0` : sql.join(bytes, sql` + `)
  const tuple = (row: Row) => sql`(${sql.join(key.map(name => row[name]))})`
  const order = sql`order by ${keyColumns}`
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const { rows: page } = await sql<Row & { size_of_row: number }>`
      select ${keyColumns}, (${size})::int8 as size_of_row from ${sql.table(table)} where ${after} ${order}
      limit ${sql.lit(pageRows)}`.execute(context.query)
    for (const group of groups(page)) {
      const { rows } = await sql<Row>`
        select * from ${sql.table(table)}
        where (${keyColumns}) >= ${tuple(group[0]!)} and (${keyColumns}) <= ${tuple(group.at(-1)!)}
        ${order}`.execute(context.query)
      yield* rows
    }
    if (page.length < pageRows) return
    after = sql`(${keyColumns}) > ${tuple(page.at(-1)!)}`
  }
}

function groups<T extends { readonly size_of_row: number }>(page: readonly T[]): T[][] {
  const result: T[][] = []
  let bytes = 0
  for (const row of page) {
    const last = result.at(-1)
    if (last === undefined || bytes + row.size_of_row > groupBytes) {
      result.push([row])
      bytes = row.size_of_row
    } else {
      last.push(row)
      bytes += row.size_of_row
    }
  }
  return result
}

function base64(bytes: unknown): string | null {
  return bytes === null ? null : Buffer.from(bytes as Uint8Array).toString('base64')
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
