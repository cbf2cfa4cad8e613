// The live log from the command line: a line becomes a fact of the timeline by the smallest edit of its file, the board
// shows it next, and the public page is written from it. With an address the line goes to a workspace, and the token only there.

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { command, inFolder } from './recordingEffects.js'

const NOW_MS = Date.UTC(2025, 2, 8, 0, 41, 7)
const root = fileURLToPath(new URL('../../', import.meta.url))

const head = 'case: { title: Outage, timezone: Asia/Seoul, start: 2025-03-08 09:12 }   # live\n'
const system =
  'components:\n  mail: { kind: service, title: { ko: 메일, en: Mail } }\n  talk: { kind: service }\n'

async function inCase(
  files: Readonly<Record<string, string>>,
  use: (run: (...args: string[]) => ReturnType<typeof command>, folder: string) => Promise<void>,
  options: Partial<Parameters<typeof command>[1]> = {},
): Promise<void> {
  await inFolder(async folder => {
    mkdirSync(join(folder, 'live'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'live', name), text)
    await use((...args) => command(args, { cwd: folder, clockMs: NOW_MS, ...options }), folder)
  })
}

const read = (folder: string, name: string) => readFileSync(join(folder, 'live', name), 'utf8')

describe('manil log', () => {
  it('begins a timeline, then adds to it; the other files stay as they were', async () => {
    await inCase({ 'case.yaml': head, 'system.yaml': system }, async (run, folder) => {
      const first = await run('log', 'live', 'mail down: disks are full')
      expect(first).toMatchObject({ status: 0, errors: '' })
      expect(first.output).toBe('2025-03-08 09:41:07 logged: mail-down\n  Mail: down\n  phase: impact\n')
      const before = read(folder, 'timeline.yaml')
      expect(before).toMatch(/^facts:\n {2}mail-down:/)
      expect(before).toMatch(/at: 2025-03-08 09:41:07/)
      await run('log', 'live', '메일 복구', '--lang', 'ko')
      const after = read(folder, 'timeline.yaml')
      expect(after.startsWith(before)).toBe(true)
      expect(after).toContain('mail-up:')
      expect(read(folder, 'case.yaml')).toBe(head)
      expect(read(folder, 'system.yaml')).toBe(system)
      expect((await run('check', 'live')).output).not.toMatch(/error/)
    })
  })

  it('writes into a case that is one file', async () => {
    await inCase({ 'one.yaml': `${head}${system}` }, async (run, folder) => {
      expect((await run('log', 'live/one.yaml', '↓ talk')).status).toBe(0)
      expect(read(folder, 'one.yaml').startsWith(`${head}${system}facts:\n`)).toBe(true)
      expect(readdirSync(join(folder, 'live'))).toEqual(['one.yaml'])
    })
  })

  it('takes a time, states beside the text, and says what is public', async () => {
    await inCase({ 'case.yaml': head, 'system.yaml': system }, async (run, folder) => {
      const { output } = await run(
        'log',
        'live',
        'We look into it',
        '--at',
        '5 min ago',
        '--down',
        'mail, talk',
        '--public',
      )
      expect(output).toMatch(/2025-03-08 09:36 logged[\s\S]*Mail: down\n {2}talk: down\n {2}public/)
      expect(read(folder, 'timeline.yaml')).toMatch(/phase: communication/)
    })
  })

  it('loses nothing when many processes log at once, also beside a lock that a killed one left', async () => {
    await inCase({ 'case.yaml': head }, async (_, folder) => {
      const lock = join(folder, 'live', '.log.lock')
      writeFileSync(lock, '')
      utimesSync(lock, new Date(0), new Date(0))
      const program = `
        import { disk } from ${JSON.stringify(pathToFileURL(join(root, 'dist/cli/disk.js')).href)}
        import { readFileSync, writeFileSync } from 'node:fs'
        const [lock, file] = process.argv.slice(1)
        for (let turn = 0; turn < 25; turn++) {
          disk.exclusively(lock, () => {
            const count = Number(readFileSync(file, 'utf8'))
            writeFileSync(file, String(count + 1))
          })
        }`
      const counter = join(folder, 'counter')
      writeFileSync(counter, '0')
      const ended = await Promise.all(
        [1, 2, 3, 4].map(
          () =>
            new Promise(resolve => {
              const args = ['--input-type=module', '--eval', program, lock, counter]
              spawn(process.execPath, args, { stdio: 'inherit' }).on('exit', resolve)
            }),
        ),
      )
      expect(ended).toEqual([0, 0, 0, 0])
      expect(readFileSync(counter, 'utf8')).toBe('100')
      expect(readdirSync(join(folder, 'live'))).toEqual(['case.yaml'])
    })
  })

  it.each([
    [['log', 'live', '  '], 'empty'],
    [['log', 'live', 'x', '--down', 'mial'], 'unknown-id'],
    [['log', 'live', 'x', '--at', 'soonish'], 'bad-time'],
    [['log', 'nowhere', 'x'], 'not-found'],
    [['log', 'live', 'x', '--to', 'https://a:b@host'], 'bad-address'],
    [['log', 'live', 'x', '--to', 'ftp://host'], 'bad-address'],
    [['log', 'live', 'x', '--to', 'https://host'], 'no-token'],
  ])('%j is refused with a reason, in both languages, and nothing is written', async (args, code) => {
    await inCase({ 'case.yaml': head, 'system.yaml': system }, async (run, folder) => {
      const json = await run(...args, '--json')
      expect(json.status).toBe(2)
      expect(JSON.parse(json.output)).toMatchObject({ errors: [{ code }] })
      expect((await run(...args, '--lang', 'ko')).errors).toMatch(/[가-힣]/)
      expect(readdirSync(join(folder, 'live')).sort()).toEqual(['case.yaml', 'system.yaml'])
    })
  })

  it('says what is wrong where the files cannot be read', async () => {
    await inCase({ 'case.yaml': `${head}facts: [` }, async run => {
      const { status, errors } = await run('log', 'live', 'x')
      expect(status).toBe(2)
      expect(errors).toMatch(/case\.yaml/)
    })
  })
})

describe('manil log in a workspace', () => {
  let server: Server | null = null
  afterEach(async () => {
    await new Promise<void>(resolve => (server === null ? resolve() : server.close(() => resolve())))
    server = null
  })

  /** A workspace that answers so, and what it was asked. */
  async function workspace(status: number, answer: unknown, headers: Record<string, string> = {}) {
    const asked: { url: string; token: string; body: unknown }[] = []
    server = createServer((request, response) => {
      let body = ''
      request.on('data', chunk => {
        body += chunk
      })
      request.on('end', () => {
        asked.push({
          url: String(request.url),
          token: String(request.headers.authorization),
          body: JSON.parse(body || 'null'),
        })
        response
          .writeHead(status, { 'content-type': 'application/json', ...headers })
          .end(JSON.stringify(answer))
      })
    })
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', () => resolve()))
    return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  it('sends the line with the token, by --to or by MANIL_URL where there is no such folder', async () => {
    const { asked, address } = await workspace(201, { fact: 'mail-up', at: '2025-03-08 09:41:07' })
    await inCase(
      { 'case.yaml': head },
      async (run, folder) => {
        const sent = await run('log', 'kakao-2022', 'mail up', '--down', 'talk', '--public')
        expect(sent).toMatchObject({ status: 0, output: '2025-03-08 09:41:07 logged: mail-up\n' })
        await run('log', 'live', 'x', '--to', `${address}/`, '--at', '15:30')
        await run('log', 'live', 'stays here')
        expect(read(folder, 'timeline.yaml')).toContain('stays here')
      },
      { env: { MANIL_URL: address, MANIL_TOKEN: 'mt_secret' } },
    )
    expect(asked).toEqual([
      {
        url: '/api/cases/kakao-2022/log',
        token: 'Bearer mt_secret',
        body: { text: 'mail up', changes: { talk: 'down' }, announce: true, language: 'en' },
      },
      {
        url: '/api/cases/live/log',
        token: 'Bearer mt_secret',
        body: { text: 'x', changes: {}, announce: false, language: 'en', at: '15:30' },
      },
    ])
  })

  it('tells what the workspace says when it refuses, and never the token', async () => {
    const { address } = await workspace(403, { error: { code: 'role', message: 'A reader may not log.' } })
    await inCase(
      {},
      async run => {
        const { status, output, errors } = await run('log', 'x', 'y', '--to', address)
        expect(status).toBe(2)
        expect(errors).toContain('A reader may not log.')
        expect(output + errors).not.toContain('mt_secret')
      },
      { env: { MANIL_TOKEN: 'mt_secret' } },
    )
  })

  it('does not follow where it is sent, says when nobody is there, and sends no token in the clear', async () => {
    const elsewhere = await workspace(307, {}, { location: 'http://example.invalid/' })
    await inCase(
      {},
      async run => {
        expect((await run('log', 'x', 'y', '--to', elsewhere.address)).errors).toMatch(/307/)
        expect((await run('log', 'x', 'y', '--to', 'http://127.0.0.1:1')).errors).toMatch(/cannot be reached/)
        const clear = await run('log', 'x', 'y', '--to', 'http://status.example', '--json')
        expect(JSON.parse(clear.output)).toMatchObject({ errors: [{ code: 'insecure-address' }] })
      },
      { env: { MANIL_TOKEN: 'mt_secret' } },
    )
  })
})

describe('manil board', () => {
  const timeline =
    'facts:\n  a: { at: 2025-03-08 09:35 ± 5m, text: x, changes: { mail: down } }\n  b: { at: 2025-03-08 12:00, text: x, changes: { mail: up } }\n'

  it('shows how services stand at a time, with a model and without', async () => {
    await inCase({ 'case.yaml': head, 'system.yaml': system, 'timeline.yaml': timeline }, async run => {
      const then = await run('board', 'live', '--at', '10:00')
      expect(then.output).toMatch(/As of 8 Mar 10:00/)
      expect(then.output).toMatch(/Mail +down +about 8 Mar 09:35 +a/)
      expect(then.output).toMatch(/talk +not known/)
      expect((await run('board', 'live', '--lang', 'ko')).output).toMatch(/메일 +정상 +3월 8일 12:00/)
    })
    await inCase({ 'case.yaml': head, 'timeline.yaml': timeline }, async run => {
      expect((await run('board', 'live')).output).toMatch(/mail +up/)
      const json = JSON.parse((await run('board', 'live', '--json')).output)
      expect(json).toMatchObject({ case: 'live', rows: [{ component: 'mail', state: 'up', fact: 'b' }] })
    })
  })

  it('says what to do where nothing is known yet', async () => {
    await inCase({ 'case.yaml': head }, async run => {
      const { status, output } = await run('board', 'live')
      expect(status).toBe(0)
      expect(output).toMatch(/manil log/)
    })
  })

  it('shows the Kakao case as its record ends', async () => {
    const { output, status } = await command(['board', 'cases/kakao-2022'], { cwd: root })
    expect(status).toBe(0)
    expect(output).toMatch(/Daum Mail +up/)
  })
})

describe('manil status', () => {
  it('writes the page from what was logged, and says when more is told', async () => {
    await inCase({ 'case.yaml': head, 'system.yaml': system }, async (run, folder) => {
      await run('log', 'live', 'mail down: SECRET reason')
      await run('log', 'live', 'Mail is late today', '--public')
      const { status, output } = await run('status', 'live', '--out', 'site', '--next', '30m')
      expect(status).toBe(0)
      expect(output).toMatch(/Wrote 6 files to site/)
      const page = readFileSync(join(folder, 'site', 'en.html'), 'utf8')
      expect(page).toMatch(/Mail is down/)
      expect(page).toMatch(/Mail is late today/)
      expect(page).toMatch(/by 8 Mar 10:11/)
      expect(page).not.toContain('SECRET')
      expect(readdirSync(join(folder, 'site')).some(name => name.includes('unfinished'))).toBe(false)
    })
  })

  it.each([
    [['--next', '08:00'], 'bad-next'],
    [['--next', 'later'], 'bad-next'],
    [['--url', 'status.example'], 'bad-url'],
  ])('%j is refused', async (more, code) => {
    await inCase({ 'case.yaml': head }, async (run, folder) => {
      const json = await run('status', 'live', '--out', 'site', ...more, '--json')
      expect(JSON.parse(json.output)).toMatchObject({ errors: [{ code }] })
      expect(readdirSync(folder)).toEqual(['live'])
    })
  })
})
