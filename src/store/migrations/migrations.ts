import type { Migration } from 'kysely'
import * as workspace from './0001Workspace.js'

/**
 * Every migration by its name, in the order of names. A new one is a file and a line here; one that was released is
 * never changed, and none goes back.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001Workspace': workspace,
}

/** The migration that this program's tables are made by. */
export const latestMigration = Object.keys(migrations).sort().at(-1)!
