/**
 * The server over real folders: the library and live pages, what it refuses, and what it shows while a case is broken.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { application } from '../../src/server/application.js'
import { Library } from '../../src/server/library.js'
import { openServer } from '../../src/server/openServer.js'

const scaffold = fileURLToPath(new URL('../../scaffold/en', import.meta.url))
const repaired = '\n'
const broken = 'events: { e: { at: +0m, cut: [nothing-of-that-name] } }\n'

let folder = ''
let library: Library

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manil-server-'))
  cpSync(scaffold, join(folder, 'library'), { recursive: true })
  library = new Library([folder])
})
afterEach(() => {
  library.close()
  rmSync(folder, { recursive: true, force: true })
})

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await application(library, 'en').request(`http://localhost${path}`, {
    headers: { host: 'localhost:4300', ...headers },
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the library', () => {
  it('lists every case with its summary, its fidelity and its editions', async () => {
    const { status, text } = await get('/?lang=en')
    expect(status).toBe(200)
    expect(text).toContain('Booking outage at Hanul Library')
    expect(text).toContain('the tool that starts it stood in the room')
    expect(text).toMatch(/\d+ of \d+ facts/)
    expect(text).toContain('/cases/library/?lang=en')
  })

  it('is Korean for a Korean browser', async () => {
    const { text } = await get('/', { 'accept-language': 'ko-KR,ko;q=0.9' })
    expect(text).toContain('<html lang="ko">')
  })

  it('asks no other machine for anything', async () => {
    const { text, headers } = await get('/')
    expect(text).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('notices a case that comes later', async () => {
    cpSync(scaffold, join(folder, 'another'), { recursive: true })
    expect((await get('/')).text).toContain('/cases/another/')
  })
})

describe('what is refused', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.0.7:4300', ''])(
    'a request that names the host %s',
    async host => expect((await get('/', { host })).status).toBe(403),
  )

  it.each(['localhost', '127.0.0.1:4300', '[::1]:4300'])('but not %s', async host => {
    expect((await get('/', { host })).status).toBe(200)
  })

  it.each([
    '/cases/..%2f..%2fetc/passwd',
    '/cases/library/..%2f..%2f..%2fetc%2fpasswd',
    '/cases/library/%2e%2e/%2e%2e/package.json',
    '/cases/library/system.yaml',
    '/cases/none/',
    '/elsewhere',
  ])('%s', async path => expect((await get(path)).status).toBe(404))
})

describe('a live case', () => {
  const path = '/cases/library/?lang=en'
  const breakIt = () => writeFileSync(join(folder, 'library', 'zz.yaml'), broken)
  const mendIt = () => writeFileSync(join(folder, 'library', 'zz.yaml'), repaired)
  const pageWith = async (wanted: string) => {
    const until = Date.now() + 10_000
    for (;;) {
      const { text } = await get(path)
      if (text.includes(wanted) || Date.now() > until) return text
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }

  it('is the report, and reloads itself', async () => {
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text).toContain('Booking outage at Hanul Library')
    expect(text).toContain('EventSource')
  })

  it('shows what is wrong beside the last report that was whole', async () => {
    await get(path)
    breakIt()
    const text = await pageWith('nothing-of-that-name')
    expect(text).toContain('zz.yaml')
    expect(text).toContain('Booking outage at Hanul Library')
    mendIt()
    const until = Date.now() + 10_000
    while ((await get(path)).text.includes('nothing-of-that-name') && Date.now() < until) {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect((await get(path)).text).not.toContain('nothing-of-that-name')
  })

  it('that was broken from the start says so, and becomes a report when it is mended', async () => {
    breakIt()
    const { status, text } = await get(path)
    expect(status).toBe(200)
    expect(text).toContain('nothing-of-that-name')
    expect(text).toContain('There is no whole report yet')
    mendIt()
    expect(await pageWith('data-island')).not.toContain('nothing-of-that-name')
  })

  it('shows no stack trace and no mark-up of an author in its diagnostics', async () => {
    writeFileSync(join(folder, 'library', 'zz.yaml'), 'facts: { "<script>alert(1)</script>": 3 }\n')
    const text = await pageWith('zz.yaml')
    expect(text).not.toContain('<script>alert(1)')
    expect(text).not.toMatch(/^\s+at .*\.js:\d+/m)
  })

  it('hands out evidence as a file, and only what the case holds', async () => {
    mkdirSync(join(folder, 'library', 'evidence'))
    writeFileSync(join(folder, 'library', 'evidence', 'log.html'), '<script>alert(1)</script>')
    const { status, headers } = await get('/cases/library/evidence/log.html')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toContain('attachment')
    expect((await get('/cases/library/evidence/other.html')).status).toBe(404)
  })
})

describe('a running server', () => {
  it('tells an open page of a change', async () => {
    const server = await openServer({ folders: [folder], port: 0, portsTried: 1, language: 'en' })
    const heard = new Promise<string>(resolve => {
      let text = ''
      request(`${server!.address}cases/library/changes`, { host: '127.0.0.1' }, response => {
        response.on('data', chunk => {
          text += chunk
          if (text.includes('event: hello') && !text.includes('event: change')) {
            writeFileSync(join(folder, 'library', 'zz.yaml'), broken)
          }
          if (text.includes('event: change')) resolve(text)
        })
        response.on('error', () => {})
      })
        .on('error', () => {})
        .end()
    })
    expect(await heard).toContain('event: change')
    await server!.close()
  })

  it('takes the next port where one is taken, and says when there is none', async () => {
    const other = createServer()
    const port = await new Promise<number>(resolve => {
      other.listen(0, '127.0.0.1', () => {
        const bound = other.address()
        resolve(typeof bound === 'object' && bound !== null ? bound.port : 0)
      })
    })
    const options = { folders: [folder], port, language: 'en' as const }
    expect(await openServer({ ...options, portsTried: 1 })).toBeNull()
    const server = await openServer({ ...options, portsTried: 20 })
    expect(server!.port).toBeGreaterThan(port)
    await server!.close()
    await new Promise(resolve => other.close(resolve))
  })
})
