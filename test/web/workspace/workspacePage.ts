import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from '../../server/workspace/testWorkspace.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A window of a browser in which somebody is signed in, and what went wrong in it. */
export interface Window {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors of scripts, and what the content security policy forbade. */
  readonly errors: readonly string[]
}

/** Opens a window; nobody is signed in where no person is given. */
export async function openWindow(
  browser: Browser,
  person: Person | null,
  options: BrowserContextOptions & { readonly language?: 'ko' | 'en' } = {},
): Promise<Window> {
  const { language = 'ko', ...rest } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...rest })
  await context.addInitScript(chosen => localStorage.setItem('manil-language', chosen), language)
  if (person !== null) {
    const [name = '', value = ''] = (person.headers.cookie ?? '').split('=')
    await context.addCookies([{ name, value, url: person.workspace.origin, httpOnly: true, sameSite: 'Lax' }])
  }
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text())) {
      errors.push(message.text())
    }
  })
  return { context, page, errors }
}

/** Nothing serious for axe, and no wider than the window. The context must have been opened with `bypassCSP`. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const serious = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(serious).toEqual([])
  const { whole, seen } = await page.evaluate(() => ({
    whole: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  expect(whole).toBe(seen)
}
