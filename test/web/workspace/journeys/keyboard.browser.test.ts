/** The timeline by keyboard alone; and Korean, which is composed, in every kind of field: no syllable is lost or doubled. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ko as board } from '../../../../src/words/workspace/ko/board.js'
import { ko as frame } from '../../../../src/words/workspace/ko/frame.js'
import { writing } from '../../../../src/words/workspace/ko/writing.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { smallCase } from '../../../server/workspace/testWorkspace.js'
import { Journey, journeyMs, type Window } from './journey.js'

/** 한글 as an input method composes it, letter by letter. */
const hangul = [
  ['ㅎ', '하', '한'],
  ['ㄱ', '그', '글'],
] as const

const files = [
  ...smallCase,
  {
    path: 'report.ko.md',
    text: '# 작은 사례\n\n## 무슨 일이 있었나\n\n가게가 멈추었다.\n',
  },
  {
    path: 'shortcomings.yaml',
    text: 'shortcomings:\n  one-room: { title: 방이 하나였다., as-built: 방 하나에 모두 있었다. }\n',
  },
]

describe.skipIf(chromiumPath === null)('keys', { timeout: journeyMs }, () => {
  let journey: Journey
  let window: Window
  beforeAll(async () => {
    journey = await Journey.open()
    await journey.case('ours', files)
    window = await journey.window(await journey.person('가람', 'ours', 'editor'))
  })
  afterAll(async () => {
    expect(window?.faults).toEqual([])
    await journey?.close()
  })

  describe('the timeline by keyboard alone', () => {
    beforeEach(() => window.openPage('ours', 'timeline'))
    const row = (text: string) => window.page.getByRole('row').filter({ hasText: text })
    /** Presses Tab until the table has the focus. */
    async function tabIntoTable(): Promise<void> {
      const { page } = window
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null)) return
      }
      throw new Error('Tab never comes into the table.')
    }

    test('rows are made, moved to, edited, emptied, deleted and brought back', async () => {
      const { page } = window
      const { keyboard } = page
      await tabIntoTable()
      await keyboard.press('Control+Enter')
      await keyboard.type('오후 3시 30분쯤')
      await keyboard.press('Tab')
      await keyboard.type('door opened')
      await keyboard.press('Control+Enter')
      await keyboard.type('+12m')
      await keyboard.press('Tab')
      await keyboard.type('power was cut')
      await keyboard.press('Enter')
      await row('door opened').filter({ hasText: '15:30' }).waitFor()
      // Counted from where the case begins, at 15:00.
      await row('power was cut').filter({ hasText: '15:12' }).waitFor()
      await expect.poll(() => journey.text('ours', 'timeline.yaml')).toContain('2022-10-15 15:30 ± 5m')

      // Up to the first row, its text, and a word more.
      await keyboard.press('Control+ArrowUp')
      await keyboard.press('Home')
      for (let presses = 0; presses < 3; presses++) {
        if ((await page.evaluate(() => document.activeElement?.closest('.fact-text') !== null)) === true)
          break
        await keyboard.press('ArrowRight')
      }
      await keyboard.press('F2')
      await keyboard.type(' Everybody left.')
      await keyboard.press('Enter')
      await row('Everybody left.').waitFor()
      // What is begun and given up leaves no trace.
      await keyboard.press('F2')
      await keyboard.type('nonsense')
      await keyboard.press('Escape')
      expect(await page.getByText('nonsense').count()).toBe(0)

      await keyboard.press('Control+ArrowDown')
      await keyboard.press('Control+Delete')
      await row('door opened').waitFor({ state: 'detached' })
      await keyboard.press('Control+z')
      await row('door opened').waitFor()
    })

    test('Escape and Tab lead out of the table, and what is wrong keeps the hand and says so', async () => {
      const { page } = window
      await tabIntoTable()
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('F2')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('never o clock')
      await page.keyboard.press('Enter')
      await page.locator('.cell-hint[data-look="wrong"]').waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role="grid"]') === null)).toBe(true)
    })
  })

  describe('Korean is composed without loss', () => {
    test('in a cell of the timeline, from the first letter', async () => {
      const { page } = window
      await window.openPage('ours', 'timeline')
      await page.getByRole('row').filter({ hasText: '연기가 났다.' }).locator('.fact-text').click()
      // Nothing was opened for writing: the first part of the first syllable begins it.
      await window.compose(hangul)
      const cell = page.locator('[role="grid"] textarea')
      expect(await cell.inputValue()).toBe('한글')
      await page.keyboard.press('Enter')
      await page.getByRole('row').filter({ hasText: /한글/ }).waitFor()
      await expect.poll(() => journey.text('ours', 'timeline.yaml')).toMatch(/ko: 한글[ ,}\n]/)
    })

    test('Enter that ends a syllable does nothing else', async () => {
      const { page } = window
      await window.openPage('ours', 'board')
      const line = page.locator('#log-line')
      await line.click()
      const session = await window.context.newCDPSession(page)
      await session.send('Input.imeSetComposition', { text: '한', selectionStart: 1, selectionEnd: 1 })
      // As browsers send it while something is composed: the key is the input method's.
      await line.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true })
      await session.send('Input.insertText', { text: '한' })
      await session.detach()
      expect(await line.inputValue()).toBe('한')
      expect(await page.locator('.log-entries li', { hasText: /^.*한$/ }).count()).toBe(0)
      await window.compose([['ㄱ', '그', '글']])
      await page.keyboard.press('Enter')
      await page
        .locator('.log-entries a', { hasText: /^한글$/ })
        .first()
        .waitFor()
      expect(await line.inputValue()).toBe('')
      expect(await page.getByText(board.logHint).count()).toBe(1)
    })

    test('in a field of a form', async () => {
      const { page } = window
      await window.openPage('ours', 'shortcomings/one-room')
      const field = page.locator('.entries-form textarea, .entries-form input[type="text"]').first()
      const before = await field.inputValue()
      await field.click()
      await page.keyboard.press('Control+End')
      await window.compose(hangul)
      expect(await field.inputValue()).toBe(`${before}한글`)
      await page.keyboard.press('Tab')
      await expect.poll(() => journey.text('ours', 'shortcomings.yaml')).toMatch(/[^글]한글/)
    })

    test('in the texts, also while somebody else writes in them', async () => {
      const { page } = window
      await window.openPage('ours', 'files/report.ko.md')
      const other = await journey.window(await journey.person('나래', 'ours', 'editor'))
      await other.openPage('ours', 'files/report.ko.md')
      for (const one of [page, other.page]) await one.locator('.cm-content').click()
      await page.keyboard.press('Control+End')
      await other.page.keyboard.press('Control+Home')
      const session = await window.context.newCDPSession(page)
      for (const text of ['ㅎ', '하', '한']) {
        await session.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
        await other.page.keyboard.type('x')
      }
      await session.send('Input.insertText', { text: '한' })
      await session.detach()
      await window.compose([['ㄱ', '그', '글']])
      await expect.poll(() => journey.text('ours', 'report.ko.md')).toBe(`xxx${files[2]!.text}한글`)
      expect(other.faults).toEqual([])
      await other.close()
    })

    test('in a comment', async () => {
      const { page } = window
      await window.openPage('ours', 'history')
      await page.getByRole('tab', { name: frame.sideTabs.comments }).click()
      const box = page.locator('.comments textarea').last()
      await box.click()
      await window.compose(hangul)
      expect(await box.inputValue()).toBe('한글')
      await page.getByRole('button', { name: writing.comments.send }).click()
      await page.locator('.comments').getByText('한글', { exact: true }).waitFor()
    })
  })
})
