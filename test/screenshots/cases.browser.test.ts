// The pages of the cases look as they were last looked at by people: wide and narrow, light and dark, in both languages.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { publishCase } from '../../src/publish/publishCase.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'
import { chromiumPath, startChromium } from '../browser/chromium.js'
import { writeSite } from '../publish/writeSite.js'
import { differencesFromReference, keptCases, writeInto } from './reference.js'
import { openScreen, picture, type Screen, screenName, screens, takeScreens } from './takeScreens.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const casesFolder = join(root, 'cases')
const cases = readdirSync(casesFolder).filter(name => existsSync(join(casesFolder, name, 'case.yaml')))

describe.skipIf(chromiumPath === null)('screens of', () => {
  const sites = mkdtempSync(join(tmpdir(), 'manil-sites-'))
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(sites, { recursive: true, force: true })
  })

  async function writePicture(address: string, file: string, screen: Screen): Promise<void> {
    const page = await openScreen(browser, address, screen, 1)
    mkdirSync(join(root, writeInto!), { recursive: true })
    writeFileSync(join(root, writeInto!, file), await picture(page))
    await page.close()
  }

  describe.each(writeInto === undefined ? keptCases() : cases)('%s', name => {
    beforeAll(async () => {
      const folder = readCaseFolder(join(casesFolder, name))
      const loaded = loadCase(folder.id, folder.files, { problems: folder.problems })
      writeSite(await publishCase(loaded), join(sites, name))
    })

    it.each(screens.map(screen => [screenName(screen), screen] as const))('%s', async (_, screen) => {
      const address = pathToFileURL(join(sites, name, `${screen.language}.html`)).href
      const page = await openScreen(browser, address, screen)
      const parts = await takeScreens(page, screen.widthPx)
      await page.close()
      if (writeInto) await writePicture(address, `${name}-${screenName(screen)}.png`, screen)
      expect(differencesFromReference(`${name}/${screenName(screen)}`, parts)).toBe('')
    })
  })

  it('all cases, and nothing else, are kept', () => {
    expect([...keptCases()].sort()).toEqual([...cases].sort())
  })
})
