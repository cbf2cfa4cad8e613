/** Two people write one timeline: each sees the other and what they write, undo takes back one's own, and work goes on offline. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ko as frame } from '../../../../src/words/workspace/ko/frame.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, journeyMs, type Window } from './journey.js'

describe.skipIf(chromiumPath === null)('two windows on one timeline', { timeout: journeyMs }, () => {
  let journey: Journey
  let here: Window
  let there: Window
  beforeAll(async () => {
    journey = await Journey.open()
    await journey.case('ours')
    here = await journey.window(await journey.person('가람', 'ours', 'editor'))
    there = await journey.window(await journey.person('나래', 'ours', 'editor'))
  })
  afterAll(() => journey?.close())
  beforeEach(async () => {
    for (const window of [here, there]) await window.openPage('ours', 'timeline')
  })

  /** Writes a new row below the last one, by keyboard. */
  async function write({ page }: Window, time: string, text: string): Promise<void> {
    await page.locator('[role="grid"] textarea').focus()
    await page.keyboard.press('Control+ArrowDown')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type(time)
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const row = ({ page }: Window, text: string) => page.getByRole('row').filter({ hasText: text })

  test('each sees the rows of the other, where the other is, and that they write', async () => {
    await write(here, '15:20', 'first from here')
    await row(there, 'first from here').waitFor()
    await write(there, '15:25', 'second from there')
    await row(here, 'second from there').waitFor()
    // 가람 begins to write in a row: 나래 sees the name at that row.
    await row(here, 'second from there').locator('.fact-text').click()
    await here.page.keyboard.press('Enter')
    await row(there, 'second from there').locator('.fact-person', { hasText: '가람' }).waitFor()
    await here.page.keyboard.press('Escape')
    await there.page.locator('.faces [aria-label="가람"]').first().waitFor()
  })

  test('undo takes back what oneself did, and leaves what the other did', async () => {
    await write(here, '15:40', 'mine to take back')
    await row(there, 'mine to take back').waitFor()
    await write(there, '15:45', 'not yours to take back')
    await row(here, 'not yours to take back').waitFor()
    await here.page.getByRole('button', { name: frame.undo }).click()
    await row(there, 'mine to take back').waitFor({ state: 'detached' })
    await row(there, 'not yours to take back').waitFor()
    await here.page.getByRole('button', { name: frame.redo }).click()
    await row(there, 'mine to take back').waitFor()
  })

  test('what is written without a connection is kept, said, and arrives when it is back', async () => {
    await here.context.setOffline(true)
    await here.page.locator('.standing', { hasText: frame.offline }).waitFor()
    await write(here, '16:00', 'written offline')
    await write(there, '16:05', 'written meanwhile')
    await row(here, 'written offline').waitFor()
    expect(await row(there, 'written offline').count()).toBe(0)
    await here.context.setOffline(false)
    await row(there, 'written offline').waitFor()
    await row(here, 'written meanwhile').waitFor()
    await expect.poll(() => here.page.locator('.standing').innerText()).toContain(frame.saved)
    const text = await journey.text('ours', 'timeline.yaml')
    for (const part of ['written offline', 'written meanwhile']) expect(text.split(part)).toHaveLength(2)
  })
})
