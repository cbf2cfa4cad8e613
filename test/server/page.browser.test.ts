/** The server's own pages in a browser: nothing serious for axe, no wider than a phone, and nothing asked of other machines. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, type RunningServer } from '../../src/server/openServer.js'
import { chromiumPath, startChromium } from '../browser/chromium.js'

const scaffold = fileURLToPath(new URL('../../scaffold/ko', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phonePx = 390

describe.skipIf(chromiumPath === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-pages-'))
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    for (const name of ['whole', 'broken']) cpSync(scaffold, join(folder, name), { recursive: true })
    writeFileSync(
      join(folder, 'broken', 'zz.yaml'),
      'facts: { x: { at: 2025-03-08 09:12, text: t, chnges: {} } }\n',
    )
    server = (await openServer({ folders: [folder], port: 0, portsTried: 1, language: 'ko' }))!
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['', 'cases/broken/', 'nowhere'])('/%s', async path => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        viewport: { width: phonePx, height: 800 },
        colorScheme,
        bypassCSP: true,
      })
      const outside: string[] = []
      page.on('request', request => {
        if (!request.url().startsWith(server.address) && !request.url().startsWith('data:')) {
          outside.push(request.url())
        }
      })
      await page.goto(server.address + path)
      await page.evaluate(axe)
      const serious = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run()
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id }) => id)
      })
      expect(serious).toEqual([])
      expect(outside).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phonePx)
      await page.close()
    }
  })

  it('a page reloads itself when a file changes', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.address}cases/whole/`)
    const title = page.locator('h1')
    expect(await title.textContent()).toContain('한울도서관')
    const file = join(folder, 'whole', 'case.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('한울도서관 예약', '바뀐도서관 예약'))
    await expect.poll(() => title.textContent(), { timeout: 20_000 }).toContain('바뀐도서관')
    await page.close()
  })
})
