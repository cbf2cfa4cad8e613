/** A round of questions hides anonymous answers until it closes; signatures stand for a revision, and later corrections are seen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ko as review } from '../../../../src/words/workspace/ko/review.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, journeyMs, type Window } from './journey.js'

describe.skipIf(chromiumPath === null)('review', { timeout: journeyMs }, () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await Journey.open()
    await journey.case('ours')
  })
  afterAll(() => journey?.close())

  async function answer({ page }: Window, text: string, role: string | null): Promise<void> {
    await page.getByRole('button', { name: review.answer, exact: true }).first().click()
    const box = page.locator('.answer-box')
    if (role === null) {
      await box.getByLabel(review.asAnonymous).check()
      await box.getByText(review.anonymousAbout).waitFor()
    } else await box.getByLabel(review.role, { exact: true }).fill(role)
    await box.getByLabel(review.answerText, { exact: true }).fill(text)
    await box.getByRole('button', { name: review.send }).click()
    await box.waitFor({ state: 'detached' })
  }

  test('anonymous answers appear together when the round closes, in no order of theirs', async () => {
    const editor = await journey.window(await journey.person('편집', 'ours', 'editor'))
    const reviewers = await Promise.all(
      ['가', '나'].map(async name => journey.window(await journey.person(name, 'ours', 'reviewer'))),
    )
    const { page } = editor
    await editor.openPage('ours', 'review')
    await page.getByRole('button', { name: review.open }).click()
    await page.getByLabel(review.openTitle, { exact: true }).fill('첫 검토')
    await page.getByLabel(review.own).fill('경보는 왜 늦었습니까?')
    await page.locator('dialog[open] button[type="submit"]').click()
    await page.getByText('경보는 왜 늦었습니까?').waitFor()

    for (const [place, reviewer] of reviewers.entries()) {
      await reviewer.openPage('ours', 'review')
      await reviewer.page.locator('.round-items').first().waitFor()
      for (let number = 1; number <= 4; number++) await answer(reviewer, `익명 ${place + 1}-${number}`, null)
    }
    await answer(editor, '경보는 구역 하나만 보고 있었습니다.', '운영')
    // The answer under a role is there at once; of the others nothing, whoever looks.
    for (const window of [editor, ...reviewers]) {
      await window.page.getByText('경보는 구역 하나만').waitFor()
      await window.page.reload()
      await window.page.getByText('경보는 구역 하나만').waitFor()
      expect(await window.page.locator('#page').innerText()).not.toContain('익명 1-1')
    }
    await page.getByRole('button', { name: review.close }).click()
    await page.locator('dialog[open]').getByRole('button', { name: review.close }).click()
    await page.getByText('익명 1-1').waitFor()
    const orders = new Set<string>()
    for (const window of [editor, ...reviewers]) {
      await window.page.getByText('익명 2-4').waitFor()
      const all = await window.page.locator('.round-answers li').allInnerTexts()
      const anonymous = all.filter(text => text.includes('익명 '))
      expect([...anonymous].map(text => text.split('\n').at(-1)).sort()).toEqual(
        [1, 2].flatMap(one => [1, 2, 3, 4].map(number => `익명 ${one}-${number}`)),
      )
      orders.add(anonymous.join())
    }
    const written = [1, 2].flatMap(one => [1, 2, 3, 4].map(number => `익명 ${one}-${number}`))
    expect(orders.has(written.join())).toBe(false)
    expect(await page.getByRole('button', { name: review.answer, exact: true }).count()).toBe(0)
    for (const window of [editor, ...reviewers]) {
      expect(window.faults).toEqual([])
      await window.close()
    }
  })

  test('a correction after a signature stays possible, is shown there, and to whoever signs next', async () => {
    const operations = await journey.window(await journey.person('운영자', 'ours', 'reviewer', ['운영']))
    const legal = await journey.window(await journey.person('변호사', 'ours', 'reviewer', ['법무']))
    const editor = await journey.window(await journey.person('편집자', 'ours', 'editor'))
    await operations.openPage('ours', 'review')
    await operations.page.getByRole('button', { name: review.signFor('운영', 1) }).click()
    await operations.page.getByText(review.since(0)).waitFor()
    await operations.page.getByText(review.waiting('법무')).waitFor()

    await editor.openPage('ours', 'timeline')
    await editor.page.getByRole('row').filter({ hasText: '연기가 났다.' }).locator('.fact-text').click()
    await editor.page.keyboard.press('Enter')
    await editor.page.keyboard.press('Control+A')
    await editor.page.keyboard.type('연기가 보였다.')
    await editor.page.keyboard.press('Enter')
    await editor.openPage('ours', 'history')
    await editor.page.locator('.keep-revision button').click()
    await editor.page.locator('#revision-2').waitFor()

    await operations.page.getByText(review.since(1)).waitFor()
    await operations.page.getByRole('button', { name: review.showSince }).click()
    await operations.page.locator('.changes del', { hasText: '연기가 났다.' }).first().waitFor()
    await legal.openPage('ours', 'review')
    await legal.page.getByText(review.changesFirst).waitFor()
    await legal.page.locator('.sign ins', { hasText: '연기가 보였다.' }).waitFor()
    await legal.page.getByRole('button', { name: review.signFor('법무', 2) }).click()
    await legal.page.getByText(review.all).waitFor()
    for (const window of [operations, legal, editor]) {
      expect(window.faults).toEqual([])
      await window.close()
    }
  })
})
