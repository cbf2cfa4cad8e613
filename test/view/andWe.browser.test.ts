// 「우리라면?」 in a browser, from disk: ticking changes the answer and the address, the address brings the same answer back, by keyboard
// alone, and nothing is asked of the network.

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
import { smallCaseFiles } from '../publish/smallCase.js'
import { writeSite } from '../publish/writeSite.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'manil-we-'))
const portable = `
portable:
  ifs:
    longer-battery: { condition: { ko: 배터리가 두 시간을 버틴다, en: The battery lasts two hours }, look: { ko: 배터리를 재어 본다, en: Measure the battery } }
    second-site: { condition: { ko: 두 곳에 있다, en: It stands in two places } }
`

describe.skipIf(chromiumPath === null)('And we?', () => {
  let browser: Browser

  beforeAll(async () => {
    const files = [...smallCaseFiles(), { path: 'portable.yaml', text: portable }]
    writeSite(await publishCase(loadCase('small', files)), folder)
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(file: string, hash = '', options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options)
    const asked: string[] = []
    const address = pathToFileURL(join(folder, file)).href
    page.on('pageerror', error => asked.push(error.message))
    page.on('request', request => {
      if (!request.url().startsWith(address) && !request.url().startsWith('data:')) asked.push(request.url())
    })
    await page.goto(address + hash)
    return { page, asked }
  }
  const answer = (page: Page) => page.locator('.and-we .say').textContent()
  const looks = (page: Page) => page.locator('.and-we .look-list li').allTextContents()

  it('is answered by the case as it was where nothing is ticked, also without script', async () => {
    const { page } = await open('ko.html', '', { javaScriptEnabled: false })
    expect(await answer(page)).toContain('2개 가운데 2개가 멈춘다')
    expect((await looks(page)).length).toBe(2)
    await page.close()
  })

  it('changes its answer and the address by keyboard, and the address brings the answer back', async () => {
    const { page, asked } = await open('ko.html')
    const before = await answer(page)
    await page.locator('.and-we input[type="checkbox"]').first().focus()
    await page.keyboard.press('Space')
    await expect.poll(() => answer(page)).not.toBe(before)
    await expect.poll(() => page.url()).toContain('we=longer-battery')
    await expect.poll(async () => (await looks(page)).join()).not.toContain('배터리를 재어 본다')
    const shared = await page.locator('.share input').inputValue()
    const told = await answer(page)
    await page.close()

    const again = await open('ko.html', shared.slice(shared.indexOf('#')))
    await expect.poll(() => answer(again.page)).toBe(told)
    expect(await again.page.locator('.and-we input:checked').count()).toBe(1)
    expect([...asked, ...again.asked]).toEqual([])
    await again.page.close()
  })

  it('keeps what else stands in the address, and survives an address that names what is not there', async () => {
    const { page, asked } = await open('en.html', '#we=nowhere,second-site,%3Cscript%3E')
    await expect.poll(() => page.locator('.and-we input:checked').count()).toBe(1)
    await page.locator('.ours-sets button').last().click()
    await expect.poll(() => page.locator('.and-we input:checked').count()).toBe(0)
    expect(asked).toEqual([])
    await page.close()
  })

  it.each(['light', 'dark'] as const)('gives axe nothing serious to find, %s', async colorScheme => {
    for (const file of ['ko.html', 'en.html']) {
      const { page } = await open(file, '#we=second-site', { colorScheme })
      await page.locator('.share input').waitFor()
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: (where: string) => Promise<{ violations: { id: string; impact: string }[] }> }
        }
        return (await axe.run('.and-we')).violations.filter(({ impact }) => /serious|critical/.test(impact))
      })
      expect(found.map(({ id }) => id)).toEqual([])
      await page.close()
    }
  })
})
