// A page that is broken is found to be, wherever it breaks; one that is only drawn by other letters' smoothing is not.

import { mkdtempSync, rmSync } from 'node:fs'
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
import { compareScreens } from './compareScreens.js'
import { readParts, writeParts } from './reference.js'
import { openScreen, type Screen, screenName, takeScreens } from './takeScreens.js'

/** What breaks a page; the first are tried on every screen. */
const breaks: readonly (readonly [name: string, change: () => unknown])[] = [
  ['without its style', () => document.head.replaceChildren()],
  ['moved to the side', () => document.body.style.setProperty('transform', 'translateX(40px)')],
  ['without its largest picture', blankLargestPicture],
  ['without the last words', () => document.querySelector('footer')!.remove()],
  ['with larger letters', () => document.documentElement.style.setProperty('font-size', '110%')],
  ['with a heading less', () => [...document.querySelectorAll('h2')].at(-1)!.remove()],
  ['with text that is not seen', () => document.body.style.setProperty('color', 'transparent')],
  ['on another ground', () => document.documentElement.style.setProperty('filter', 'hue-rotate(180deg)')],
]

describe.skipIf(chromiumPath === null).each<Screen>([
  { language: 'ko', widthPx: 1280, scheme: 'light' },
  { language: 'en', widthPx: 390, scheme: 'dark' },
])('the screen of $language at $widthPx px, $scheme,', screen => {
  const folder = mkdtempSync(join(tmpdir(), 'manil-broken-'))
  const address = pathToFileURL(join(folder, `${screen.language}.html`)).href
  let browser: Browser
  let reference: string

  beforeAll(async () => {
    writeSite(await publishCase(loadCase('small', smallCaseFiles())), folder)
    browser = await startChromium()
    reference = await written(browser)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function written(opened: Browser, change?: (page: Page) => Promise<unknown>): Promise<string> {
    const page = await openScreen(opened, address, screen)
    await change?.(page)
    const text = writeParts(await takeScreens(page, screen.widthPx))
    await page.close()
    return text
  }
  const differences = (now: string) => compareScreens(readParts(reference), readParts(now))

  it('is the same the second time', async () => {
    expect(differences(await written(browser))).toEqual([])
  })

  it('is the same where every letter is smoothed otherwise', async () => {
    const page = await openScreen(browser, address, screen)
    const before = await page.screenshot()
    await page.evaluate(() => document.body.style.setProperty('transform', 'translate(0.3px, 0.4px)'))
    expect((await page.screenshot()).equals(before)).toBe(false)
    const now = await takeScreens(page, screen.widthPx)
    await page.close()
    expect(compareScreens(readParts(reference), now)).toEqual([])
  })

  it.each(screen.widthPx === 1280 ? breaks : breaks.slice(0, 3))('%s is another', async (_, change) => {
    expect(differences(await written(browser, page => page.evaluate(change)))).not.toEqual([])
  })

  it('is named in a way that a file can have', () => {
    expect(screenName(screen)).toMatch(/^[a-z]{2}-\d+-[a-z]+$/)
  })
})

function blankLargestPicture(): void {
  const areaOf = (picture: Element) => {
    const { width, height } = picture.getBoundingClientRect()
    return width * height
  }
  const pictures = [...document.querySelectorAll('svg')].sort((a, b) => areaOf(b) - areaOf(a))
  pictures[0]!.setAttribute('opacity', '0')
}
