/**
 * The workspace in Chromium over a real store: people get in, write one timeline in two windows, undo their own, go on writing
 * while the connection is broken, type Korean, paste rows and drop evidence; what the journeys do not open is sound for axe.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passwordLine } from '../../../src/server/workspace/identity/passwords.js'
import { chromiumPath, startChromium } from '../../browser/chromium.js'
import { type Person, TestWorkspace } from '../../server/workspace/testWorkspace.js'
import { TestStore } from '../../store/databases.js'
import { type BuiltApplication, buildApplication } from './builtApplication.js'
import { expectAccessible, openWindow } from './workspacePage.js'

const kakao = fileURLToPath(new URL('../../../cases/kakao-2022', import.meta.url))
const patience = { timeout: 30_000 }

describe.skipIf(chromiumPath === null)('in a browser', () => {
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
    const files = readdirSync(kakao, { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ name }) => ({ path: name, text: readFileSync(join(kakao, name), 'utf8') }))
    await of.store.cases.create({ id: 'kakao', title: '카카오 장애 2022', files, userId: null, message: '' })
    owner = await workspace.person('Seoyeon Kim', { cases: { kakao: 'owner' } })
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await workspace?.close()
    await of.close()
    application?.remove()
  })

  /** A small case of its own, and its timeline in a window. */
  const timeline = async (id: string, person = owner, options: Parameters<typeof openWindow>[2] = {}) => {
    if ((await of.store.cases.get(id)) === null) await workspace.smallCase(id, owner.user.id)
    const opened = await openWindow(browser, person, options)
    await opened.page.goto(`${workspace.origin}/cases/${id}/timeline`)
    await opened.page.locator('.fact-row').first().waitFor(patience)
    return opened
  }
  const words = (page: Page, place: number) => page.locator('.fact-row .fact-words').nth(place)
  const isSaved = (page: Page) =>
    expect.poll(() => page.textContent('.standing'), patience).toContain('저장됨')
  const written = async (id: string) => {
    const { body } = await owner.get(`/api/cases/${id}/document`)
    return body.document
  }

  test('who has an account signs in first, and joins then', async () => {
    await workspace.smallCase('joined', owner.user.id)
    const person = await workspace.person('Ara Choi')
    await of.store.users.setPasswordSecret(person.user.id, await passwordLine('a long enough password'))
    const { body } = await owner.post('/api/cases/joined/invitations', { role: 'reviewer', expiresDays: 7 })
    const { page, context } = await openWindow(browser, null)
    await page.goto(body.address)
    await page.getByText('이미 계정이 있습니다').click()
    await page.getByLabel('이메일 주소').fill(person.user.email ?? '')
    await page.getByLabel('비밀번호').fill('a long enough password')
    await page.getByRole('button', { name: '로그인' }).click()
    await page.getByRole('button', { name: '함께하기' }).click()
    await page.waitForURL(/\/cases\/joined/, patience)
    await context.close()
  })

  test.each([
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'https://elsewhere.example',
  ])('signing in leads nowhere else: %j', async to => {
    const { page, context } = await openWindow(browser, owner)
    await page.goto(`${workspace.origin}/signin?to=${encodeURIComponent(to)}`)
    await page.getByRole('heading', { name: '사례' }).waitFor(patience)
    expect(new URL(page.url()).origin).toBe(workspace.origin)
    await context.close()
  })

  test('a password signs in, a wrong one is said, and the wanted page follows', async () => {
    const person = await workspace.person('Min Lee', { cases: { kakao: 'reader' } })
    await of.store.users.setPasswordSecret(person.user.id, await passwordLine('a long enough password'))
    const { page, context } = await openWindow(browser, null)
    await page.goto(`${workspace.origin}/cases/kakao/timeline`)
    await page.waitForURL(/\/signin\?to=/, patience)
    await page.getByLabel('이메일 주소').fill(person.user.email ?? '')
    await page.getByLabel('비밀번호').fill('a wrong password')
    await page.getByRole('button', { name: '로그인' }).click()
    await page.getByRole('alert').waitFor(patience)
    await page.getByLabel('비밀번호').fill('a long enough password')
    await page.getByRole('button', { name: '로그인' }).click()
    await page.waitForURL(/\/cases\/kakao\/timeline/, patience)
    await expect.poll(() => page.textContent('.standing'), patience).toContain('읽기만')
    await context.close()
  })

  test('two windows write one timeline: each keeps what it types, and undo takes back one’s own alone', async () => {
    const other = await workspace.person('Jo Park', {})
    const a = await timeline('two')
    await of.store.members.set('two', other.user.id, { role: 'editor', signOffRoles: [] })
    const b = await timeline('two', other)
    await expect.poll(() => a.page.locator('.bar-right .face').count(), patience).toBe(1)

    await a.page.locator('.fact-row .fact-text').first().click()
    await a.page.keyboard.press('Enter')
    await a.page.keyboard.press('End')
    await a.page.keyboard.type(' half')
    await expect.poll(() => b.page.textContent('.fact-person'), patience).toContain('Seoyeon Kim')

    await b.page.locator('.fact-row .fact-states').first().click()
    await b.page.keyboard.type('shop: down')
    await b.page.keyboard.press('Tab')
    await expect.poll(() => a.page.textContent('.state-chip'), patience).toContain('멈춤')
    expect(await a.page.inputValue('.cell-hand[data-editing] textarea')).toBe('연기가 났다. half')
    await a.page.keyboard.press('Enter')
    await expect.poll(() => words(b.page, 0).textContent(), patience).toBe('연기가 났다. half')

    await b.page.keyboard.press('Control+z')
    await expect.poll(() => a.page.locator('.state-chip').count(), patience).toBe(0)
    expect(await words(b.page, 0).textContent()).toBe('연기가 났다. half')
    await isSaved(a.page)
    expect((await written('two')).facts.smoke).toEqual({
      at: '2022-10-15 15:08',
      text: { ko: '연기가 났다. half', en: 'Smoke was seen.' },
    })
    expect([...a.errors, ...b.errors]).toEqual([])
    await a.context.close()
    await b.context.close()
  })

  test('by keyboard alone: a new row, a time as people type it, a text, states by completion', async () => {
    const { page, context, errors } = await timeline('keys')
    await page.locator('.cell-hand textarea').focus()
    await page.keyboard.press('n')
    await page.keyboard.type('오후 3시 20분쯤')
    await expect.poll(() => page.textContent('.cell-hint')).toContain('2022-10-15 15:20 ± 5m')
    await page.keyboard.press('Tab')
    await page.keyboard.type('가게가 멈췄다')
    await page.keyboard.press('Tab')
    await page.keyboard.type('가')
    await page.locator('.cell-choices [role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('down')
    await page.keyboard.press('Enter')
    await isSaved(page)
    await expect
      .poll(async () => Object.values((await written('keys')).facts), patience)
      .toContainEqual({
        at: '2022-10-15 15:20 ± 5m',
        text: { ko: '가게가 멈췄다' },
        changes: { shop: 'down' },
      })

    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await expect.poll(async () => Object.keys((await written('keys')).facts).length, patience).toBe(1)
    await page.getByRole('button', { name: '되돌리기', exact: true }).last().click()
    await expect.poll(async () => Object.keys((await written('keys')).facts).length, patience).toBe(2)
    expect(errors).toEqual([])
    await context.close()
  })

  test('no key is lost between two drawings: a new row takes what is typed at once', async () => {
    const { page, context, errors } = await timeline('hurried')
    await page.locator('.cell-hand textarea').focus()
    // No frame is drawn any more, as on a machine with much else to do.
    await page.evaluate(() => {
      globalThis.requestAnimationFrame = () => 0
    })
    for (const [time, text] of [
      ['15:20', 'first'],
      ['15:21', 'second'],
    ] as const) {
      await page.keyboard.press('Control+Enter')
      await page.keyboard.type(time)
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    }
    await expect
      .poll(async () => Object.values((await written('hurried')).facts), patience)
      .toEqual([
        expect.anything(),
        { at: '2022-10-15 15:20', text: { ko: 'first' } },
        { at: '2022-10-15 15:21', text: { ko: 'second' } },
      ])
    expect(errors).toEqual([])
    await context.close()
  })

  test('Korean is composed in a cell from its first letter on, and Enter while composing ends only the syllable', async () => {
    const { page, context } = await timeline('korean')
    const input = await context.newCDPSession(page)
    await page.locator('.fact-row .fact-text').first().click()
    for (const text of ['ㅂ', '부', '불']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 })
    }
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    expect(await page.inputValue('.cell-hand[data-editing] textarea')).toBe('불')
    await input.send('Input.insertText', { text: '불' })
    await page.keyboard.press('Enter')
    await expect.poll(() => words(page, 0).textContent()).toBe('불')
    await context.close()
  })

  test('work goes on while the connection is broken, and is kept when it is back', async () => {
    await workspace.smallCase('broken', owner.user.id)
    const { page, context, errors } = await openWindow(browser, owner)
    let isBroken = false
    const open = new Set<WebSocketRoute>()
    await page.routeWebSocket(/\/live$/, socket => {
      if (isBroken) {
        void socket.close({ code: 1011 })
        return
      }
      open.add(socket)
      socket.connectToServer()
    })
    await page.goto(`${workspace.origin}/cases/broken/timeline`)
    await page.locator('.fact-row').first().waitFor(patience)
    await isSaved(page)
    isBroken = true
    for (const socket of open) await socket.close({ code: 1011 })
    await page.locator('.offline-banner p').waitFor(patience)

    await page.locator('.fact-row .fact-text').first().click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.type(' offline')
    await page.keyboard.press('Enter')
    expect(await words(page, 0).textContent()).toBe('연기가 났다. offline')
    expect(await page.textContent('.standing')).toContain('연결 끊김')
    expect(await page.textContent('.offline-banner')).toContain('이 창에만')
    expect((await written('broken')).facts.smoke.text.ko).toBe('연기가 났다.')

    isBroken = false
    await isSaved(page)
    await page.locator('.offline-banner p').waitFor({ state: 'detached', ...patience })
    expect((await written('broken')).facts.smoke.text.ko).toBe('연기가 났다. offline')
    expect(errors).toEqual([])
    await context.close()
  })

  test('rows are pasted, and a file that is dropped on a row is its source', async () => {
    const { page, context, errors } = await timeline('pasted')
    await page.locator('.fact-row .fact-time').first().click()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '15:20\t하나\n15:30\t둘\n머리말\t셋\n')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await expect.poll(() => page.locator('.fact-row').count(), patience).toBe(3)
    const dataTransfer = await page.evaluateHandle(() => {
      const data = new DataTransfer()
      data.items.add(new File(['an alarm'], '경보 기록.txt', { type: 'text/plain' }))
      return data
    })
    await page.locator('.fact-row').first().dispatchEvent('drop', { dataTransfer })
    await expect
      .poll(() => page.textContent('.status-region'), patience)
      .toContain('경보 기록.txt 파일을 근거로')
    await expect
      .poll(async () => (await written('pasted')).facts.smoke.sources, patience)
      .toEqual(['경보-기록'])
    expect((await written('pasted')).sources['경보-기록'].file).toBe('evidence/경보-기록.txt')
    // Its narratives are missing; the file that the source names is not.
    await expect.poll(() => page.textContent('.result-standing'), patience).toBe('살펴볼 곳 2개')
    expect(errors).toEqual([])
    await context.close()
  })

  test('the result beside the table follows what is written, and leads to it', async () => {
    const { page, context } = await timeline('kakao')
    await page.locator('.result-fidelity').waitFor(patience)
    await page.locator('.question-list a[href*="/timeline/"]').first().click()
    await page.locator('.fact-details').waitFor(patience)
    await page.getByLabel('국면').selectOption('context')
    await page.keyboard.press('Escape')
    await page.locator('.fact-details').waitFor({ state: 'detached' })
    await context.close()
  })

  test('on a phone a fact is written in a dialog, and its row is a card that opens', async () => {
    const { page, context, errors } = await timeline('phone', owner, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    })
    await page.getByRole('button', { name: '새 사실' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('시각').fill('15시 40분쯤')
    await dialog.getByText('2022-10-15 15:40 ± 5m').waitFor(patience)
    await dialog.getByLabel('일어난 일').fill('문을 닫았다')
    await dialog.getByRole('button', { name: '새 사실' }).click()
    await page.getByText('문을 닫았다').click()
    await page.getByLabel('국면').selectOption('impact')
    await expect
      .poll(async () => Object.values((await written('phone')).facts), patience)
      .toContainEqual({ at: '2022-10-15 15:40 ± 5m', text: { ko: '문을 닫았다' }, phase: 'impact' })
    expect(errors).toEqual([])
    await context.close()
  })

  test('a case is begun, and another comes in as a zip', async () => {
    const { page, context, errors } = await openWindow(browser, owner, { language: 'en' })
    await page.goto(workspace.origin)
    await page.getByRole('button', { name: 'New case' }).click()
    await page.getByLabel('What happened').fill('The bakery was closed')
    await page.getByLabel('When it began').fill('2026-03-02 07:00')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.waitForURL(/\/cases\/the-bakery-was-closed/, patience)
    await page.getByRole('button', { name: 'New fact' }).first().click()
    await page.keyboard.type('7:10')
    await page.keyboard.press('Tab')
    await page.keyboard.type('The oven stayed cold')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => Object.values((await written('the-bakery-was-closed')).facts ?? {}), patience)
      .toContainEqual(expect.objectContaining({ at: '2026-03-02 07:10' }))

    const zip = zipSync({
      'case.yaml': strToU8('case: { title: Zipped, timezone: UTC, start: 2026-01-01 00:00 }\n'),
    })
    await page.goto(workspace.origin)
    await page.locator('input[type=file]').setInputFiles({
      name: 'Zipped case.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(zip),
    })
    await page.waitForURL(/\/cases\/zipped-case/, patience)
    expect(errors).toEqual([])
    await context.close()
  })

  test('of ten thousand facts only those that are seen are drawn, and the last is a key away', async () => {
    const count = 10_000
    const facts = Array.from({ length: count }, (_, place) => {
      const at = new Date(Date.UTC(2022, 9, 15, 6, 0) + place * 60_000).toISOString()
      return `  f${place}-seen: { at: ${at.slice(0, 10)} ${at.slice(11, 16)}, text: { ko: "${place}번째 사실", en: "Fact ${place}" } }\n`
    })
    const head =
      'case: { title: Many, timezone: UTC, start: 2022-10-15 06:00, horizon: 30d, languages: [ko, en] }\n'
    const files = [
      { path: 'case.yaml', text: head },
      { path: 'timeline.yaml', text: `facts:\n${facts.join('')}` },
    ]
    await of.store.cases.create({ id: 'many', title: 'Many', files, userId: owner.user.id, message: '' })
    const { page, context, errors } = await timeline('many')
    expect(await page.textContent('.timeline-count')).toContain('10000')
    await page.locator('.cell-hand textarea').focus()
    await page.keyboard.press('Control+End')
    await expect
      .poll(() => page.locator('.fact-words').allTextContents(), patience)
      .toContain('9999번째 사실')
    expect(await page.locator('.fact-row').count()).toBeLessThan(100)
    await page.locator('.fact-row').last().locator('.fact-text').click()
    await page.keyboard.type('the last')
    await page.keyboard.press('Enter')
    await expect
      .poll(async () => (await written('many')).facts[`f${count - 1}-seen`].text.ko, patience)
      .toBe('the last')
    expect(errors).toEqual([])
    await context.close()
  })

  test.each([
    ['/signin', false],
    ['/cases/kakao/timeline/outage-begins', true],
    ['/cases/none-of-that-name', true],
  ])('%s is sound for axe, in both languages, in the dark, and on a phone', async (path, signedIn) => {
    for (const [width, colorScheme, language] of [
      [1280, 'light', 'ko'],
      [390, 'dark', 'en'],
    ] as const) {
      const { page, context, errors } = await openWindow(browser, signedIn ? owner : null, {
        viewport: { width, height: 844 },
        colorScheme,
        language,
        bypassCSP: true,
      })
      await page.goto(workspace.origin + path)
      await page
        .locator('h1')
        .first()
        .waitFor({ state: 'attached', ...patience })
      if (path.includes('kakao')) await page.locator('.fact-row').first().waitFor(patience)
      await expectAccessible(page)
      expect(errors).toEqual([])
      await context.close()
    }
  })
})
