import { type Kysely, Migrator, sql } from 'kysely'
import type { Database } from './database.js'
import { migrations } from './migrations/migrations.js'
import { StoreFault } from './storeFault.js'
import type { Tables } from './tables.js'

/** The advisory lock of the migrations; the number is arbitrary, and only has to stay. */
const lockNumber = 6_227_020_800

/**
 * Brings the tables to where this program knows them, or to the migration named. Two processes that start at once do it
 * one after the other. Throws StoreFault `newer-schema` where a newer program was here, or `migration-failed`.
 */
export async function migrate(database: Database, to?: string): Promise<void> {
  // What the migrator asks the database before it does nothing takes an embedded one half a second.
  if (to === undefined && (await isUpToDate(database.query))) return
  await database.query.connection().execute(async connection => {
    await sql`select pg_advisory_lock(${lockNumber})`.execute(connection)
    try {
      await refuseNewer(connection)
      const migrator = new Migrator({
        db: connection,
        provider: { getMigrations: async () => ({ ...migrations }) },
      })
      const { error, results } =
        to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to)
      if (error !== undefined) {
        const failed = results?.find(result => result.status === 'Error')?.migrationName ?? ''
        throw new StoreFault(
          'migration-failed',
          { migration: failed, reason: String(error) },
          { cause: error },
        )
      }
    } finally {
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(connection)
    }
  })
}

/** The migrations that were run in a database, in order; none where there are no tables. */
export async function migrationsOf(query: Kysely<Tables>): Promise<string[]> {
  const { rows: tables } = await sql`select 1 from pg_tables
    where tablename = 'kysely_migration' and schemaname = current_schema()`.execute(query)
  if (tables.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(query)
  return rows.map(row => row.name)
}

async function isUpToDate(query: Kysely<Tables>): Promise<boolean> {
  const known = Object.keys(migrations).sort()
  return JSON.stringify(await migrationsOf(query)) === JSON.stringify(known)
}

async function refuseNewer(query: Kysely<Tables>): Promise<void> {
  const unknown = (await migrationsOf(query)).find(name => !(name in migrations))
  if (unknown !== undefined) throw new StoreFault('newer-schema', { migration: unknown })
}
