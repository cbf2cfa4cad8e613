// `npm run screenshots`: takes every page of the cases as it is now for how it should look. Pictures to look at come into
// test/screens/, and what the tests compare into test/screenshots/reference/, to be committed.
// `npm run screenshots -- readme`: takes the pictures of the READMEs anew, masthead and replay of the report and the workspace's
// timeline. Both need Chromium.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root, say, setUp } from './setup.mjs'

const widthPx = 1280
const pictures = { en: 'kakao.png', ko: 'kakao.ko.png' }
/** So many rows of the timeline are passed before its picture is taken. */
const rowsBefore = 32
const workspacePictures = { en: 'workspace.png', ko: 'workspace.ko.png' }

const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'chromium'))
  .find(existsSync)
if (executablePath === undefined) {
  say('Chromium이 없습니다.', 'Chromium is missing.')
  process.exitCode = 1
} else if (!setUp()) {
  process.exitCode = 1
} else if (process.argv[2] === 'readme') {
  await readmePictures()
} else {
  process.exitCode = references(process.argv.slice(2))
}

/** The screens of the cases named, or of all. */
function references(cases) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const only = cases.length === 0 ? [] : ['-t', cases.join('|')]
  const done = spawnSync(process.execPath, [vitest, 'run', 'test/screenshots/cases', ...only], {
    cwd: root,
    stdio: 'inherit',
    env: { MANIL_SCREENSHOTS: 'test/screens', ...process.env },
  })
  return done.status ?? 1
}

async function readmePictures() {
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
  for (const [language, name] of Object.entries(workspacePictures)) await workspace(browser, language, name)
  await browser.close()
  rmSync(site, { recursive: true })
}

/** The timeline of a workspace that is started for this alone. */
async function workspace(browser, language, name) {
  const data = mkdtempSync(join(tmpdir(), 'manil-screenshots-'))
  const arguments_ = ['workspace', join(root, 'cases'), '--data', data, '--port', '0', '--json']
  const server = spawn(process.execPath, [join(root, 'bin', 'manil.js'), ...arguments_], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LC_ALL: language === 'ko' ? 'ko_KR.UTF-8' : 'en_GB.UTF-8' },
  })
  const address = await new Promise(resolve => {
    let said = ''
    server.stdout.on('data', bytes => {
      said += bytes
      const found = /http:[^"\s]+\/enter\/[^"\s]+/.exec(said)
      if (found !== null) resolve(found[0])
    })
  })
  const viewport = { width: widthPx, height: 900 }
  const context = await browser.newContext({ viewport, colorScheme: 'light', locale: language })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForURL(url => !url.pathname.startsWith('/enter'))
  await page.goto(new URL('/cases/kakao-2022/timeline', address).href)
  await page.locator('.cell-hand textarea').focus()
  await page.locator('.result-fidelity').waitFor()
  // To the hours of the outage itself, past what was so before it.
  for (let rows = 0; rows < rowsBefore; rows++) await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(3000)
  await page.screenshot({ path: join(root, 'docs', name) })
  await context.close()
  server.kill('SIGTERM')
  await new Promise(resolve => server.on('exit', resolve))
  rmSync(data, { recursive: true })
}
