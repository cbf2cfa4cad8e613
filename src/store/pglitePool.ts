import type { PGlite, Results } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { parsers, serializers } from './values.js'

/**
 * Bytes of the log after which a checkpoint is made. Alone, PGlite makes none before it is closed: its log would grow
 * without end, and replaying it after a kill would take as long.
 */
const checkpointBytes = 16_000_000

/** What a query writes to the log beside the values that it brings, about. */
const queryBytes = 1_000

/**
 * An embedded database in the shape of a pool of connections, so that one dialect serves both databases. There is one
 * connection: whoever has it keeps it until it is released, and the others wait in order. So transactions cannot
 * interleave.
 */
export class PglitePool implements PostgresPool {
  readonly #pglite: PGlite
  readonly #close: () => Promise<void>
  #last: Promise<void> = Promise.resolve()
  #ended = false
  /** Bytes that went into the log since the last checkpoint, about. */
  #logged = 0

  constructor(pglite: PGlite, close: () => Promise<void>) {
    this.#pglite = pglite
    this.#close = close
  }

  async connect(): Promise<PostgresPoolClient> {
    const release = await this.#turn()
    if (this.#ended) {
      release()
      throw new Error('The database is closed.')
    }
    return new PgliteClient(this.#pglite, bytes => this.#written(bytes, release))
  }

  async end(): Promise<void> {
    const release = await this.#turn()
    this.#ended = true
    try {
      await this.#close()
    } finally {
      release()
    }
  }

  /** Hears a channel. The handler gets each payload. */
  async listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>> {
    const stop = await this.#inTurn(() => this.#pglite.listen(channel, handler))
    return () => this.#inTurn(async () => (this.#ended ? undefined : stop()))
  }

  /** Lets the next one in, after a checkpoint where one is due. */
  #written(bytes: number, release: () => void): void {
    this.#logged += bytes
    if (this.#logged < checkpointBytes) {
      release()
      return
    }
    this.#logged = 0
    // One that fails leaves the log as it was: longer, and whole. The next one will say what is wrong.
    this.#pglite
      .exec('checkpoint')
      .catch(() => {})
      .finally(release)
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#turn()
    try {
      return await work()
    } finally {
      release()
    }
  }

  /** Waits until all who asked before are done. */
  async #turn(): Promise<() => void> {
    const before = this.#last
    let release!: () => void
    this.#last = new Promise<void>(done => {
      release = done
    })
    await before
    return release
  }
}

class PgliteClient implements PostgresPoolClient {
  readonly #pglite: PGlite
  readonly #release: (writtenBytes: number) => void
  #writtenBytes = 0

  constructor(pglite: PGlite, release: (writtenBytes: number) => void) {
    this.#pglite = pglite
    this.#release = release
  }

  /** Kysely's cursors are not used: the store reads in pages. */
  query(sql: unknown, parameters?: readonly unknown[]): never {
    return this.#query(sql as string, parameters ?? []) as never
  }

  async #query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    for (const value of parameters) {
      if (typeof value === 'string' || value instanceof Uint8Array) this.#writtenBytes += value.length
    }
    this.#writtenBytes += queryBytes
    // Without parameters it may be several statements, which only the simple protocol takes.
    const { rows, affectedRows } =
      parameters.length > 0
        ? await this.#pglite.query<R>(sql, [...parameters], { parsers, serializers })
        : ((await this.#pglite.exec(sql, { parsers })).at(-1) as Results<R>)
    return { command: commandOf(sql), rowCount: affectedRows ?? rows.length, rows }
  }

  release(): void {
    this.#release(this.#writtenBytes)
  }
}

/** PGlite does not say which command it ran; Kysely asks in order to know whether rows were changed. */
function commandOf(sql: string): PostgresQueryResult<unknown>['command'] {
  const word = /^\s*(insert|update|delete|merge)\b/i.exec(sql)?.[1]?.toUpperCase()
  return (word ?? 'SELECT') as PostgresQueryResult<unknown>['command']
}
