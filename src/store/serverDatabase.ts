import { randomInt } from 'node:crypto'
import type { PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { ConnectionPool } from './database.js'
import { parsers } from './values.js'

/** Connections of one process unless its place says otherwise. */
const connections = 10
const connectTimeoutMs = 10_000

/** How long a lost listener waits before it tries again; some chance keeps many processes apart. */
const reconnectMs = 250

/** Opens a pool of connections to a PostgreSQL server. Nothing is connected before the first query. */
export function openServerDatabase(url: string, max = connections): ConnectionPool {
  return new ServerPool({ connectionString: url, max, connectionTimeoutMillis: connectTimeoutMs, types })
}

const types = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && parsers[type]) || pg.types.getTypeParser(type, format as 'text')
  },
} as pg.CustomTypesConfig

class ServerPool implements ConnectionPool {
  readonly #config: pg.PoolConfig
  readonly #pool: pg.Pool
  readonly #listeners = new Set<ServerListener>()

  constructor(config: pg.PoolConfig) {
    this.#config = config
    this.#pool = new pg.Pool(config)
    // A connection that breaks while nobody uses it is replaced by the next query, which reports what it meets.
    this.#pool.on('error', () => {})
    // A connection that breaks while it is handed over or taken back is heard by nobody else; it must not end the process.
    this.#pool.on('connect', client => client.on('error', () => {}))
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    const onError = (fault: Error) => {
      broken = fault
    }
    client.on('error', onError)
    return {
      query: (text: unknown, parameters?: readonly unknown[]) =>
        client.query(text as string, parameters as unknown[]) as never,
      release: () => {
        client.off('error', onError)
        client.release(broken)
      },
    }
  }

  async listen(channel: string, handler: (payload: string) => void, lost: () => void) {
    const listener = new ServerListener(this.#config, channel, handler, lost)
    this.#listeners.add(listener)
    await listener.open()
    return async () => {
      this.#listeners.delete(listener)
      await listener.close()
    }
  }

  async end(): Promise<void> {
    await Promise.all([...this.#listeners].map(listener => listener.close()))
    await this.#pool.end()
  }
}

/** A connection of its own that hears a channel. When it breaks it is opened again, and `lost` is called. */
class ServerListener {
  readonly #config: pg.PoolConfig
  readonly #channel: string
  readonly #handler: (payload: string) => void
  readonly #lost: () => void
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | null = null
  #closed = false

  constructor(config: pg.PoolConfig, channel: string, handler: (payload: string) => void, lost: () => void) {
    this.#config = config
    this.#channel = channel
    this.#handler = handler
    this.#lost = lost
  }

  async open(): Promise<void> {
    const client = new pg.Client({ ...this.#config, keepAlive: true })
    this.#client = client
    client.on('notification', message => this.#handler(message.payload ?? ''))
    client.on('error', () => this.#broke(client))
    client.on('end', () => this.#broke(client))
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(this.#channel)}`)
  }

  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  #broke(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return
    this.#client = null
    client.end().catch(() => {})
    this.#again()
  }

  #again(): void {
    this.#timer = setTimeout(async () => {
      try {
        await this.open()
        if (!this.#closed) this.#lost()
        else await this.close()
      } catch {
        this.#client = null
        if (!this.#closed) this.#again()
      }
    }, reconnectMs + randomInt(reconnectMs))
    this.#timer.unref()
  }
}
