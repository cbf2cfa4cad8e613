import { sql } from 'kysely'
import type { StoreContext } from './context.js'
import type { Tables } from './tables.js'

/**
 * A backup is lines of JSON, compressed by gzip. The first says what it is (`BackupHeader`). Then come the tables in
 * the order below: a line `{"table", "columns"}`, a line for each row (its values in the order of the columns, bytes
 * in base64), and `{"rows", "hash"}` with the sha256 of those lines. The last line is `{"tables"}`, their number: a
 * backup that was cut off has none.
 */
export interface BackupHeader {
  readonly backup: 'manil'
  readonly version: number
  /** The migration that the tables are made by. */
  readonly migration: string
  readonly madeAtMs: number
}

/** The version that is written, and the greatest that is read. */
export const backupVersion = 1

/** A column, and whether it holds bytes. */
export interface BackupColumn {
  readonly name: string
  readonly isBytes: boolean
}

/**
 * The tables of a backup, each after those that it refers to. Sessions and counts of tries are left out: after a
 * restore everybody signs in anew.
 */
export const backupTables: readonly (keyof Tables)[] = [
  'settings',
  'chain_heads',
  'users',
  'password_credentials',
  'oidc_identities',
  'api_tokens',
  'cases',
  'case_settings',
  'blobs',
  'case_files',
  'updates',
  'snapshots',
  'revisions',
  'revision_changes',
  'members',
  'invitations',
  'audit',
  'import_batches',
  'originals',
  'drafts',
  'comments',
  'rounds',
  'agenda_items',
  'answers',
  'sign_offs',
  'live_states',
  'webhooks',
]

/** The tables that no backup has. */
export const unsavedTables: readonly (keyof Tables)[] = ['sessions', 'rate_limits']

/** The columns of a table, in their order. */
export async function columnsOf({ query }: StoreContext, table: string): Promise<BackupColumn[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name::text as name, data_type::text as type from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} order by ordinal_position`.execute(query)
  return rows.map(({ name, type }) => ({ name, isBytes: type === 'bytea' }))
}

/** The columns of a table's primary key, in their order. */
export async function keyOf({ query }: StoreContext, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname::text as name
    from pg_constraint c, unnest(c.conkey) with ordinality as k (number, place), pg_attribute a
    where c.contype = 'p' and c.conrelid = ${table}::regclass
      and a.attrelid = c.conrelid and a.attnum = k.number
    order by k.place`.execute(query)
  return rows.map(({ name }) => name)
}
