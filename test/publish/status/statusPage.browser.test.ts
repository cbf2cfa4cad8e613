// The status page in a browser: opened from disk it asks for nothing and complains of nothing, axe finds nothing
// serious in light and dark, and nothing is cut off on a telephone.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCase } from '../../../src/files/loadCase.js'
import type { CaseDocument } from '../../../src/model/case.js'
import { statusFiles } from '../../../src/publish/status/statusFiles.js'
import { chromiumPath, startChromium } from '../../browser/chromium.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const yaml = `
case: { title: { ko: 예약 장애, en: Booking outage }, timezone: Asia/Seoul, start: 2025-03-08 09:12, contact: https://hanul.example/ask }
components:
  booking: { kind: service, title: { ko: 좌석과 도서와 회의실과 강당의 예약, en: Booking of seats and books and rooms and halls } }
  search: { kind: service, title: { ko: 검색, en: Search } }
  mail: { kind: service, title: { ko: 메일, en: Mail } }
facts:
  booking-down: { at: 2025-03-08 09:35 ± 5m, text: x, changes: { booking: down, search: 40% } }
  notice: { at: 2025-03-08 09:50, text: { ko: 종이로 받습니다., en: AVeryLongWordWithoutAnyBlankInItThatWouldRunOutOfTheTelephoneIfNothingBrokeIt }, phase: communication }
`

describe.skipIf(chromiumPath === null)('A status page opened from disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-status-'))
  let browser: Browser

  beforeAll(async () => {
    const { document } = loadCase('library', [{ path: 'case.yaml', text: yaml }])
    const nowEpochMs = Date.UTC(2025, 2, 8, 1, 0)
    const files = await statusFiles({
      caseId: 'library',
      document: document as CaseDocument,
      nowEpochMs,
      nextUpdateEpochMs: nowEpochMs + 1_800_000,
    })
    for (const { path, contents } of files) writeFileSync(join(folder, path), contents)
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ['ko.html', 1280, 'light'],
    ['en.html', 390, 'dark'],
    ['ko.html', 390, 'light'],
    ['en.html', 1280, 'dark'],
  ] as const)('%s at %d px, %s', async (file, width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    const complaints: string[] = []
    const address = pathToFileURL(join(folder, file)).href
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('request', request => {
      if (request.url() !== address && !request.url().startsWith('data:')) complaints.push(request.url())
    })
    await page.goto(address)
    await page.waitForTimeout(200)
    expect(complaints).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    // Axe runs in the page by the debugger, which the page's own policy does not reach.
    await page.evaluate(axe)
    const found = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run: () => Promise<{ violations: { id: string; impact: string }[] }> } }
      ).axe.run()
      return violations.map(({ id, impact }) => `${impact}: ${id}`)
    })
    expect(found.filter(violation => /^(serious|critical)/.test(violation))).toEqual([])
    await page.close()
  })

  it.each(['feed.atom', 'feed.en.atom'])('%s is well-formed', async file => {
    const page = await browser.newPage()
    const root = await page.evaluate(
      xml => new DOMParser().parseFromString(xml, 'application/xml').documentElement.localName,
      readFileSync(join(folder, file), 'utf8'),
    )
    expect(root).toBe('feed')
    await page.close()
  })

  it('leads to the other language by keyboard', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder, 'index.html')).href)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/en\.html$/)
    expect(await page.locator('h1').textContent()).toMatch(/ is down$/)
    await page.close()
  })
})
