import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DatabasePlace } from '../../../src/store/database.js'
import { sha256 } from '../../../src/store/hash.js'
import type { Store } from '../../../src/store/store.js'

const program = fileURLToPath(new URL('serve.mjs', import.meta.url))

/** How late the timers of a server were in each second, and what memory it held. */
export interface ServerSecond {
  readonly lateMs: number
  readonly memoryMb: number
}

/** What a server found in its database before anybody wrote. */
export interface FoundThere {
  readonly findings: readonly object[]
  readonly cases: Readonly<Record<string, FoundCase>>
}

export interface FoundCase {
  /** The number of the last revision. */
  readonly revision: number
  readonly texts: Readonly<Record<string, string>>
  /** sha256 of every file. */
  readonly hashes: Readonly<Record<string, string>>
}

/** A server in a process of its own over a database, as serve.mjs starts it. */
export class Served {
  readonly port: number
  /** Null where nothing was looked at. */
  readonly found: FoundThere | null
  readonly seconds: ServerSecond[] = []
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, port: number, found: FoundThere | null) {
    this.#child = child
    this.port = port
    this.found = found
  }

  /** Starts a server, which first says what the doctor finds, and what the cases `look` are. */
  static async start(place: DatabasePlace, look: readonly string[] = []): Promise<Served> {
    const child = spawn(process.execPath, [program, JSON.stringify({ place, look })], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout! })
    return new Promise((resolve, reject) => {
      let served: Served | null = null
      let found: FoundThere | null = null
      lines.on('line', line => {
        const said = JSON.parse(line) as { port?: number; found?: FoundThere } & ServerSecond
        if (said.found !== undefined) found = said.found
        else if (served !== null) served.seconds.push(said)
        else if (said.port !== undefined) {
          served = new Served(child, said.port, found)
          resolve(served)
        }
      })
      child.on('exit', code => reject(new Error(`The server ended with ${code} before it listened.`)))
    })
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Address of a case's WebSocket. */
  live(caseId: string): string {
    return `ws://127.0.0.1:${this.port}/api/cases/${caseId}/live`
  }

  /** Ends it at once, as a crash does; it has no time for anything. */
  async kill(): Promise<void> {
    const gone = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    await gone
  }

  /** Ends it as it is meant to end. */
  async end(): Promise<void> {
    const gone = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await gone
  }
}

/** Makes a user with a token; gives the user's id and the headers to ask with. */
export async function newPerson(
  store: Store,
  name: string,
): Promise<{ readonly id: string; readonly headers: Record<string, string> }> {
  const { id } = await store.users.create({ name, email: null })
  const secret = `manil_${randomBytes(32).toString('base64url')}`
  await store.tokens.create({
    userId: id,
    name: 'test',
    roleCap: null,
    cases: null,
    expiresAtMs: null,
    tokenHash: sha256(secret),
  })
  return { id, headers: { authorization: `Bearer ${secret}` } }
}
