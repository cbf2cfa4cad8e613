import { CompiledQuery, type Kysely } from 'kysely'
import type { Tables } from './tables.js'

/** Runs SQL of others, as a queue of jobs brings it; without parameters it may be several statements. */
export type RunSql = (
  text: string,
  parameters?: readonly unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>

export function runSql(query: Kysely<Tables>): RunSql {
  return async (text, parameters) => {
    const { rows } = await query.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(text, [...(parameters ?? [])]),
    )
    return { rows }
  }
}
