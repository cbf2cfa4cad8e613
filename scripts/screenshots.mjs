// `node scripts/screenshots.mjs`: takes the pictures of the READMEs anew, masthead and replay, from the page as it is now.
// Needs Chromium.

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root, setUp } from './setup.mjs'

const widthPx = 1280
const pictures = { en: 'kakao.png', ko: 'kakao.ko.png' }

const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'chromium'))
  .find(existsSync)
if (executablePath !== undefined && setUp()) {
  const site = mkdtempSync(join(tmpdir(), 'manil-screenshots-'))
  process.argv.splice(2, Infinity, 'publish', join(root, 'cases', 'kakao-2022'), '--out', site)
  await import(pathToFileURL(join(root, 'dist', 'command', 'main.js')).href)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  for (const [language, name] of Object.entries(pictures)) {
    const page = await browser.newPage({ viewport: { width: widthPx, height: 900 }, colorScheme: 'light' })
    await page.goto(pathToFileURL(join(site, `${language}.html`)).href)
    await page.waitForSelector('[data-live="true"]')
    const replay = await page.locator('.replay').first().boundingBox()
    const height = Math.ceil(replay.y + replay.height) + 40
    await page.setViewportSize({ width: widthPx, height })
    await page.screenshot({ path: join(root, 'docs', name) })
  }
  await browser.close()
  rmSync(site, { recursive: true })
}
