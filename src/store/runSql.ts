import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.js'

/** Runs SQL of others, as a queue of jobs brings it; without parameters it may be several statements. */
export type RunSql = (
  text: string,
  parameters?: readonly unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>

/**
 * Runs it on one connection. What begins a transaction in its text and fails leaves the connection inside it; so it is
 * rolled back before others get the connection.
 */
export function runSql(query: Kysely<Tables>): RunSql {
  return (text, parameters) =>
    query.connection().execute(async connection => {
      try {
        const { rows } = await connection.executeQuery<Record<string, unknown>>(
          CompiledQuery.raw(text, [...(parameters ?? [])]),
        )
        return { rows }
      } catch (fault) {
        await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
        throw fault
      }
    })
}
