import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeMessage } from '../../collaboration/messages.js'
import type { LiveConnection } from './liveConnection.js'
import { liveLimits, liveTimes } from './liveLimits.js'
import { noticeBytes } from './notifications.js'

/** What one client says about where it is. Bytes: as an awareness update of y-protocols has it. */
interface Whereabouts {
  readonly clock: number
  readonly there: boolean
  readonly bytes: Uint8Array
  /** Null where it is connected to another process. */
  readonly by: LiveConnection | null
  readonly atMs: number
}

/** Whom nothing was heard of for so long, over another process, is not there any more. Clients repeat themselves twice as often. */
const forgottenMs = 40_000

/** Clients of other processes that are remembered. */
const remembered = 5_000

/**
 * Who has a case open, and where their cursors are. Nothing of it is kept. The server says whose a client is: it sets
 * `user` in what the client says, and numbers it anew, so that a client that comes back is not taken for old news.
 */
export class Presence {
  readonly #connections: ReadonlySet<LiveConnection>
  readonly #nowMs: () => number
  /** Tells other processes. */
  readonly #tell: (update: Uint8Array) => void
  readonly #clients = new Map<number, Whereabouts>()
  readonly #changed = new Set<number>()
  #timer: NodeJS.Timeout | null = null

  constructor(
    connections: ReadonlySet<LiveConnection>,
    nowMs: () => number,
    tell: (update: Uint8Array) => void,
  ) {
    this.#connections = connections
    this.#nowMs = nowMs
    this.#tell = tell
  }

  /** Takes what a connection says. False where it is nothing that can be read. */
  take(connection: LiveConnection, update: Uint8Array): boolean {
    const entries = decoded(update)
    if (entries === null) return false
    for (const { client, clock, state } of entries) {
      const known = this.#clients.get(client)
      if (known?.there && known.by !== connection && known.by?.user.id !== connection.user.id) continue
      if (state === null && known?.by !== connection) continue
      if (known?.by !== connection && this.#clientsOf(connection) >= liveLimits.clientsOfConnection) continue
      const said = state === null ? null : ofUser(state, connection)
      if (said === undefined) continue
      this.#set(client, Math.max(clock, (known?.clock ?? 0) + 1), said, connection)
    }
    return true
  }

  /** Takes what another process tells of its clients. */
  hear(update: Uint8Array): void {
    for (const { client, clock, state } of decoded(update) ?? []) {
      const known = this.#clients.get(client)
      if (known !== undefined && (clock <= known.clock || (known.there && known.by !== null))) continue
      if (known === undefined && this.#clients.size >= remembered) continue
      this.#set(client, clock, state, null)
    }
  }

  /** Gives a new connection everybody. */
  greet(connection: LiveConnection): void {
    const entries = [...this.#clients.values()].filter(({ there }) => there)
    if (entries.length > 0) connection.sendBytes(messageOf(entries))
  }

  /** A connection is gone, and its clients with it. */
  left(connection: LiveConnection): void {
    for (const [client, { by, there, clock }] of this.#clients) {
      if (by === connection && there) this.#set(client, clock + 1, null, connection)
    }
  }

  /** Tells other processes of everyone here. */
  announce(): void {
    for (const [client, { by, there }] of this.#clients) if (by !== null && there) this.#note(client)
  }

  /** Forgets clients of processes that are gone. */
  sweep(): void {
    const before = this.#nowMs() - forgottenMs
    for (const [client, { by, there, atMs, clock }] of this.#clients) {
      if (atMs > before || (by !== null && there)) continue
      if (there) this.#set(client, clock + 1, null, null)
      else this.#clients.delete(client)
    }
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #clientsOf(connection: LiveConnection): number {
    let count = 0
    for (const { by, there } of this.#clients.values()) if (by === connection && there) count++
    return count
  }

  #set(client: number, clock: number, state: string | null, by: LiveConnection | null): void {
    const bytes = encoding.encode(encoder => {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state ?? 'null')
    })
    this.#clients.set(client, { clock, there: state !== null, bytes, by, atMs: this.#nowMs() })
    this.#note(client)
  }

  #note(client: number): void {
    this.#changed.add(client)
    this.#timer ??= setTimeout(() => this.#flush(), liveTimes.presenceMs).unref()
  }

  #flush(): void {
    this.#timer = null
    const changed = [...this.#changed].flatMap(client => this.#clients.get(client) ?? [])
    this.#changed.clear()
    for (const connection of this.#connections) {
      if (!connection.greeted) continue
      // A client knows best where it is itself.
      const others = changed.filter(({ by }) => by !== connection)
      if (others.length > 0) connection.sendBytes(messageOf(others))
    }
    for (const entries of inNotices(changed.filter(({ by }) => by !== null))) this.#tell(updateOf(entries))
  }
}

function updateOf(entries: readonly Whereabouts[]): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { bytes } of entries) encoding.writeUint8Array(encoder, bytes)
  })
}

function messageOf(entries: readonly Whereabouts[]): Uint8Array {
  return encodeMessage({ kind: 'awareness', update: updateOf(entries) })
}

/** As many at a time as one notice between processes holds in base64. */
function inNotices(entries: readonly Whereabouts[]): Whereabouts[][] {
  const most = Math.floor((noticeBytes * 3) / 4) - 300
  const notices: Whereabouts[][] = []
  let size = most
  for (const entry of entries) {
    size += entry.bytes.length
    if (size > most) {
      notices.push([])
      size = entry.bytes.length
    }
    notices.at(-1)!.push(entry)
  }
  return notices
}

/** What a client says, with its user as the server knows them; undefined where it is nothing or too much. */
function ofUser(state: string, { user, mayWrite }: LiveConnection): string | undefined {
  try {
    const said: unknown = JSON.parse(state)
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined
    const text = JSON.stringify({ ...said, user: { id: user.id, name: user.name, mayWrite } })
    return Buffer.byteLength(text) > liveLimits.presenceBytes ? undefined : text
  } catch {
    return undefined
  }
}

interface Entry {
  readonly client: number
  readonly clock: number
  readonly state: string | null
}

function decoded(update: Uint8Array): Entry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    const entries: Entry[] = []
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (client > 0xffff_ffff || clock > 0xffff_ffff) return null
      entries.push({ client, clock, state: state === 'null' ? null : state })
    }
    return entries
  } catch {
    return null
  }
}
