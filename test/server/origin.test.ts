// Every entry of a case leads back to the file and the line where it is written, and nothing leads out of the case.

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { CaseReader } from '../../src/files/caseReader.js'
import { loadCase } from '../../src/files/loadCase.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { application } from '../../src/server/application.js'
import { Library } from '../../src/server/library.js'
import { originOf } from '../../src/server/origin.js'

const kakao = fileURLToPath(new URL('../../cases/kakao-2022', import.meta.url))
const reader = new CaseReader()
const loaded = loadCase('kakao-2022', readCaseFolder(kakao).files)

describe('where things are written', () => {
  it('is known of every entry of a real case', () => {
    const { case: _, ...sections } = loaded.document!
    let entries = 0
    for (const [section, all] of Object.entries(sections)) {
      for (const id of Object.keys(all as object)) {
        const origin = originOf(loaded, kakao, `${section}/${id}`, reader)!
        const lines = readFileSync(join(kakao, origin.file), 'utf8').split('\n')
        expect(lines[origin.line - 1]).toBe(origin.text)
        expect(
          origin.text
            .slice(origin.column - 1)
            .replace(/^["']/, '')
            .startsWith(id),
        ).toBe(true)
        expect(origin.editor).toMatch(new RegExp(`${origin.file}:${origin.line}:${origin.column}$`))
        entries++
      }
    }
    expect(entries).toBeGreaterThan(100)
  })

  it('of a field that is not written is that of its entry', () => {
    const [id] = Object.keys(loaded.document!.components!)
    expect(originOf(loaded, kakao, `components/${id}/nothing/of/that`)).toMatchObject({
      path: `components/${id}`,
    })
    expect(originOf(loaded, kakao, 'case/title')?.text).toMatch(/^ *title:/)
  })

  it.each(['', '/', '../../etc/passwd', 'nothing', '__proto__', 'components/__proto__', 'x/'.repeat(400)])(
    'is nowhere for %j',
    path => {
      const origin = originOf(loaded, kakao, path)
      expect(origin === null || origin.path === 'components').toBe(true)
    },
  )

  it('is left to people where a name could mean something to an editor', () => {
    expect(originOf(loaded, '/tmp/a b&c', 'case/title')?.editor).toBeNull()
    expect(originOf(loaded, '/tmp/사례', 'case/title')?.editor).toMatch(/^vscode:\/\/file\//)
  })
})

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-origin-'))
  cpSync(fileURLToPath(new URL('../../scaffold/en', import.meta.url)), join(folder, 'small'), {
    recursive: true,
  })
  const library = new Library([folder])
  afterAll(() => {
    library.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const get = (path: string) =>
    application(library, 'en').request(`http://localhost/cases/${path}`, { headers: { host: 'localhost:1' } })

  it('answers where, and that there is no such place', async () => {
    expect(await (await get('small/origin?path=case/title')).json()).toMatchObject({ path: 'case/title' })
    expect((await get('small/origin?path=nothing')).status).toBe(404)
    expect((await get('small/origin')).status).toBe(404)
    expect((await get('other/origin?path=case/title')).status).toBe(404)
  })
})
