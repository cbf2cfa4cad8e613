import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { publishCase } from '../../src/publish/publishCase.js'
import { chromiumPath, startChromium } from '../browser/chromium.js'
import { smallCaseFiles } from './smallCase.js'
import { writeSite } from './writeSite.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'manil-page-'))

interface Opened {
  readonly page: Page
  /** Errors and warnings of the console, faults of scripts, and requests other than for the page itself. */
  readonly complaints: string[]
}

describe.skipIf(chromiumPath === null)('A page opened from disk', () => {
  let browser: Browser

  beforeAll(async () => {
    writeSite(await publishCase(loadCase('small', smallCaseFiles())), folder)
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(file: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
    const page = await browser.newPage(options)
    const complaints: string[] = []
    const address = pathToFileURL(join(folder, file)).href
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
        complaints.push(request.url())
    })
    await page.goto(address)
    return { page, complaints }
  }

  it.each(['ko.html', 'en.html'])('%s asks for nothing and complains of nothing', async file => {
    const { page, complaints } = await open(file)
    await page.waitForTimeout(200)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('comes to life: a switch turned by keyboard changes what the model says', async () => {
    const { page, complaints } = await open('ko.html')
    const said = () => page.locator('.result .say').first().textContent()
    const before = await said()
    await page.locator('.ifrow input[role="switch"]').first().focus()
    await page.keyboard.press('Space')
    await expect.poll(said).not.toBe(before)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('is whole without script', async () => {
    const { page } = await open('ko.html', { javaScriptEnabled: false })
    expect(await page.locator('.moments li').count()).toBeGreaterThan(2)
    expect(await page.locator('#fact-shop-down').textContent()).toContain('가게가 멈췄다')
    await page.close()
  })

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [760, 'light'],
    [1280, 'light'],
  ] as const)('does not scroll sideways at %i px, %s', async (width, colorScheme) => {
    for (const file of ['ko.html', 'en.html']) {
      const { page } = await open(file, { viewport: { width, height: 900 }, colorScheme })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.close()
    }
  })

  it.each(['light', 'dark'] as const)('gives axe nothing serious to find, %s', async colorScheme => {
    for (const [file, width] of [
      ['ko.html', 1280],
      ['ko.html', 390],
      ['en.html', 1280],
    ] as const) {
      const { page } = await open(file, { viewport: { width, height: 900 }, colorScheme })
      await page.evaluate(axe)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: {
            run: () => Promise<{
              violations: { impact: string; id: string; nodes: { html: string; failureSummary: string }[] }[]
            }>
          }
        }
        const result = await axe.run()
        return result.violations.map(({ impact, id, nodes }) => ({
          impact,
          id,
          where: nodes
            .slice(0, 4)
            .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
        }))
      })
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
      await page.close()
    }
  })

  it('prints every moment, and no control', async () => {
    const { page } = await open('ko.html')
    await page.emulateMedia({ media: 'print' })
    const moments = page.locator('.moments > li')
    expect(await moments.count()).toBeGreaterThan(2)
    for (const moment of await moments.all()) expect(await moment.isVisible()).toBe(true)
    expect(await page.locator('nav.editions').isVisible()).toBe(false)
    await page.close()
  })

  it('begins with a way past the masthead, and shows where the keyboard is', async () => {
    const { page } = await open('ko.html')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    expect(outline).toBe('solid')
    await page.close()
  })

  it('carries its own font: Hangul is not drawn in another one', async () => {
    const { page } = await open('ko.html')
    await page.evaluate(() => document.fonts.ready)
    const loaded = await page.evaluate(() =>
      [...document.fonts].map(({ family, status }) => `${family} ${status}`),
    )
    expect(loaded).toEqual(['Pretendard loaded'])
    await page.close()
  })
})
