// From the click on an if to the new picture, in Chromium, on the published page of a case. Gives null where no browser is found.

import { pathToFileURL } from 'node:url'
import { openBrowser } from './browser.mjs'

/** Milliseconds from choosing an if to the picture that follows, and from one moment of the replay to the next: a list of each. */
export async function pageTimes(file, runs) {
  const browser = await openBrowser()
  if (browser === null) return null
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(pathToFileURL(file).href)
    await page.waitForSelector('.replay[data-live="true"]')
    const first = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    )
    const ifs = await page.evaluate(measureIfs, runs)
    return { firstMs: first, ifMs: ifs }
  } finally {
    await browser.close()
  }
}

/** In the page: presses the switch of one if after another, and waits until what follows has been painted. */
async function measureIfs(runs) {
  const switches = [
    ...document.querySelectorAll(
      '.ifpanel input[type="checkbox"], .ifpanel [role="switch"], .ifpanel button[aria-pressed]',
    ),
  ]
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  const times = []
  for (let run = 0; run < runs && switches.length > 0; run++) {
    const from = performance.now()
    switches[run % switches.length].click()
    await painted()
    times.push(performance.now() - from)
  }
  return times
}
