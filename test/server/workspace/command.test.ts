/**
 * Proves the commands around a workspace on real databases: it starts with the cases of folders to the byte and goes on where
 * it was, it says what it needs before other machines may reach it, and it can be examined, backed up and restored.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { runCommandLine } from '../../../src/cli/commandLine.js'
import type { Effects } from '../../../src/cli/effects.js'
import { readCaseFolder } from '../../../src/publish/readFolder.js'
import { caseIdOf } from '../../../src/server/workspace/takeIn.js'
import { type DatabasePlace, openDatabase } from '../../../src/store/database.js'
import { inFolder, recordingEffects } from '../../cli/recordingEffects.js'
import { type DatabaseKind, emptyPlace, isMissing } from '../../store/databases.js'

const kakao = fileURLToPath(new URL('../../../cases/kakao-2022', import.meta.url))

/** Where a command finds its database: by an option, or by the environment. */
function toldBy(place: DatabasePlace): { options: string[]; env: Effects['env'] } {
  if (place.kind === 'server') return { options: [], env: { DATABASE_URL: place.url } }
  if (place.kind === 'folder') return { options: ['--data', place.folder], env: {} }
  throw new Error('A command opens no database in memory.')
}

/** Runs a command to its end. */
async function command(args: readonly string[], { cwd, env = {} }: { cwd: string; env?: Effects['env'] }) {
  const { effects, record } = recordingEffects({ cwd, language: 'en', env })
  return { status: await runCommandLine(args, effects), ...record }
}

/** Starts a workspace, does something while it runs, and ends it. */
async function whileRunning<T>(
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Effects['env'] },
  work: (started: {
    address: string
    port: number
    taken: { id: string; reason: string | null }[]
  }) => Promise<T>,
): Promise<T> {
  let stop = () => {}
  let started = () => {}
  const stopped = new Promise<void>(resolve => {
    stop = resolve
  })
  const running = new Promise<void>(resolve => {
    started = resolve
  })
  const untilStopped = () => {
    started()
    return stopped
  }
  const { effects, record } = recordingEffects({ cwd, language: 'en', env, untilStopped })
  const ended = runCommandLine(['workspace', ...args, '--port', '0', '--json'], effects)
  await Promise.race([running, ended.then(() => Promise.reject(new Error(record.errors + record.output)))])
  try {
    return await work(JSON.parse(record.output))
  } finally {
    stop()
    expect(await ended).toBe(0)
  }
}

/** Posts JSON with the headers that are said, the host among them. */
function send(port: number, path: string, headers: Record<string, string>, body: object) {
  return new Promise<{ status: number; text: string; cookie: string }>((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      reply => {
        let text = ''
        reply.on('data', part => {
          text += part
        })
        const [cookie = ''] = reply.headers['set-cookie'] ?? []
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text, cookie }))
      },
    )
    asking.on('error', reject)
    asking.end(JSON.stringify(body))
  })
}

/** Somebody who opened the address that was printed. */
async function enter(address: string) {
  const reply = await fetch(address, { redirect: 'manual' })
  const [cookie = ''] = reply.headers.getSetCookie()
  const { origin } = new URL(address)
  const headers = { cookie: cookie.split(';')[0]!, origin }
  const session = (await (await fetch(`${origin}/api/session`, { headers })).json()) as { csrf: string }
  return (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, {
      ...init,
      headers: { ...headers, 'x-manil-csrf': session.csrf, ...init.headers },
    })
}

/** An embedded database takes seconds to open, and each of these opens several. */
const slowMs = 240_000

describe.each<DatabaseKind>(['PGlite', 'PostgreSQL'])('manil workspace on %s', { timeout: slowMs }, kind => {
  const on = test.skipIf(isMissing(kind))

  on('takes cases in to the byte, once, and goes on where it was', async () => {
    await inFolder(async cwd => {
      const { options, env } = toldBy(await emptyPlace(kind))
      const folder = join(cwd, 'mine', 'Ärger 2022')
      mkdirSync(join(folder, 'evidence'), { recursive: true })
      const texts = {
        'case.yaml': '\ufeffcase:\r\n  title: Ärger # ein Kommentar\r\n',
        'broken.yaml': 'a: [\n',
      }
      for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text)
      writeFileSync(join(folder, 'evidence', 'photo.png'), Uint8Array.of(137, 80, 78, 71, 0, 255))
      writeFileSync(join(folder, 'latin1.yaml'), Uint8Array.of(0x23, 0xe9, 0x0a))

      await whileRunning([kakao, join(cwd, 'mine'), ...options], { cwd, env }, async ({ address, taken }) => {
        expect(taken).toEqual([
          { id: 'kakao-2022', reason: null },
          { id: 'arger-2022', reason: null },
        ])
        const ask = await enter(address)
        const { cases: listed } = (await (await ask('/api/cases')).json()) as {
          cases: { id: string; role: string }[]
        }
        expect(listed.map(({ id, role }) => [id, role]).sort()).toEqual([
          ['arger-2022', 'owner'],
          ['kakao-2022', 'owner'],
        ])
        for (const [id, from] of [
          ['kakao-2022', kakao],
          ['arger-2022', folder],
        ] as const) {
          for (const { path } of readCaseFolder(from).files) {
            const reply = await ask(`/api/cases/${id}/file?path=${encodeURIComponent(path)}`)
            const bytes = Buffer.from(await reply.arrayBuffer())
            expect(bytes.equals(readFileSync(join(from, path))), `${id}/${path}`).toBe(true)
          }
        }
        const written = await ask('/api/cases/arger-2022/file?path=more.yaml', {
          method: 'PUT',
          body: '# written in the workspace\n',
          headers: { 'content-type': 'application/octet-stream' },
        })
        expect(written.status).toBe(200)
      })
      await whileRunning([kakao, join(cwd, 'mine'), ...options], { cwd, env }, async ({ address, taken }) => {
        expect(taken).toEqual([])
        const ask = await enter(address)
        const reply = await ask('/api/cases/arger-2022/file?path=more.yaml')
        expect(await reply.text()).toBe('# written in the workspace\n')
      })
      const examined = await command(['doctor', ...options], { cwd, env })
      expect([examined.status, examined.errors]).toEqual([0, ''])
    })
  })

  on('is backed up to one file, and restored from it into an empty one alone', async () => {
    await inFolder(async cwd => {
      const from = toldBy(await emptyPlace(kind))
      await whileRunning([kakao, ...from.options], { cwd, env: from.env }, async () => {})
      const out = join(cwd, 'manil.backup')
      expect((await command(['backup', '--out', out, ...from.options], { cwd, env: from.env })).status).toBe(
        0,
      )
      const full = await command(['restore', out, ...from.options], { cwd, env: from.env })
      expect([full.status, full.errors]).toEqual([2, expect.stringMatching(/not empty/)])

      const to = toldBy(
        await emptyPlace(kind === 'PGlite' && !isMissing('PostgreSQL') ? 'PostgreSQL' : 'PGlite'),
      )
      const restored = await command(['restore', out, ...to.options], { cwd, env: to.env })
      expect([restored.status, restored.output]).toEqual([0, expect.stringContaining('1 case')])
      expect((await command(['doctor', ...to.options], { cwd, env: to.env })).status).toBe(0)
      await whileRunning([kakao, ...to.options], { cwd, env: to.env }, async ({ taken }) => {
        expect(taken).toEqual([])
      })
      const damaged = join(cwd, 'damaged')
      const bytes = readFileSync(out)
      writeFileSync(damaged, bytes.subarray(0, bytes.length - 100))
      const empty = toldBy(await emptyPlace(kind))
      const refused = await command(['restore', damaged, ...empty.options], { cwd, env: empty.env })
      expect([refused.status, refused.errors]).toEqual([
        2,
        expect.stringMatching(/not a backup, or a damaged one/),
      ])
      expect((await command(['restore', 'nothing', ...empty.options], { cwd, env: empty.env })).status).toBe(
        2,
      )
    })
  })

  on('is not content when somebody changed what was signed', async () => {
    await inFolder(async cwd => {
      const place = await emptyPlace(kind)
      const { options, env } = toldBy(place)
      await whileRunning([kakao, ...options], { cwd, env }, async () => {})
      const database = await openDatabase(place)
      await sql`update revisions set message = 'nothing to see here'`.execute(database.query)
      await database.close()
      const examined = await command(['doctor', ...options], { cwd, env })
      expect(examined.status).toBe(1)
      expect(examined.output).toMatch(/kakao-2022: .*\[revision-altered\]/)
    })
  })

  on(
    'reached by others needs an encrypted address, and begins with an invitation for its keeper',
    async () => {
      await inFolder(async cwd => {
        const { options, env } = toldBy(await emptyPlace(kind))
        const refused = async (variables: Effects['env']) => {
          const args = ['workspace', kakao, ...options, '--host', '0.0.0.0', '--port', '0']
          const { status, errors } = await command(args, { cwd, env: { ...env, ...variables } })
          expect(status).toBe(2)
          return errors
        }
        expect(await refused({})).toMatch(/MANIL_URL/)
        expect(await refused({ MANIL_URL: 'http://manil.example.com' })).toMatch(/https/)
        expect(await refused({ MANIL_URL: 'https://manil.example.com/path' })).toMatch(/MANIL_URL/)
        expect(
          await refused({
            MANIL_URL: 'https://manil.example.com',
            MANIL_OPENID_ISSUER: 'https://id.example.com',
          }),
        ).toMatch(/MANIL_OPENID_CLIENT_ID/)

        const open = { ...env, MANIL_URL: 'https://manil.example.com' }
        await whileRunning(
          [kakao, ...options, '--host', '127.0.0.1'],
          { cwd, env: open },
          async ({ address }) => {
            // On this machine the key is still there, under this machine's own name.
            expect(new URL(address).pathname).toMatch(/^\/enter\//)
          },
        )
      })
    },
  )
})

test('who joins first by invitation keeps the workspace and owns the cases that nobody owned', async () => {
  await inFolder(async cwd => {
    const place = await emptyPlace('PGlite')
    const { options } = toldBy(place)
    const env = { MANIL_URL: 'https://manil.example.com' }
    await whileRunning([kakao, ...options, '--host', '0.0.0.0'], { cwd, env }, async ({ address }) => {
      expect(address).toMatch(/^https:\/\/manil\.example\.com\/join#/)
    })
    // Nobody joined yet: there is another invitation.
    await whileRunning(
      [kakao, ...options, '--host', '0.0.0.0'],
      { cwd, env },
      async ({ address, port, taken }) => {
        expect([taken, new URL(address).pathname]).toEqual([[], '/join'])
        // As the proxy that does TLS passes it on.
        const proxied = (path: string, body: object, headers: Record<string, string> = {}) =>
          send(
            port,
            path,
            { host: 'manil.example.com', origin: 'https://manil.example.com', ...headers },
            body,
          )
        const secret = new URL(address).hash.slice(1)
        const join = { name: 'First', email: 'first@example.com', password: 'a long enough password' }
        const joined = await proxied('/api/invitations/accept', { secret, join })
        expect(joined.status).toBe(200)
        const { session } = JSON.parse(joined.text) as { session: { csrf: string; user: { admin: boolean } } }
        expect(joined.cookie).toMatch(/^__Host-manil-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
        const headers = { cookie: joined.cookie.split(';')[0]!, 'x-manil-csrf': session.csrf }
        const invited = await proxied('/api/invitations', {}, headers)
        expect(invited.status).toBe(201)
        const forCase = await proxied('/api/cases/kakao-2022/invitations', { role: 'reader' }, headers)
        expect(forCase.status).toBe(201)
        const { address: forReader } = JSON.parse(forCase.text) as { address: string }
        expect(forReader).toMatch(/^https:\/\/manil\.example\.com\/join#/)
        // No key works where others can come to the door.
        const keyed = await fetch(`http://127.0.0.1:${port}/enter/anything`, { redirect: 'manual' })
        expect(keyed.status).toBe(403)
      },
    )
    await whileRunning([...options, '--host', '0.0.0.0'], { cwd, env }, async ({ address }) => {
      expect(address).toBe('https://manil.example.com/')
    })
  })
})

test('one folder is open in one workspace at a time', async () => {
  await inFolder(async cwd => {
    const { options } = toldBy(await emptyPlace('PGlite'))
    await whileRunning(options, { cwd }, async () => {
      const second = await command(['doctor', ...options], { cwd })
      expect([second.status, second.errors]).toEqual([
        2,
        expect.stringMatching(/another Manil has this data open/),
      ])
    })
  })
})

test('names of folders become ids that an address can hold', () => {
  const names = [
    'kakao-2022',
    'Kakao 2022',
    '카카오',
    '..',
    '.hidden',
    'a/b',
    'x'.repeat(300),
    'Ä ö ü',
    '-a-',
    'con.',
  ]
  for (const name of names) expect(caseIdOf(name)).toMatch(/^[a-z0-9][a-z0-9._-]{0,99}$/)
  expect(caseIdOf('kakao-2022')).toBe('kakao-2022')
})
