import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is, or null: then tests of the page in a browser are skipped, but never in continuous integration. */
export const chromiumPath = process.env.MANIL_CHROMIUM ?? PLACES.find(path => existsSync(path)) ?? null

/** Starts Chromium with nothing that would ask the network by itself. */
export async function startChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('Chromium is not installed')
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
