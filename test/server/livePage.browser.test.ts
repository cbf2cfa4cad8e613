// Whoever works on a case keeps what they have before them while its files change, and is shown where each thing is written.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { publishCase } from '../../src/publish/publishCase.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { openServer, type RunningServer } from '../../src/server/openServer.js'
import { chromiumPath, startChromium } from '../browser/chromium.js'

const scaffold = fileURLToPath(new URL('../../scaffold/en', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(chromiumPath === null)('a served page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-live-'))
  const theCase = join(folder, 'library')
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    cpSync(scaffold, theCase, { recursive: true })
    server = (await openServer({ folders: [folder], port: 0, portsTried: 1, language: 'en' }))!
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    await context?.close()
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    page = await context.newPage()
    await page.goto(`${server.address}cases/library/?lang=en`)
    await page.locator('[data-live="true"]').first().waitFor()
  })

  /** The first line of the case's files that has something, with its place. */
  function lineOf(file: string, start: string): { readonly where: string; readonly text: string } {
    const lines = readFileSync(join(theCase, file), 'utf8').split('\n')
    const place = lines.findIndex(line => line.trimStart().startsWith(start))
    expect(place).toBeGreaterThanOrEqual(0)
    return { where: `${file}:${place + 1}`, text: lines[place]! }
  }

  const panel = () => page.locator('section.tracing')

  it('keeps the chosen ifs, the moment, the place and what is open when its files change', async () => {
    const firstIf = page.locator('.ifrow input[role="switch"]').first()
    await firstIf.check()
    const scrub = page.locator('input[type="range"], [role="slider"]').first()
    await scrub.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    const shown = () => page.locator('.replay li.on').first().innerText()
    const moment = await shown()
    await page.locator('details.states > summary').first().click()
    const heading = page.locator('main h2').last()
    await heading.evaluate(one => one.scrollIntoView({ block: 'start' }))
    await page.evaluate(() => scrollBy({ top: -120, behavior: 'instant' }))
    const top = () => heading.evaluate(one => one.getBoundingClientRect().top)
    const topBefore = await top()

    const file = join(theCase, 'case.yaml')
    const before = readFileSync(file, 'utf8')
    const told = ' and it was a long day told at length'.repeat(12)
    writeFileSync(file, before.replace('stood in the room', `stood in the room${told}`))
    await page.locator('.deck', { hasText: 'told at length' }).waitFor({ timeout: 20_000, state: 'attached' })
    await page.locator('[data-live="true"]').first().waitFor({ state: 'attached' })

    await expect.poll(() => firstIf.isChecked()).toBe(true)
    await expect.poll(shown).toBe(moment)
    expect(await page.locator('details.states').first().getAttribute('open')).not.toBeNull()
    await expect.poll(async () => Math.abs((await top()) - topBefore), { timeout: 5_000 }).toBeLessThan(3)
    writeFileSync(file, before)
  })

  it('shows the file and the line of what is clicked, and nothing else happens', async () => {
    await page.getByRole('button', { name: 'Where is it written?' }).click()
    const switched = page.locator('.ifrow').first()
    await switched.locator('label').click()
    expect(await switched.locator('input').isChecked()).toBe(false)
    const id = (await switched.getAttribute('data-from'))!.slice('ifs/'.length)
    const written = lineOf('ifs.yaml', `${id}:`)
    await panel().waitFor()
    expect(await panel().locator('.tracing-where').innerText()).toMatch(new RegExp(`^${written.where}:\\d+$`))
    expect(await panel().locator('pre').innerText()).toBe(written.text)
    expect(await panel().getByRole('link').getAttribute('href')).toContain(`${join(theCase, written.where)}:`)
    await panel().getByRole('button', { name: 'Copy place' }).click()
    await panel().getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written.where)
  })

  it('shows it for a component of the picture with the Alt key alone', async () => {
    const component = page
      .locator('.replay svg [data-component]:not(.site):not(.room)')
      .locator('visible=true')
      .first()
    const id = await component.getAttribute('data-component')
    await component.click({ modifiers: ['Alt'] })
    await panel().waitFor()
    expect(await panel().locator('pre').first().innerText()).toBe(lineOf('system.yaml', `${id}:`).text)
  })

  it('is traced by the keyboard alone, and axe finds nothing serious in the panel', async () => {
    const toggle = page.getByRole('button', { name: 'Where is it written?' })
    await toggle.focus()
    await page.keyboard.press('Enter')
    expect(await toggle.getAttribute('aria-pressed')).toBe('true')
    const title = page.locator('h1')
    await title.focus()
    await page.keyboard.press('Enter')
    await panel().waitFor()
    expect(await panel().locator('.tracing-where').innerText()).toContain(lineOf('case.yaml', 'title:').where)
    await page.evaluate(axe)
    const serious = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run()
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id }) => id)
    })
    expect(serious).toEqual([])
    await page.keyboard.press('Escape')
    expect(await panel().count()).toBe(0)
    expect(await title.evaluate(one => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await toggle.getAttribute('aria-pressed')).toBe('false')
  })

  it('has nothing of this where it is published', async () => {
    const files = await publishCase(loadCase('library', readCaseFolder(theCase).files))
    for (const { path, contents } of files) {
      if (path.endsWith('.html')) expect(String(contents)).not.toMatch(/tracing|EventSource/)
    }
  })
})
