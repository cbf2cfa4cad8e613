/** Records of other tools become drafts and then facts, with the original a press away; and plain answers become a system that runs. */
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ko as interview } from '../../../../src/words/interview/ko.js'
import { ko as firstModel } from '../../../../src/words/workspace/ko/firstModel.js'
import { ko as inbox } from '../../../../src/words/workspace/ko/inbox.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, journeyMs } from './journey.js'

/** A case of which only the place and the day are known. */
const freshCase = [
  {
    path: 'case.yaml',
    text: `case:
  title: { ko: 예약 장애 }
  timezone: Asia/Seoul
  start: 2024-03-08 09:00
  horizon: 1d
  languages: [ko]
`,
  },
  { path: 'timeline.yaml', text: 'facts: {}\n' },
]

/** A workspace of Slack with one channel, one day, two people and a bot. */
function slackExport(): Buffer {
  const message = (clock: string, user: string, text: string) => ({
    type: 'message',
    user,
    text,
    ts: `${Date.parse(`2024-03-08T${clock}:00+09:00`) / 1000}.000100`,
  })
  const json = (value: unknown) => strToU8(JSON.stringify(value))
  const person = (id: string, name: string) => ({ id, name, real_name: name, profile: { real_name: name } })
  return Buffer.from(
    zipSync({
      'users.json': json([person('U1', 'hana.kim'), person('U2', 'duri.lee')]),
      'channels.json': json([{ id: 'C1', name: 'incident', created: 1 }]),
      'incident/2024-03-08.json': json([
        message('09:14', 'U1', 'hana.kim: 예약 화면에서 오류가 납니다'),
        message('09:21', 'U2', '서쪽 전산실 전원이 나갔습니다'),
        message('11:05', 'U1', '예약이 다시 됩니다'),
      ]),
    }),
  )
}

describe.skipIf(chromiumPath === null)('taking in', { timeout: journeyMs }, () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await Journey.open()
    for (const id of ['chat', 'pasted', 'asked']) await journey.case(id, freshCase)
  })
  afterAll(() => journey?.close())

  test('a Slack export becomes drafts, and those that are accepted are facts; names stay in the original alone', async () => {
    const editor = await journey.window(await journey.person('편집', 'chat', 'editor'))
    const { page } = editor
    await editor.openPage('chat', 'inbox')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'slack.zip', mimeType: 'application/zip', buffer: slackExport() })
    await page.getByText(inbox.found(3, 0)).waitFor()
    const drafts = page.locator('.draft')
    expect(await drafts.count()).toBe(3)
    expect((await drafts.allInnerTexts()).join(' ')).not.toContain('hana.kim')
    const first = drafts.filter({ hasText: '예약 화면에서 오류' })
    await first.getByRole('button', { name: inbox.original, exact: true }).click()
    const original = page.locator('dialog[open] .draft-original')
    await original.waitFor()
    expect(await original.innerText()).toContain('hana.kim')
    await page.keyboard.press('Escape')
    for (const text of ['예약 화면에서 오류', '예약이 다시']) {
      await drafts.filter({ hasText: text }).getByRole('button', { name: inbox.accept, exact: true }).click()
      await drafts.filter({ hasText: text }).waitFor({ state: 'detached' })
    }
    await editor.openPage('chat', 'timeline')
    await page
      .getByRole('row')
      .filter({ hasText: '예약 화면에서 오류' })
      .filter({ hasText: '09:14' })
      .waitFor()
    await page.getByRole('row').filter({ hasText: '예약이 다시' }).filter({ hasText: '11:05' }).waitFor()
    expect(await journey.text('chat', 'timeline.yaml')).not.toContain('서쪽')
    expect(editor.faults).toEqual([])
    await editor.close()
  })

  test('a timeline that is pasted in Korean becomes drafts with the right times', async () => {
    const editor = await journey.window(await journey.person('편집', 'pasted', 'editor'))
    const { page } = editor
    await editor.openPage('pasted', 'inbox')
    await page
      .getByLabel(inbox.paste, { exact: true })
      .fill('2024년 3월 8일\n- 오전 9시 12분 정전\n- 오전 9시 20분쯤 예약 멈춤\n- 오후 1시 5분 예약 복구\n')
    await page.getByRole('button', { name: inbox.takePaste }).click()
    await page.getByText(inbox.found(3, 0)).waitFor()
    await page.getByLabel(inbox.selectAll).check()
    await page.getByRole('button', { name: inbox.acceptMany(3) }).click()
    await page.getByText(inbox.accepted(3)).waitFor()
    const text = await journey.text('pasted', 'timeline.yaml')
    for (const part of ['2024-03-08 09:12', '2024-03-08 09:20', '2024-03-08 13:05', '정전'])
      expect(text).toContain(part)
    await editor.close()
  })

  test('plain answers become a system that runs, and an if of it is answered with a verdict', async () => {
    const editor = await journey.window(await journey.person('편집', 'asked', 'editor'))
    const { page } = editor
    await editor.openPage('asked', 'first-model')
    const form = page.locator('.answer-form')
    const next = () => form.getByRole('button', { name: firstModel.next }).click()
    const names = async (...all: string[]) => {
      for (const name of all) {
        await form.getByRole('combobox').fill(name)
        await page.keyboard.press('Enter')
      }
      await next()
    }
    const asked = page.locator('#asked')
    await names('예약')
    await page.getByLabel(interview.triggers.power).check()
    await next()
    await form.getByRole('textbox').fill('오전 9시 12분')
    await next()
    await names('웹 서버', '회원 데이터베이스')
    // Whatever else is asked may stay unknown.
    for (let left = 12; left > 0 && (await asked.count()) > 0; left--) {
      const before = await asked.innerText()
      await form.getByRole('button', { name: interview.answers.notKnown }).click()
      await expect.poll(() => asked.allInnerTexts()).not.toEqual([before])
    }
    await page.getByText(firstModel.done).waitFor()
    await page.getByRole('button', { name: firstModel.write, exact: true }).click()
    await page.waitForURL('**/system')
    await page.locator('.side-panel').getByText('예약').first().waitFor()
    expect(await journey.text('asked', 'system.yaml')).toContain('assumed')

    await editor.openPage('asked', 'ifs')
    await page.locator('.entries-list ol a').first().click()
    await page.locator('.if-verdicts .chip').first().waitFor()
    expect(editor.faults).toEqual([])
    await editor.close()
  })
})
