import type { Browser, Page } from 'playwright-core'
import type { ScreenPart } from './compareScreens.js'
import { type Pixels, readPng } from './png.js'
import { tilesOf } from './tiles.js'

/** How a page is looked at. */
export interface Screen {
  readonly language: 'ko' | 'en'
  readonly widthPx: 1280 | 390
  readonly scheme: 'light' | 'dark'
}

export const screens: readonly Screen[] = (['ko', 'en'] as const).flatMap(language =>
  ([1280, 390] as const).flatMap(widthPx =>
    (['light', 'dark'] as const).map(scheme => ({ language, widthPx, scheme })),
  ),
)

/** The name of a screen, also of its files. */
export function screenName({ language, widthPx, scheme }: Screen): string {
  return `${language}-${widthPx}-${scheme}`
}

/** One part of a page as it was taken. */
export interface TakenPart extends ScreenPart {
  readonly pixels: Pixels
}

/**
 * Pages are taken at half their size, which is quick: what is compared is averages. Sizes of tiles are in such pixels, and each
 * divides its width.
 */
const halved = 0.5
const tilePx = { 1280: 32, 390: 39 }
const fixedTime = Date.UTC(2026, 0, 1)

/** Opens a page so that it looks the same whenever and wherever it is opened. */
export async function openScreen(
  browser: Browser,
  address: string,
  screen: Screen,
  scale: 1 | typeof halved = halved,
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: screen.widthPx, height: 900 },
    deviceScaleFactor: scale,
    colorScheme: screen.scheme,
    reducedMotion: 'reduce',
    locale: screen.language,
    timezoneId: 'UTC',
  })
  await page.clock.setFixedTime(fixedTime)
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready)
  const islands = page.locator('[data-island]')
  if ((await islands.count()) > 0) await page.locator('[data-live="true"]').first().waitFor()
  // What was brought to life is drawn once more.
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  return page
}

/** The whole page as a picture. */
export function picture(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
}

/** A page in parts, each from one heading of the second level to the next, from the top of the page to its end. */
export async function takeScreens(page: Page, widthPx: Screen['widthPx']): Promise<readonly TakenPart[]> {
  const tops = await page.evaluate(() =>
    [...document.querySelectorAll('h2')]
      .filter(heading => heading.checkVisibility())
      .map((heading, place) => ({
        name: heading.id || heading.closest('[id]')?.id || `part-${place + 1}`,
        top: heading.getBoundingClientRect().top + scrollY,
      }))
      .sort((a, b) => a.top - b.top),
  )
  const { width, height, rgb } = readPng(await picture(page))
  const ends = [...tops.map(({ top }) => Math.min(height, Math.round(top * halved))), height]
  const names = new Set<string>()
  return ['top', ...tops.map(({ name }) => name)].map((name, place) => {
    const [from, to] = [ends[place - 1] ?? 0, ends[place]!]
    const pixels = { width, height: to - from, rgb: rgb.subarray(from * width * 3, to * width * 3) }
    return { name: unique(name, names), tiles: tilesOf(pixels, tilePx[widthPx]), pixels }
  })
}

function unique(name: string, names: Set<string>): string {
  let own = name.replace(/\s+/g, '-')
  for (let number = 2; names.has(own); number++) own = `${name}-${number}`
  names.add(own)
  return own
}
