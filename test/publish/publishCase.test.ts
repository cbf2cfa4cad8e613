import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { pageAssets } from '../../src/publish/assets.js'
import { checksums } from '../../src/publish/checksums.js'
import { type PublishedFile, publishCase } from '../../src/publish/publishCase.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { renderCasePage } from '../../src/publish/renderCasePage.js'
import { outlineOf } from './outline.js'
import { SECRETS, smallCaseFiles } from './smallCase.js'
import { writeSite } from './writeSite.js'

const load = () => loadCase('small', smallCaseFiles())
const textOfFile = (file: PublishedFile | undefined) =>
  typeof file?.contents === 'string' ? file.contents : Buffer.from(file?.contents ?? []).toString('latin1')

let files: PublishedFile[] = []
const named = (path: string) => textOfFile(files.find(file => file.path === path))

beforeAll(async () => {
  expect(load().problems.filter(({ severity }) => severity === 'error')).toEqual([])
  files = await publishCase(load())
})

describe('A published case is a folder of files.', () => {
  it('has a page for each language, the first again as index, the data, the public evidence, and checksums', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'index.html',
      'ko.html',
      'en.html',
      'case.json',
      'evidence/meter.png',
      'checksums.txt',
    ])
    expect(named('index.html') === named('ko.html')).toBe(true)
    expect(named('en.html')).toContain('<html lang="en">')
  })

  it('reads the same, heading by heading and row by row', async () => {
    await expect(outlineOf(named('ko.html'))).toMatchFileSnapshot('golden/small.ko.txt')
    await expect(outlineOf(named('en.html'))).toMatchFileSnapshot('golden/small.en.txt')
  })

  it('gives checksums that sha256sum accepts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manil-'))
    try {
      writeSite(files, folder)
      const said = execFileSync('sha256sum', ['--check', 'checksums.txt'], { cwd: folder, encoding: 'utf8' })
      expect(said.trim().split('\n')).toHaveLength(5)
      expect(readFileSync(join(folder, 'evidence/meter.png')).length).toBeGreaterThan(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is the same byte for byte when it is published again', async () => {
    expect(checksums(await publishCase(load()))).toEqual(checksums(files))
  })

  it('is the same from two folders, in whatever order their files are listed', async () => {
    const published = await Promise.all(
      ['a', 'b'].map(async name => {
        const parent = mkdtempSync(join(tmpdir(), `manil-${name}-`))
        const folder = join(parent, 'small')
        const given = smallCaseFiles().map(({ path, text }) => ({ path, contents: text }))
        writeSite(name === 'a' ? given : [...given].reverse(), folder)
        const read = readCaseFolder(folder)
        rmSync(parent, { recursive: true })
        return publishCase(loadCase(read.id, read.files, { problems: read.problems }))
      }),
    )
    expect(published.map(checksums)).toEqual([checksums(files), checksums(files)])
  })

  it('carries less than 150 KB of code, zipped', () => {
    const { script, style } = pageAssets()
    expect(gzipSync(script + style).length).toBeLessThan(150_000)
    expect(named('ko.html').includes(script)).toBe(true)
  })

  it('refuses to write outside of its folder', () => {
    expect(() => writeSite([{ path: '../out.html', contents: '' }], tmpdir())).toThrow('outside')
  })
})

describe('What is withheld is nowhere in what is published.', () => {
  it.each(SECRETS)('%s', secret => {
    const holding = files.filter(file => `${file.path} ${textOfFile(file)}`.includes(secret))
    expect(holding.map(({ path }) => path)).toEqual([])
  })

  it('keeps its place, its reason and its count', () => {
    const page = named('ko.html')
    expect(page).toMatch(/<tr class="withheld"/)
    expect(outlineOf(page)).toContain('비공개 사실 1건 보안, 2027-01-01까지')
    expect(outlineOf(page)).toContain('비공개로 둔 할 일')
    expect(page).toContain('비공개 3건')
  })

  it('does not let a quantity look better than it is: fitted to a withheld fact is still known beforehand', () => {
    const { document } = JSON.parse(named('case.json'))
    expect(document.components.hosts.basis['recovery.takes']).toEqual({ assumed: true, knowing: [] })
    expect(document.shortcomings['one-hall'].actions).toEqual(['build-second'])
  })
})

describe('A page loads nothing.', () => {
  it('names no address in an element that would load one', () => {
    for (const path of ['ko.html', 'en.html']) {
      const page = named(path)
      const loaded = [...page.matchAll(/<(?:img|script|link|iframe|source|video|audio|object)\b[^>]*/g)]
      for (const [element] of loaded) expect(element).not.toMatch(/(?:src|href|data)="(?!data:)/)
      expect(page.match(/@import[^;]{0,40}|url\((?!['"]?(?:data:|#))[^)]{0,40}/g) ?? []).toEqual([])
      expect(page.includes("default-src 'none'")).toBe(true)
    }
  })

  it('lets a server reload it while files change, and nothing else', async () => {
    const page = await renderCasePage(load(), 'en', { live: true })
    expect(page).toContain("connect-src 'self'")
    expect(page).toContain('href="?lang=ko"')
    expect(named('en.html')).not.toContain('connect-src')
  })
})

describe('A case can be published without all of its parts.', () => {
  it('without a model: facts and narrative, and it says so', async () => {
    const yaml = `case: { title: 사실만, timezone: UTC, start: 2026-01-01 00:00, languages: [ko] }
facts:
  one: { at: 2026-01-01 00:05, text: 불이 꺼졌다 }
`
    const loaded = loadCase('facts', [
      { path: 'case.yaml', text: yaml },
      {
        path: 'report.ko.md',
        text: '## 꺼졌다\n\n불은 :fact[one]에 꺼졌다. :verdict[x]{if=y}\n\n::replay\n',
      },
    ])
    const page = textOfFile((await publishCase(loaded))[0])
    expect(page).toContain('모델이 없는 사례다')
    expect(page).toContain('href="#fact-one"')
    expect(outlineOf(page)).not.toContain('[replay')
    expect(page.match(/<script\b/g)).toHaveLength(1)
  })

  it('without a narrative: every figure stands under a computed heading, and it says so', async () => {
    const loaded = loadCase(
      'small',
      smallCaseFiles().filter(({ path }) => !path.endsWith('.md')),
    )
    const page = textOfFile((await publishCase(loaded, { languages: ['en'] }))[0])
    expect(page).toContain('This case has no narrative')
    const headings = outlineOf(page)
      .split('\n')
      .filter(text => text.startsWith('## '))
    expect(headings[0]).toMatch(/^## In this model, /)
    expect(headings).toHaveLength(11)
  })

  it('with a narrative in the other language alone: that one, and it says so', async () => {
    const loaded = loadCase(
      'small',
      smallCaseFiles().filter(({ path }) => path !== 'report.en.md'),
    )
    const page = textOfFile((await publishCase(loaded, { languages: ['en'] }))[0])
    expect(page).toContain('There is no narrative in English')
    expect(page).toContain('<div class="narrative" lang="ko">')
  })
})
