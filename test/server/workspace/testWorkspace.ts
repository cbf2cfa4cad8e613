import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DestinationStream } from 'pino'
import type { CaseRole } from '../../../src/api/access.js'
import { newTokenSecret } from '../../../src/server/workspace/identity/secrets.js'
import { expiryAt } from '../../../src/server/workspace/identity/sessions.js'
import { openLog } from '../../../src/server/workspace/log.js'
import { openWorkspace, type RunningWorkspace } from '../../../src/server/workspace/openWorkspace.js'
import type { WorkspaceSettings } from '../../../src/server/workspace/settings.js'
import { sha256 } from '../../../src/store/hash.js'
import type { Store } from '../../../src/store/store.js'
import type { User } from '../../../src/store/users.js'

const dayMs = 86_400_000

/** A case that can be run: one service that stands on one room. */
export const smallCase = [
  {
    path: 'case.yaml',
    text: `case:
  title: { ko: 작은 사례, en: A small case }
  timezone: Asia/Seoul
  start: 2022-10-15 15:00
  horizon: 1d
  languages: [ko, en]
components:
  room: { title: { ko: 전산실, en: Room }, kind: site }
  shop: { title: { ko: 가게, en: Shop }, kind: service, needs: room }
events:
  fire: { at: 2022-10-15 15:10, fail: { room: all } }
`,
  },
  {
    path: 'timeline.yaml',
    text: `facts:
  smoke: { at: 2022-10-15 15:08, text: { ko: 연기가 났다., en: Smoke was seen. } }
`,
  },
] as const

/** What came back: the status, the headers, the body as text, and as JSON where it is. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a reply may be anything.
  readonly body: any
}

export interface RequestParts {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | object
}

/** A workspace that runs on a port of this machine, over a real store. */
export class TestWorkspace {
  readonly running: RunningWorkspace
  readonly folder: string
  readonly log: string[]

  private constructor(running: RunningWorkspace, folder: string, log: string[]) {
    this.running = running
    this.folder = folder
    this.log = log
  }

  static async open(store: Store, settings: Partial<WorkspaceSettings> = {}): Promise<TestWorkspace> {
    const folder = mkdtempSync(join(tmpdir(), 'manil-server-'))
    mkdirSync(join(folder, 'app'))
    writeFileSync(
      join(folder, 'app', 'index.html'),
      '<!doctype html><html><head></head>the application</html>',
    )
    const lines: string[] = []
    const destination: DestinationStream = { write: line => void lines.push(line) }
    const running = await openWorkspace({
      store,
      log: openLog(destination),
      host: '127.0.0.1',
      port: 0,
      portsTried: 1,
      settings: {
        publicUrl: null,
        language: 'en',
        appFolder: join(folder, 'app'),
        statusFolder: join(folder, 'status'),
        openId: null,
        key: 'the-key-of-this-machine',
        proxies: 0,
        version: '0.0.0',
        ...settings,
      },
    })
    return new TestWorkspace(running!, folder, lines)
  }

  get store(): Store {
    return this.running.workspace.store
  }

  get origin(): string {
    return `http://localhost:${this.running.port}`
  }

  /** The name of the cookie of a session. */
  get cookie(): string {
    return `manil-session-${this.running.port}`
  }

  async close(): Promise<void> {
    await this.running.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Asks exactly what is said: no path is tidied, no header added but the host and the length. */
  ask(path: string, { method = 'GET', headers = {}, body }: RequestParts = {}): Promise<Reply> {
    const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
    const sent = raw ? body : JSON.stringify(body)
    const all = {
      ...(raw ? {} : { 'content-type': 'application/json' }),
      ...(sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) }),
      ...headers,
    }
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port: this.running.port,
          path,
          method,
          headers: { host: `localhost:${this.running.port}`, ...all },
        },
        reply => {
          const parts: Buffer[] = []
          reply.on('data', (part: Buffer) => parts.push(part))
          reply.on('end', () => {
            const bytes = Buffer.concat(parts)
            const text = bytes.toString()
            const json = /json/.test(reply.headers['content-type'] ?? '') && text !== ''
            resolve({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              bytes,
              text,
              body: json ? JSON.parse(text) : null,
            })
          })
          reply.on('error', reject)
        },
      )
      // A server that has heard enough answers and closes while more is still being sent.
      asking.on('error', reject)
      asking.end(sent)
    })
  }

  /** An account, and its part in a case where one is named. */
  async person(
    name: string,
    { admin = false, cases = {} }: { admin?: boolean; cases?: Readonly<Record<string, CaseRole>> } = {},
  ): Promise<Person> {
    const user = await this.store.users.create({
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}.${randomBytes(4).toString('hex')}@example.org`,
      role: admin ? 'admin' : 'member',
    })
    for (const [caseId, role] of Object.entries(cases)) {
      await this.store.members.set(caseId, user.id, { role, signOffRoles: [] })
    }
    return this.signedIn(user)
  }

  /** Somebody with a new session. */
  async signedIn(user: User): Promise<Person> {
    const secret = randomBytes(32).toString('base64url')
    const csrf = randomBytes(32).toString('base64url')
    const nowMs = this.running.workspace.nowMs()
    await this.store.sessions.create({
      tokenHash: sha256(secret),
      userId: user.id,
      csrfSecret: csrf,
      expiresAtMs: expiryAt(nowMs, nowMs),
    })
    return new Person(this, user, {
      cookie: `${this.cookie}=${secret}`,
      origin: this.origin,
      'x-manil-csrf': csrf,
    })
  }

  /** A script with a token of somebody. */
  async script(
    user: User,
    token: {
      cap?: CaseRole | null
      cases?: readonly string[] | null
      expiresInMs?: number
      revoked?: boolean
    } = {},
  ): Promise<Person> {
    const secret = newTokenSecret()
    const made = await this.store.tokens.create({
      userId: user.id,
      name: 'script',
      roleCap: token.cap ?? null,
      cases: token.cases ?? null,
      expiresAtMs: this.running.workspace.nowMs() + (token.expiresInMs ?? dayMs),
      tokenHash: sha256(secret),
    })
    if (token.revoked) await this.store.tokens.revoke(user.id, made.id)
    return new Person(this, user, { authorization: `Bearer ${secret}` })
  }

  /** A small case that can be run. */
  async smallCase(id: string, owner: string | null = null): Promise<void> {
    // As lists keep it, so that nothing is put right afterwards.
    const title = JSON.stringify({ ko: '작은 사례', en: 'A small case' })
    await this.store.cases.create({ id, title, files: [...smallCase], userId: owner, message: '' })
  }
}

/** Somebody who asks the workspace, in a browser or by a script. */
export class Person {
  constructor(
    readonly workspace: TestWorkspace,
    readonly user: User,
    readonly headers: Readonly<Record<string, string>>,
  ) {}

  ask(path: string, { headers = {}, ...parts }: RequestParts = {}): Promise<Reply> {
    return this.workspace.ask(path, { ...parts, headers: { ...this.headers, ...headers } })
  }

  get(path: string): Promise<Reply> {
    return this.ask(path)
  }

  post(path: string, body: object = {}): Promise<Reply> {
    return this.ask(path, { method: 'POST', body })
  }

  send(method: string, path: string, body?: RequestParts['body']): Promise<Reply> {
    return this.ask(path, body === undefined ? { method } : { method, body })
  }

  /** Writes a file of a case. */
  write(caseId: string, path: string, content: string | Uint8Array): Promise<Reply> {
    return this.ask(`/api/cases/${caseId}/file?path=${encodeURIComponent(path)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    })
  }
}
