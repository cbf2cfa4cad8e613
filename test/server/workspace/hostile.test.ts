/**
 * Proves that what comes from outside with bad intent does nothing: each kind of attack is tried against a workspace that
 * runs, and what it was after is looked at afterwards.
 */

import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { limits } from '../../../src/model/limits.js'
import { serverLimits } from '../../../src/server/workspace/security/limits.js'
import { samePath } from '../../../src/server/workspace/security/redirects.js'
import { onEachDatabase } from '../../store/databases.js'
import { type Person, TestWorkspace } from './testWorkspace.js'

const script = '<script>alert(document.cookie)</script>'
const theCase = 'the-case'

onEachDatabase('hostile input', of => {
  let workspace: TestWorkspace
  let owner: Person
  let editor: Person
  beforeAll(async () => {
    workspace = await TestWorkspace.open(of.store)
    await workspace.smallCase(theCase)
    owner = await workspace.person('Owner', { cases: { [theCase]: 'owner' } })
    editor = await workspace.person('Editor', { cases: { [theCase]: 'editor' } })
  })
  afterAll(() => workspace.close())

  const files = async () =>
    ((await editor.get(`/api/cases/${theCase}/files`)).body.files as { path: string }[]).map(
      ({ path }) => path,
    )

  describe('scripts that are stored', () => {
    test('in a title, a fact, a comment stay words: data is JSON, and the report runs apart', async () => {
      const edits = [
        { kind: 'set', path: ['case', 'title', 'en'], value: `Evil ${script}` },
        { kind: 'insert', path: ['facts', 'evil'], value: { at: '2022-10-15 15:20', text: script } },
      ]
      expect((await editor.post(`/api/cases/${theCase}/edits`, { edits })).status).toBe(200)
      await editor.write(
        theCase,
        'report.en.md',
        `# ${script}\n\n<img src=x onerror="alert(1)">\n\n[x](javascript:alert(1))\n`,
      )
      const comment = await editor.post(`/api/cases/${theCase}/comments`, {
        anchor: { kind: 'case' },
        text: script,
      })
      expect(comment.headers['content-type']).toMatch(/^application\/json/)
      expect(comment.headers['x-content-type-options']).toBe('nosniff')
      expect(comment.headers['content-security-policy']).toMatch(/sandbox; default-src 'none'/)

      const report = await editor.get(`/cases/${theCase}/report/en.html`)
      expect(report.status, report.text.slice(0, 300)).toBe(200)
      const policy = report.headers['content-security-policy']!
      expect(policy).toMatch(/^sandbox allow-scripts/)
      expect(policy).not.toMatch(/allow-same-origin|allow-top-navigation|allow-forms/)
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).not.toMatch(/connect-src/)
      expect(report.text).not.toContain(script)
      expect(report.text).not.toMatch(/<img[^>]+onerror/)
      expect(report.text).not.toMatch(/href="javascript:/)
      await editor.post(`/api/cases/${theCase}/edits`, {
        edits: [{ kind: 'remove', path: ['facts', 'evil'] }],
      })
    })

    test('in files that are brought are handed out to be kept, whatever they are called', async () => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`
      for (const name of ['a.svg', 'a.html', 'a.xhtml', 'a.js', 'a.pdf', 'a', 'a.png']) {
        const path = `evidence/${name}`
        expect((await editor.write(theCase, path, svg)).status).toBe(200)
        const file = await editor.get(`/api/cases/${theCase}/file?path=${encodeURIComponent(path)}`)
        expect(file.text).toBe(svg)
        expect(file.headers['content-disposition']).toMatch(/^attachment/)
        expect(file.headers['x-content-type-options']).toBe('nosniff')
        expect(file.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
        const type = file.headers['content-type']
        expect(type).toBe(name === 'a.png' ? 'image/png' : 'application/octet-stream')
        expect(
          (await editor.send('DELETE', `/api/cases/${theCase}/file?path=${encodeURIComponent(path)}`)).status,
        ).toBe(204)
      }
    })

    test('in a chat export become words of a draft', async () => {
      const export_ = zipSync({
        'users.json': strToU8(JSON.stringify([{ id: 'U1', name: script, profile: { real_name: script } }])),
        'channels.json': strToU8(JSON.stringify([{ id: 'C1', name: 'general' }])),
        'general/2022-10-15.json': strToU8(
          JSON.stringify([
            {
              type: 'message',
              user: 'U1',
              ts: '1665814200.000100',
              text: `<b>power</b> is out ${script} <https://example.org|here>`,
            },
          ]),
        ),
      })
      const reply = await editor.ask(`/api/cases/${theCase}/imports?name=export.zip`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: export_,
      })
      expect(reply.status, reply.text).toBe(200)
      expect(reply.body).toMatchObject({ format: 'slack', added: 1 })
      const { drafts } = (await editor.get(`/api/cases/${theCase}/drafts`)).body
      expect(drafts[0].text).toContain('power')
      const accepted = await editor.post(`/api/cases/${theCase}/drafts/accept`, { keys: [drafts[0].key] })
      expect(accepted.body.facts).toHaveLength(1)
      const report = await editor.get(`/cases/${theCase}/report/ko.html`)
      expect(report.status).toBe(200)
      expect(report.text).not.toContain(script)
    })
  })

  describe('paths', () => {
    const bad = [
      '../case.yaml',
      'evidence/../../x.yaml',
      '/etc/passwd.yaml',
      'C:\\x.yaml',
      'C:/x.yaml',
      'evidence\\x',
      'evidence/a\0.png',
      'evidence/./x',
      'evidence//x',
      'evidence/x/',
      '.git/hooks/pre-commit.yaml',
      'evidence/.htaccess',
      'evidence/CON',
      'evidence/nul.txt',
      'evidence/com1.yaml',
      'evidence/x.',
      'evidence/x ',
      'evidence/a:b',
      'evidence/what?.png',
      'evidence/\u202egnp.exe',
      'evidence/a\u200bb.png',
      'readme.txt',
      `evidence/${'x'.repeat(300)}`,
      `evidence/${'a/'.repeat(40)}x`,
      '',
    ]

    test.each(bad)('%j is no place for a file', async path => {
      const before = await files()
      const address = `/api/cases/${theCase}/file?path=${encodeURIComponent(path)}`
      const written = await editor.ask(address, {
        method: 'PUT',
        body: 'x',
        headers: { 'content-type': 'application/octet-stream' },
      })
      expect(written.status, written.text).toBe(400)
      const moved = await editor.post(`/api/cases/${theCase}/file/move`, { from: 'timeline.yaml', to: path })
      expect(moved.status, moved.text).toBe(400)
      expect(await files()).toEqual(before)
    })

    test('that lead out of the case read nothing', async () => {
      for (const path of ['../../etc/passwd', '/etc/passwd', '..%2f..%2fetc%2fpasswd', 'case.yaml\0.png']) {
        const read = await editor.get(`/api/cases/${theCase}/file?path=${encodeURIComponent(path)}`)
        expect([read.status, read.body.error.code]).toEqual([404, 'no-such-file'])
      }
    })

    test.each([
      '/../../../etc/passwd',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/%00.js',
      '/..\\..\\etc\\passwd.js',
      '/api/../etc/passwd.json',
    ])('%j gives no file of the machine', async path => {
      const reply = await workspace.ask(path)
      // An address without a file's ending is one of the application's, which is one page.
      expect(reply.status === 200 ? reply.text : reply.status).toEqual(
        reply.status === 200 ? expect.stringContaining('the application') : expect.toBeOneOf([400, 404]),
      )
      expect(reply.text).not.toMatch(/root:|"version"/)
    })

    test('in the place of a case’s name lead to no case', async () => {
      for (const name of [
        '..',
        '%2e%2e',
        'the-case%2f..%2fother',
        '__proto__',
        'constructor',
        'The-Case',
        'a%00b',
      ]) {
        const reply = await editor.get(`/api/cases/${name}/files`)
        expect([400, 404]).toContain(reply.status)
      }
    })
  })

  describe('archives', () => {
    const send = (bytes: Uint8Array, id = 'brought') =>
      editor.ask(`/api/cases/import?id=${id}`, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': 'application/zip' },
      })
    const yaml = strToU8('case: {}\n')

    test('that unpack to more than there may be are refused', async () => {
      // Just beyond what one entry may have. Packing it holds up the server too, which is in this process.
      const bomb = zipSync(
        { 'case.yaml': yaml, 'evidence/zeros.bin': new Uint8Array(26_000_000) },
        { level: 1 },
      )
      expect(bomb.length).toBeLessThan(1_000_000)
      const reply = await send(bomb)
      expect([reply.status, reply.body.error.code]).toEqual([413, 'archive-too-large'])
      const many = Object.fromEntries(
        Array.from({ length: 10_001 }, (_, n) => [`evidence/${n}`, new Uint8Array(0)]),
      )
      expect((await send(zipSync({ 'case.yaml': yaml, ...many }))).status).toBe(413)
    })

    test.each([
      ['../out.yaml'],
      ['evidence/../../out.yaml'],
      ['C:\\out.yaml'],
      ['/out.yaml'],
      ['evidence/con.yaml'],
    ])('with %j in them are refused as a whole', async name => {
      const reply = await send(zipSync({ 'case.yaml': yaml, [name]: yaml }))
      expect([reply.status, reply.body.error.code]).toEqual([400, 'bad-path'])
      expect(await of.store.cases.get('brought')).toBeNull()
    })

    test('that are none, or hold no case, are refused', async () => {
      expect((await send(strToU8('no zip at all'))).body.error.code).toBe('bad-archive')
      expect((await send(new Uint8Array(0))).status).toBe(400)
      expect((await send(zipSync({ 'readme.txt': yaml }))).body.error.code).toBe('empty-archive')
    })

    test('of a case come out as they went in, to the byte', async () => {
      const content = {
        'case.yaml': strToU8('\ufeffcase:\r\n  title: 하나 # comment\r\n'),
        'evidence/x.bin': Uint8Array.of(0, 255, 1),
      }
      const folder = Object.fromEntries(
        Object.entries(content).map(([path, bytes]) => [`outer/${path}`, bytes]),
      )
      expect((await send(zipSync(folder), 'round-trip')).status).toBe(201)
      const { unzipSync } = await import('fflate')
      const zip = await editor.get('/api/cases/round-trip/export.zip')
      const back = unzipSync(new Uint8Array(zip.bytes))
      expect(Object.keys(back).sort()).toEqual(['round-trip/case.yaml', 'round-trip/evidence/x.bin'])
      for (const [path, bytes] of Object.entries(content))
        expect([...back[`round-trip/${path}`]!]).toEqual([...bytes])
    })
  })

  describe('what is too large', () => {
    test('is refused by its announced length, before it is read', async () => {
      for (const [path, method, limit] of [
        [`/api/cases/${theCase}/file?path=evidence/x`, 'PUT', serverLimits.fileBytes],
        [`/api/cases/${theCase}/comments`, 'POST', serverLimits.jsonBytes],
      ] as const) {
        const type = method === 'PUT' ? 'application/octet-stream' : 'application/json'
        const status = await new Promise<number>((resolve, reject) => {
          const asking = request({
            host: '127.0.0.1',
            port: workspace.running.port,
            path,
            method,
            headers: {
              ...editor.headers,
              host: `localhost:${workspace.running.port}`,
              'content-type': type,
              'content-length': limit + 1,
            },
          })
          asking.on('response', reply => resolve(reply.statusCode ?? 0))
          asking.on('error', reject)
          asking.flushHeaders()
        })
        expect(status).toBe(413)
      }
    })

    test('is refused when it comes without a length', async () => {
      const status = await new Promise<number>((resolve, reject) => {
        const asking = request({
          host: '127.0.0.1',
          port: workspace.running.port,
          path: `/api/cases/${theCase}/comments`,
          method: 'POST',
          headers: {
            ...editor.headers,
            host: `localhost:${workspace.running.port}`,
            'content-type': 'application/json',
            'transfer-encoding': 'chunked',
          },
        })
        asking.on('response', reply => resolve(reply.statusCode ?? 0))
        asking.on('error', error =>
          (error as NodeJS.ErrnoException).code === 'EPIPE' ? undefined : reject(error),
        )
        const part = Buffer.alloc(100_000, 'x')
        for (let sent = 0; sent <= serverLimits.jsonBytes; sent += part.length) asking.write(part)
        asking.end()
      })
      expect(status).toBe(413)
    })

    test('is refused where a case would have more than there may be', async () => {
      const text = `# ${'x'.repeat(limits.fileBytes)}\n`
      const reply = await editor.write(theCase, 'large.yaml', text)
      expect([reply.status, reply.body.error.code]).toEqual([413, 'file-too-large'])
    })

    test('nests no deeper than may be, and has no key that means something to the language', async () => {
      const deep = `{"anchor":{"kind":"case"},"text":"x","more":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
      const send = (body: string) =>
        editor.ask(`/api/cases/${theCase}/comments`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        })
      expect((await send(deep)).body.error.code).toBe('too-deep')
      expect(
        (await send('{"anchor":{"kind":"case"},"text":"x","__proto__":{"admin":true}}')).body.error.code,
      ).toBe('reserved-key')
      expect((await send('{"text":')).body.error.code).toBe('bad-json')
      expect((await send('')).body.error.code).toBe('bad-json')
      for (const path of [
        ['__proto__', 'polluted'],
        ['constructor', 'prototype', 'polluted'],
        ['facts', '__proto__', 'at'],
      ]) {
        const reply = await editor.post(`/api/cases/${theCase}/edits`, {
          edits: [{ kind: 'set', path, value: 'yes' }],
        })
        expect(reply.status).toBeLessThan(500)
        expect(({} as Record<string, unknown>).polluted).toBeUndefined()
        await editor.post(`/api/cases/${theCase}/revisions/1/restore`)
      }
    })
  })

  describe('other sites', () => {
    test('change nothing with the cookie of somebody who is signed in', async () => {
      const { cookie } = editor.headers as { cookie: string }
      const csrf = editor.headers['x-manil-csrf']!
      const body = { anchor: { kind: 'case' }, text: 'forged' }
      const tries: Readonly<Record<string, Record<string, string>>> = {
        'no header at all': {},
        'a wrong secret': { 'x-manil-csrf': 'x'.repeat(csrf.length), origin: workspace.origin },
        'another site’s page': { 'x-manil-csrf': csrf, origin: 'https://evil.example' },
        'an opaque origin, as the report has': { 'x-manil-csrf': csrf, origin: 'null' },
        'another port': { 'x-manil-csrf': csrf, origin: 'http://localhost:1' },
        'the right name with another scheme': {
          'x-manil-csrf': csrf,
          origin: workspace.origin.replace('http', 'https'),
        },
        'what the browser says of it': { 'x-manil-csrf': csrf, 'sec-fetch-site': 'cross-site' },
        'a sister site': { 'x-manil-csrf': csrf, 'sec-fetch-site': 'same-site' },
      }
      for (const [name, headers] of Object.entries(tries)) {
        const reply = await workspace.ask(`/api/cases/${theCase}/comments`, {
          method: 'POST',
          body,
          headers: { cookie, ...headers },
        })
        expect([name, reply.status]).toEqual([name, 403])
      }
      // A form needs no permission to be sent: it has another type.
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const reply = await workspace.ask(`/api/cases/${theCase}/comments`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { ...editor.headers, 'content-type': type },
        })
        expect(reply.status).toBe(400)
      }
      const comments = (await editor.get(`/api/cases/${theCase}/comments`)).text
      expect(comments).not.toContain('forged')
    })

    test('sign nobody in, and are told nothing by CORS', async () => {
      const forged = { origin: 'https://evil.example' }
      const body = { email: 'a@example.org', password: 'attacker’s own' }
      const reply = await workspace.ask('/api/session/password', { method: 'POST', body, headers: forged })
      expect([reply.status, reply.body.error.code]).toEqual([403, 'foreign-page'])
      const asked = await workspace.ask('/api/cases', {
        method: 'OPTIONS',
        headers: { ...forged, 'access-control-request-method': 'GET' },
      })
      const read = await editor.ask('/api/cases', { headers: forged })
      for (const { headers } of [asked, read]) {
        expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
        expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      }
    })

    test('open no WebSocket', async () => {
      for (const origin of ['https://evil.example', 'null', 'http://localhost:1']) {
        const socket = new WebSocket(`ws://127.0.0.1:${workspace.running.port}/api/cases/${theCase}/live`, {
          headers: { cookie: editor.headers.cookie!, host: `localhost:${workspace.running.port}`, origin },
        })
        const [error] = (await once(socket, 'error')) as [Error]
        expect(error.message).toMatch(/403/)
      }
    })

    test('reach nothing by a name that they bound to this address', async () => {
      for (const host of [
        'evil.example',
        `evil.example:${workspace.running.port}`,
        'localhost.evil.example',
        '127.0.0.1.evil.example',
        'localhost@evil.example',
        '[::1',
      ]) {
        const reply = await editor.ask('/api/cases', { headers: { host } })
        expect([host, reply.status === 403 || reply.status === 400]).toEqual([host, true])
        expect(reply.text).not.toContain(theCase)
      }
      const socket = new WebSocket(`ws://127.0.0.1:${workspace.running.port}/api/cases/${theCase}/live`, {
        headers: { cookie: editor.headers.cookie!, host: 'evil.example', origin: 'http://evil.example' },
      })
      const [error] = (await once(socket, 'error')) as [Error]
      expect(error.message).toMatch(/403/)
    })

    test('are not what anybody is sent on to', () => {
      const away = [
        'https://evil.example',
        '//evil.example',
        '/\\evil.example',
        '/\t/evil.example',
        '/\n/evil.example',
        '\\\\evil.example',
        'javascript:alert(1)',
        'evil',
        '',
        '/..//evil.example',
        '/./\\evil.example',
        `/${'x'.repeat(3000)}`,
      ]
      for (const to of away) {
        const path = samePath(to)
        expect(new URL(path, 'http://here.example').host).toBe('here.example')
        expect(path.startsWith('//')).toBe(false)
      }
      expect(samePath('/cases/kakao-2022/timeline?at=1#row')).toBe('/cases/kakao-2022/timeline?at=1#row')
    })
  })

  test('requests that are sent again log once', async () => {
    const said = { text: 'shop down', once: 'key of this event' }
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => editor.post(`/api/cases/${theCase}/log`, said)),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    const { document } = (await editor.get(`/api/cases/${theCase}/document`)).body
    expect(
      Object.values(document.facts).filter(
        fact => (fact as { changes?: { shop?: string } }).changes?.shop === 'down',
      ),
    ).toHaveLength(1)
  })

  test('what breaks the protocol breaks nothing else', async () => {
    for (const bytes of [
      'GET / HTTP/1.1\r\n\r\n',
      'NONSENSE\r\n\r\n',
      'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      '\0\0\0',
    ]) {
      const socket = connect(workspace.running.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.resume()
      socket.end(bytes)
      await once(socket, 'close')
    }
    expect((await workspace.ask('/healthz')).status).toBe(200)
  })

  test('no answer has the place of an error in the program', async () => {
    const replies = [
      await editor.get(`/api/cases/${theCase}/changes?from=x`),
      await editor.get(`/api/cases/${theCase}/changes?from=99999`),
      await editor.get(`/api/cases/${theCase}/revisions?limit=-1`),
      await editor.get(`/api/cases/${theCase}/export.zip?revision=77`),
      await editor.post(`/api/cases/${theCase}/revisions/9007199254740993/restore`),
      await editor.send('PUT', `/api/cases/${theCase}/live-state`, { nextUpdateMs: 1e300 }),
      await owner.send('DELETE', `/api/cases/${theCase}/members/%00`),
      await owner.get(`/api/cases/${theCase}/audit?before=99999999999999999999`),
    ]
    for (const reply of replies) {
      expect(reply.status, reply.text).toBeGreaterThanOrEqual(400)
      expect(reply.status, reply.text).toBeLessThan(500)
      expect(reply.text).not.toMatch(/\bat .*\.(ts|js)|node_modules|select |kysely/i)
      expect(Object.keys(reply.body)).toEqual(['error'])
    }
  })

  test('refusals are in the language that was asked for', async () => {
    const ask = async (language: string) =>
      (await editor.ask(`/api/cases/no-such/files`, { headers: { 'accept-language': language } })).body.error
        .message
    expect(await ask('ko-KR,ko;q=0.9,en;q=0.5')).toMatch(/[가-힣]/)
    expect(await ask('en')).toBe('There is no such case, or it may not be seen.')
  })
})
