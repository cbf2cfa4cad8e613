/** Every page of the workspace, in two languages, light and dark, wide and narrow: nothing serious for axe, nothing too wide, no errors. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casePages } from '../../../../src/web/workspace/pages/registry.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, type Window, type WindowOptions } from './journey.js'

/** Each two of language, ground and width come together once. */
const looks: readonly Required<WindowOptions>[] = [
  { language: 'ko', scheme: 'light', width: 1280 },
  { language: 'en', scheme: 'dark', width: 1280 },
  { language: 'ko', scheme: 'dark', width: 390 },
  { language: 'en', scheme: 'light', width: 390 },
]

/** Pages beside the list, and entries that are opened. */
const others = [
  '/',
  '/account',
  '/cases/kakao-2022/system/mail',
  '/cases/kakao-2022/files/system.yaml',
  '/cases/kakao-2022/nowhere',
  '/nowhere',
]

describe.skipIf(chromiumPath === null)('every page', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await Journey.open()
    await journey.kakaoCase()
  })
  afterAll(() => journey?.close())

  test.each(looks)(
    '$language, $scheme, $width px',
    async look => {
      const owner = await journey.person('주인', 'kakao-2022', 'owner', ['운영'])
      const window = await journey.window(owner, look)
      const found: Record<string, readonly string[]> = {}
      const pages = casePages.map(({ key }) => `/cases/kakao-2022/${key}`)
      await window.openPage('kakao-2022', 'timeline')
      for (const path of [...pages, ...others]) {
        // Within the case as links lead, without loading everything again.
        if (path.startsWith('/cases/kakao-2022/')) await window.follow(path)
        else await window.go(path)
        await window.page.locator('main').waitFor()
        await window.page.waitForFunction(() => document.querySelector('.waiting') === null)
        const wrong = await faultsOf(window, look.width)
        if (wrong.length > 0) found[path] = wrong
      }
      expect(found).toEqual({})
      await window.close()
    },
    240_000,
  )

  test('whoever is not signed in sees a page of the same care', async () => {
    const window = await journey.window(null, { width: 390 })
    await window.go('/')
    await window.page.locator('main').waitFor()
    expect(await faultsOf(window, 390)).toEqual([])
    await window.close()
  })
})

/** What is wrong with the page as it is now, and forgets what was wrong before it. */
async function faultsOf(window: Window, width: number): Promise<string[]> {
  const serious = await window.seriousFaults()
  const wide = await window.page.evaluate(() => document.documentElement.scrollWidth)
  const faults = window.faults.splice(0)
  return [...serious, ...(wide > width ? [`${wide} px wide`] : []), ...faults]
}
