// How a case of many facts opens in the workspace and scrolls, in Chromium, over the embedded database.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from './browser.mjs'

/**
 * Milliseconds from the address of the timeline to its rows, each in a browser context that has nothing cached; and between two frames
 * while the table is scrolled from its first row to its last. Gives null where no browser is found.
 */
export async function workspaceTimes(manil, count, runs) {
  const browser = await openBrowser()
  if (browser === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'manil-bench-'))
  const place = join(folder, 'many')
  mkdirSync(place)
  for (const { path, text } of manyFacts(count)) writeFileSync(join(place, path), text)
  const args = [manil, 'workspace', place, '--data', join(folder, 'data'), '--port', '0', '--json']
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const { address } = await started(server)
    const openMs = []
    let frameMs = []
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      // Whoever comes by the key is signed in; what is measured begins after it.
      await page.goto(address)
      const fresh = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        storageState: await context.storageState(),
      })
      await context.close()
      const window = await fresh.newPage()
      const from = performance.now()
      await window.goto(new URL('/cases/many/timeline', address).href, { waitUntil: 'commit' })
      await window.locator('.fact-row').first().waitFor()
      openMs.push(performance.now() - from)
      // The result has been computed and drawn: what follows is scrolling alone.
      await window.waitForTimeout(3_000)
      frameMs = frameMs.concat(await window.evaluate(measureScrolling))
      await fresh.close()
    }
    return { openMs, frameMs }
  } finally {
    server.kill()
    await browser.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A case of many facts a minute apart, in two languages. */
function manyFacts(count) {
  const facts = Array.from({ length: count }, (_, place) => {
    const at = new Date(Date.UTC(2022, 9, 15, 6, 0) + place * 60_000).toISOString()
    return `  f${place}-seen: { at: ${at.slice(0, 10)} ${at.slice(11, 16)}, text: { ko: "${place}번째 사실", en: "Fact ${place}" } }\n`
  })
  const head =
    'case: { title: Many, timezone: UTC, start: 2022-10-15 06:00, horizon: 30d, languages: [ko, en] }\n'
  return [
    { path: 'case.yaml', text: head },
    { path: 'timeline.yaml', text: `facts:\n${facts.join('')}` },
  ]
}

/** What the server says when it listens. */
function started(server) {
  return new Promise((done, failed) => {
    let said = ''
    server.stdout.on('data', text => {
      said += text
      try {
        done(JSON.parse(said))
      } catch {
        // Not all of it is here yet.
      }
    })
    server.on('exit', status => failed(new Error(`The workspace ended with ${status}.`)))
  })
}

/** In the page: scrolls by 40 pixels a frame for 300 frames, and gives the time of each. */
async function measureScrolling() {
  const scroller = document.querySelector('.fact-grid-view')
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const times = []
  let before = await frame()
  for (let count = 0; count < 300; count++) {
    scroller.scrollTop += 40
    const now = await frame()
    times.push(now - before)
    before = now
  }
  return times
}
