/** Whoever is invited comes in by link and password, and sees and may do what the role allows, and no more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casePages } from '../../../../src/web/workspace/pages/registry.js'
import { ko as entrance } from '../../../../src/words/workspace/ko/entrance.js'
import { ko as frame } from '../../../../src/words/workspace/ko/frame.js'
import { ko as people } from '../../../../src/words/workspace/ko/people.js'
import { chromiumPath } from '../../../browser/chromium.js'
import { Journey, journeyMs } from './journey.js'

describe.skipIf(chromiumPath === null)('people and their roles', { timeout: journeyMs }, () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await Journey.open()
    await journey.case('ours')
    await journey.case('theirs')
  })
  afterAll(() => journey?.close())

  test('an invited person signs in by the link and a password, and finds the one case they were asked to', async () => {
    const owner = await journey.window(await journey.person('주인', 'ours', 'owner'))
    await owner.openPage('ours', 'people')
    const form = owner.page.locator('.invite-form')
    await form.getByLabel(people.role, { exact: true }).selectOption('reviewer')
    await form.getByRole('button', { name: people.make }).click()
    const address = await owner.page.locator('.made-address code').innerText()

    const guest = await journey.window(null)
    const { page } = guest
    await page.goto(address)
    await page.getByLabel(entrance.name, { exact: true }).fill('박하늘')
    await page.getByLabel(entrance.email).fill('sky@example.org')
    await page.getByLabel(entrance.password).fill('긴 암호는 외우기 쉽다')
    await page.getByRole('button', { name: entrance.joinNow }).click()
    await guest.settled()
    expect(page.url()).toContain('/cases/ours')
    await page.locator('.fact-row').first().waitFor()
    expect(await page.textContent('.account-name')).toBe('박하늘')
    // Whether somebody is signed in is asked before they are, and refused.
    expect(guest.faults.filter(fault => !fault.startsWith('Failed to load resource'))).toEqual([])
    // A reviewer comments and answers; texts are not theirs to write.
    await page.getByText(frame.readOnly).waitFor()
    await guest.go('/')
    await page.getByRole('link', { name: /작은 사례|ours/ }).waitFor()
    expect(await page.locator('a[href^="/cases/"]').count()).toBe(1)
    await guest.go('/cases/theirs/timeline')
    await page.getByText(frame.noCase).waitFor()

    // The link works once; the password from now on.
    const other = await journey.window(null)
    await other.page.goto(address)
    await other.page.getByRole('alert').waitFor()
    await other.go('/')
    await other.page.getByLabel(entrance.email).fill('sky@example.org')
    await other.page.getByLabel(entrance.password).fill('긴 암호는 외우기 쉽다')
    await other.page.getByRole('button', { name: entrance.signIn }).click()
    await other.page.getByRole('link', { name: /작은 사례|ours/ }).waitFor()
    await owner.page.locator('.members', { hasText: '박하늘' }).waitFor()
    await owner.page.getByText(people.noInvitations).waitFor()
    for (const window of [owner, guest, other]) await window.close()
  })

  test('a reader finds nothing to edit on any page, and nothing they press is a write', async () => {
    const reader = await journey.window(await journey.person('독자', 'ours', 'reader'))
    const { page } = reader
    const entries = ['timeline/smoke', 'system/shop', 'files/case.yaml']
    for (const key of [...casePages.map(({ key }) => key), ...entries]) {
      await reader.openPage('ours', key)
      const editable = await page.locator('#page').evaluate(main =>
        [...main.querySelectorAll('input, textarea, select, [contenteditable="true"]')]
          .filter(one => !(one as HTMLInputElement).disabled && !(one as HTMLInputElement).readOnly)
          // What only searches or chooses what is shown, and the cell that keys move.
          .filter(one => (one as HTMLInputElement).type !== 'search' && !one.closest('[role="grid"]'))
          .filter(one => one.getAttribute('role') !== 'combobox' || one.closest('form, .entry-form'))
          .map(one => one.outerHTML.slice(0, 160)),
      )
      expect(editable, key).toEqual([])
    }
    // The cell of the table has a field for the keys that move: writing in it changes nothing.
    await reader.openPage('ours', 'timeline')
    await page.locator('[role="grid"] textarea').focus()
    await page.keyboard.type('15:30')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Delete')
    await page.keyboard.press('l')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await journey.text('ours', 'timeline.yaml')).not.toContain('15:30')
    expect(reader.writes).toEqual([])
    expect(reader.faults).toEqual([])
    await reader.close()
  })
})
