// The browser of this machine.

import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Chromium, or null where none is found. */
export async function openBrowser() {
  const executablePath = places.find(path => path !== undefined && existsSync(path))
  if (executablePath === undefined) return null
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
}
