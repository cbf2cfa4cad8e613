import { sql } from 'kysely'
import type { StoreContext } from '../context.js'
import type { Tables } from '../tables.js'
import type { Findings } from './finding.js'

interface Reference {
  readonly name: string
  readonly child: string
  readonly parent: string
  /** JSON of pairs: column of the child, column of the parent. */
  readonly columns: string
}

/**
 * Every row that leads to another leads somewhere. The database sees to that itself, unless somebody turned it off or
 * its files are damaged, so what it was told is read from its own catalogue.
 */
export async function checkReferences({ query }: StoreContext, findings: Findings): Promise<void> {
  const { rows } = await sql<Reference>`
    select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
      (select json_agg(json_build_array(a.attname, b.attname) order by k.place)::text
        from unnest(c.conkey, c.confkey) with ordinality as k (child, parent, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.child
        join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.parent) as columns
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
    order by c.conname`.execute(query)
  for (const { name, child, parent, columns } of rows) {
    const pairs = JSON.parse(columns) as [string, string][]
    const present = pairs.map(([own]) => sql`${sql.ref(`child.${own}`)} is not null`)
    const equal = pairs.map(([own, other]) => sql`${sql.ref(`parent.${other}`)} = ${sql.ref(`child.${own}`)}`)
    const found = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(child)} child
      where ${sql.join(present, sql` and `)}
        and not exists (select 1 from ${sql.table(parent)} parent where ${sql.join(equal, sql` and `)})`.execute(
      query,
    )
    const count = found.rows[0]!.count
    if (count > 0) findings.add('dangling-reference', null, { table: child, constraint: name, rows: count })
  }
}

/** The columns that hold JSON. */
const jsonColumns: readonly (readonly [table: keyof Tables, column: string])[] = [
  ['settings', 'value'],
  ['case_settings', 'value'],
  ['api_tokens', 'cases'],
  ['revisions', 'authors'],
  ['members', 'sign_off_roles'],
  ['invitations', 'sign_off_roles'],
  ['audit', 'details'],
  ['import_batches', 'notes'],
  ['import_batches', 'people'],
  ['drafts', 'draft'],
  ['comments', 'anchor'],
  ['agenda_items', 'item'],
  ['live_states', 'duties'],
]

/** Every value that must be JSON is. */
export async function checkValues({ query }: StoreContext, findings: Findings): Promise<void> {
  for (const [table, column] of jsonColumns) {
    const { rows } = await sql<{ value: string }>`
      select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(
      query,
    )
    const unreadable = rows.filter(({ value }) => !isJson(value)).length
    if (unreadable > 0) findings.add('unreadable-value', null, { table, column, rows: unreadable })
  }
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
