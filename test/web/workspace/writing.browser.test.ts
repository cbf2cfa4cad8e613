/**
 * The pages on which a case is written, in Chromium over a real store: ifs are changed by controls that fit, parts are connected and
 * taken away, conditions are completed in Korean, a refused edit is said at its field, files keep their line ends, two windows see each
 * other's cursors, and the preview follows what is written. Nothing of it offends the page's policy.
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ko as forms } from '../../../src/words/workspace/ko/forms.js'
import { ko as inbox } from '../../../src/words/workspace/ko/inbox.js'
import { ko as system } from '../../../src/words/workspace/ko/system.js'
import { chromiumPath, startChromium } from '../../browser/chromium.js'
import { type Person, TestWorkspace } from '../../server/workspace/testWorkspace.js'
import { TestStore } from '../../store/databases.js'
import { type BuiltApplication, buildApplication } from './builtApplication.js'
import { openWindow } from './workspacePage.js'

const patience = { timeout: 30_000 }
const caseYaml = `case:
  title: { ko: 작은 사례, en: A small case }
  timezone: Asia/Seoul
  start: 2022-10-15 15:00
  horizon: 1d
  languages: [ko, en]
components:
  room: { title: { ko: 전산실, en: Room }, kind: site }
  feed: { title: { ko: 주전원, en: Main feed }, kind: feed, in: room }
  shop: { title: { ko: 가게, en: Shop }, kind: service, needs: room }
events:
  fire: { at: 2022-10-15 15:10, fail: { room: all } }
ifs:
  battery: { title: { ko: 전지가 있었더라면, en: Had there been a battery } }
`
const files = [
  { path: 'case.yaml', text: caseYaml },
  {
    path: 'timeline.yaml',
    text: 'facts:\r\n  smoke:\r\n    at: 2022-10-15 15:08\r\n    text: 연기가 났다.\r\n',
  },
  {
    path: 'report.ko.md',
    text: '처음 글.\n\n## 첫 절\n\n첫 절의 글.\n\n## 둘째 절\n\n::replay\n\n둘째 절의 글.\n',
  },
  { path: 'report.en.md', text: 'The beginning.\n' },
]

describe.skipIf(chromiumPath === null)('a case is written', () => {
  const of = new TestStore('PGlite')
  let application: BuiltApplication
  let workspace: TestWorkspace
  let browser: Browser
  let owner: Person

  beforeAll(async () => {
    await of.open()
    application = await buildApplication()
    workspace = await TestWorkspace.open(of.store, { appFolder: application.folder, language: 'ko' })
    browser = await startChromium()
    owner = await workspace.person('Seoyeon Kim')
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await workspace?.close()
    await of.close()
    application?.remove()
  })

  /** A page of a case of its own. */
  const page = async (id: string, path: string) => {
    if ((await of.store.cases.get(id)) === null) {
      await of.store.cases.create({ id, title: id, files, userId: owner.user.id, message: '' })
    }
    const opened = await openWindow(browser, owner)
    opened.page.setDefaultTimeout(patience.timeout)
    await opened.page.goto(`${workspace.origin}/cases/${id}/${path}`)
    return opened
  }
  const text = async (id: string, path: string) => {
    const { text: written } = (await of.store.cases.files(id)).find(file => file.path === path)!
    return String(written)
  }
  const compose = async (keys: CDPSession, syllable: readonly string[]) => {
    for (const part of syllable) {
      const at = part.length
      await keys.send('Input.imeSetComposition', { text: part, selectionStart: at, selectionEnd: at })
    }
    await keys.send('Input.insertText', { text: syllable.at(-1)! })
  }
  const choose = async (from: Page, title: string) => {
    await from.getByRole('combobox').first().fill(title)
    await from.keyboard.press('Enter')
  }

  test('an if is changed by the control that fits; what cannot be read is not taken', async () => {
    const { page: window, context, errors } = await page('ifs', 'ifs/battery')
    await window.getByRole('button', { name: forms.patch.add }).click()
    const fields = window.locator('dialog [role="combobox"]')
    await fields.nth(0).fill('가게')
    await window.keyboard.press('Enter')
    await fields.nth(1).fill(forms.fields.holdup.slice(0, 2))
    await window.keyboard.press('Enter')
    const value = window.locator('dialog').getByLabel(forms.patch.to)
    await value.fill('soon')
    await window.keyboard.press('Enter')
    await window.getByText(forms.badDuration).waitFor()
    await value.fill('2h')
    await window.keyboard.press('Enter')
    await window.locator('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => text('ifs', 'case.yaml'), patience).toMatch(/shop:\s*\{?\s*holdup: 2h/)
    await window.getByRole('button', { name: new RegExp(`^${forms.patch.remove}`) }).click()
    // With its last change the section goes as well: the file is as it was.
    await expect.poll(() => text('ifs', 'case.yaml'), patience).toBe(caseYaml)
    expect(errors).toEqual([])
    await context.close()
  })

  test('parts are connected, disconnected and taken away by keyboard, and what was taken is brought back', async () => {
    const { page: window, context, errors } = await page('system', 'system')
    await window.locator('.picture-board svg').first().waitFor()
    await choose(window, '가게')
    await window.getByRole('button', { name: system.connect }).press('Enter')
    await choose(window, '주전원')
    await expect.poll(() => text('system', 'case.yaml'), patience).toContain('needs: room and feed')
    await window.getByRole('button', { name: `${system.disconnect}: 전산실` }).press('Enter')
    await expect.poll(() => text('system', 'case.yaml'), patience).toContain('needs: feed')
    await choose(window, '주전원')
    await window.getByRole('button', { name: system.remove, exact: true }).press('Enter')
    await window.locator('dialog').getByRole('button', { name: system.remove, exact: true }).press('Enter')
    await expect.poll(() => text('system', 'case.yaml'), patience).not.toContain('feed')
    await window.locator('.status-note').last().getByRole('button', { name: forms.takeBack }).press('Enter')
    await expect.poll(() => text('system', 'case.yaml'), patience).toContain('needs: feed')
    expect(errors).toEqual([])
    await context.close()
  })

  test('a condition is completed by a title that is composed, and half a condition is no mistake yet', async () => {
    const { page: window, context } = await page('condition', 'system/shop?section=components')
    const keys = await context.newCDPSession(window)
    const needs = window.locator('[data-field="needs"] .cm-content')
    await needs.click()
    await window.keyboard.press('End')
    await window.keyboard.type(' and ')
    await compose(keys, ['ㅈ', '주', '줒', '주저', '주전'])
    await window.locator('.cm-tooltip-autocomplete li', { hasText: '주전원' }).waitFor()
    expect(await window.locator('[data-field="needs"] .field-error').count()).toBe(0)
    await window.keyboard.press('Enter')
    await window.keyboard.press('Enter')
    await expect.poll(() => text('condition', 'case.yaml'), patience).toContain('needs: room and feed')
    expect(await window.textContent('.condition-means')).toContain('전산실, 주전원')
    await context.close()
  })

  test('a name that is taken is refused at its field', async () => {
    const { page: window, context } = await page('rename', 'system/shop?section=components')
    await window.locator('.entry-acts summary').click()
    await window.getByLabel(forms.id, { exact: true }).fill('feed')
    await window.keyboard.press('Enter')
    expect(await window.locator('.entry-acts .field-error').textContent()).toContain('feed')
    expect(await text('rename', 'case.yaml')).toBe(caseYaml)
    await context.close()
  })

  test('a file with CR LF keeps its line ends while it is written', async () => {
    const { page: window, context } = await page('ends', 'files/timeline.yaml?line=3&column=25')
    await window.locator('.cm-content').click()
    await window.locator('.cm-line', { hasText: '15:08' }).click()
    await window.keyboard.press('End')
    await window.keyboard.press('Enter')
    await window.keyboard.type('phase: impact')
    await expect
      .poll(() => text('ends', 'timeline.yaml'), patience)
      .toBe(files[1]!.text.replace('15:08\r\n', '15:08\r\n    phase: impact\r\n'))
    await context.close()
  })

  test('two windows see each other’s cursors, undo their own, and the preview follows', async () => {
    const one = await page('desk', 'narrative')
    const two = await page('desk', 'narrative')
    const first = one.page.locator('.cm-content')
    await first.click()
    await one.page.keyboard.press('Control+End')
    await one.page.keyboard.type('한 창의 글')
    await two.page.locator('.cm-other-name', { hasText: 'Seoyeon Kim' }).waitFor()
    await two.page.bringToFront()
    await two.page.locator('.cm-content').click()
    await two.page.keyboard.press('Control+Home')
    await two.page.keyboard.type('다른 창의 글 ')
    await expect.poll(() => text('desk', 'report.ko.md'), patience).toMatch(/^다른 창의 글 .*한 창의 글$/s)
    await two.page.keyboard.press('Control+z')
    await expect.poll(() => text('desk', 'report.ko.md'), patience).toMatch(/^처음 글.*한 창의 글$/s)
    const preview = one.page.frameLocator('.preview iframe')
    await preview.getByText('한 창의 글').waitFor()
    const isSeen = () =>
      preview.locator('#section-2').evaluate(shown => shown.getBoundingClientRect().top < 400)
    await expect.poll(isSeen, patience).toBe(true)
    expect([...one.errors, ...two.errors]).toEqual([])
    await one.context.close()
    await two.context.close()
  })

  test('a stretch of the inbox is chosen with Shift, put aside, and brought back', async () => {
    const { page: window, context } = await page('inbox', 'inbox')
    const lines = Array.from({ length: 8 }, (_, place) => `- 2022-10-15 15:0${place} KST 일 ${place}`)
    await window.getByLabel(inbox.paste, { exact: true }).fill(lines.join('\n'))
    await window.getByRole('button', { name: inbox.takePaste }).click()
    const boxes = window.locator('.draft > input')
    await expect.poll(() => boxes.count(), patience).toBe(8)
    await boxes.nth(1).click()
    await boxes.nth(4).click({ modifiers: ['Shift'] })
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Space')
    await window.getByRole('button', { name: inbox.discardMany(5) }).click()
    await expect.poll(() => boxes.count(), patience).toBe(3)
    await window.locator('.status-note').getByRole('button', { name: inbox.restore }).click()
    await expect.poll(() => boxes.count(), patience).toBe(8)
    await context.close()
  })
})
