/** While it happens: one key logs from any page, the board stands for everybody, and the public page stands on its own. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ko as board } from '../../../../src/words/workspace/ko/board.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, journeyMs } from './journey.js'

describe.skipIf(chromiumPath === null)('the live board', { timeout: journeyMs }, () => {
  const statusFolder = mkdtempSync(join(tmpdir(), 'manil-status-'))
  let journey: Journey
  beforeAll(async () => {
    journey = await Journey.open({ statusFolder })
    await journey.case('ours')
  })
  afterAll(async () => {
    await journey?.close()
    rmSync(statusFolder, { recursive: true, force: true })
  })

  test('what is logged by a key is on the board of others, and what is announced on the public page', async () => {
    const editor = await journey.window(await journey.person('당직', 'ours', 'editor'))
    const other = await journey.window(await journey.person('독자', 'ours', 'reader'))
    const { page } = editor
    await other.openPage('ours', 'board')
    // From another page, on a keyboard whose L gives ㅣ.
    await editor.openPage('ours', 'history')
    await page.locator('#page').focus()
    await page.locator('#page').dispatchEvent('keydown', { key: 'ㅣ', bubbles: true })
    await page.locator('dialog[open] #log-line').waitFor()
    await page.keyboard.type('가게 멈춤')
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    const shop = other.page.locator('.board li', { hasText: '가게' })
    await other.page.locator('.board li[data-state="down"]', { hasText: '가게' }).waitFor()

    await editor.openPage('ours', 'board')
    // The box has the hand at once; an announcement is asked for.
    await page.keyboard.type('주문을 받지 못하고 있습니다.')
    await page.getByLabel(board.announce).check()
    await page.getByRole('button', { name: board.send, exact: true }).click()
    await other.page.locator('.log-entries li', { hasText: '주문을' }).getByText(board.announced).waitFor()
    await page.locator('#log-line').fill('속으로만 하는 말')
    await page.keyboard.press('Enter')
    // One press of a service, and when more is told.
    await page.getByRole('button', { name: board.set('가게', board.states.impaired) }).click()
    await expect.poll(() => shop.getAttribute('data-state')).toBe('impaired')
    await page.getByLabel(board.next, { exact: true }).fill('+30m')
    await page.keyboard.press('Enter')
    await other.page
      .locator('.live-state p', { hasText: board.nextAt('') })
      .first()
      .waitFor()

    await page.getByRole('button', { name: board.publish }).click()
    await page.locator('section[aria-labelledby="board-public"] .note').waitFor()
    const files = readdirSync(join(statusFolder, 'ours'))
    expect(files.some(name => name.endsWith('.atom'))).toBe(true)
    const html = files.find(name => /^(?:index|ko)\.html$/.test(name))
    const disk = await editor.context.newPage()
    await disk.goto(pathToFileURL(join(statusFolder, 'ours', html!)).href)
    const text = await disk.locator('body').innerText()
    expect(text).toContain('주문을 받지 못하고 있습니다.')
    expect(text).toContain('가게')
    expect(text).not.toContain('속으로만 하는 말')
    expect([...editor.faults, ...other.faults]).toEqual([])
    await editor.close()
    await other.close()
  })

  test('a case that is being lived through opens on its board', async () => {
    const editor = await journey.window(await journey.person('당직', 'ours', 'editor'))
    await editor.openPage('ours', 'board')
    await editor.page.getByLabel(board.live).check()
    await expect
      .poll(async () => {
        await editor.go('/cases/ours')
        await editor.settled()
        return new URL(editor.page.url()).pathname
      })
      .toBe('/cases/ours/board')
    await editor.close()
  })
})
