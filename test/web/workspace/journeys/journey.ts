import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { CaseRole } from '../../../../src/api/access.js'
import { readCaseFolder } from '../../../../src/publish/readFolder.js'
import type { WorkspaceSettings } from '../../../../src/server/workspace/settings.js'
import { openStore, type Store } from '../../../../src/store/store.js'
import { startChromium } from '../../../browser/chromium.js'
import { type Person, smallCase, TestWorkspace } from '../../../server/workspace/testWorkspace.js'
import { emptyPlace } from '../../../store/databases.js'

const appFolder = fileURLToPath(new URL('../../../../dist/workspace', import.meta.url))
const kakaoFolder = fileURLToPath(new URL('../../../../cases/kakao-2022', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How long a page may take for anything on a machine that does other work as well, milliseconds. */
const patienceMs = 30_000

/** How long one journey may take, milliseconds. */
export const journeyMs = 120_000

export interface WindowOptions {
  readonly language?: 'ko' | 'en'
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
}

/** A workspace over a real store, as `npm start` opens one, and a browser in which people of several roles use it. */
export class Journey {
  private constructor(
    readonly workspace: TestWorkspace,
    readonly browser: Browser,
    private readonly folder: string,
    private readonly store: Store,
  ) {}

  static async open(settings: Partial<WorkspaceSettings> = {}): Promise<Journey> {
    if (!existsSync(appFolder)) throw new Error('dist/workspace is missing: npm run build makes it.')
    const place = await emptyPlace('PGlite')
    const store = await openStore({ place, nowMs: Date.now, randomBytes })
    const workspace = await TestWorkspace.open(store, { appFolder, ...settings })
    const folder = place.kind === 'folder' ? place.folder : ''
    return new Journey(workspace, await startChromium(), folder, store)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.workspace.close()
    await this.store.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** The case of the shared record, with everything that pages can show. */
  async kakaoCase(id = 'kakao-2022'): Promise<void> {
    const { files } = readCaseFolder(kakaoFolder)
    await this.store.cases.create({ id, title: id, files, userId: null, message: '' })
  }

  /** A case of one fact, or of the files that are given. */
  async case(id: string, files: readonly { path: string; text: string }[] = smallCase): Promise<void> {
    await this.store.cases.create({ id, title: id, files: [...files], userId: null, message: '' })
  }

  /** Somebody with a part in a case, who may sign it for the roles that are named. */
  async person(name: string, caseId: string, role: CaseRole, signsAs: readonly string[] = []) {
    const person = await this.workspace.person(name, { cases: { [caseId]: role } })
    await this.store.members.set(caseId, person.user.id, { role, signOffRoles: [...signsAs] })
    return person
  }

  /** A window of somebody who is signed in; of nobody where it is null. */
  async window(person: Person | null, options: WindowOptions = {}): Promise<Window> {
    const { language = 'ko', width = 1280, scheme = 'light' } = options
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      locale: language,
    })
    context.setDefaultTimeout(patienceMs)
    if (person !== null) {
      const [name = '', value = ''] = (person.headers.cookie ?? '').split('=')
      await context.addCookies([{ name, value, url: this.workspace.origin }])
    }
    const page = await context.newPage()
    return new Window(page, context, this.workspace.origin)
  }

  /** What a file of a case holds now, as the server has it. */
  async text(caseId: string, path: string): Promise<string> {
    const text = (await this.store.cases.files(caseId)).find(one => one.path === path)?.text
    return typeof text === 'string' ? text : ''
  }
}

/** A window, and what went wrong in it: errors of scripts, refusals of the policy, and requests that asked elsewhere. */
export class Window {
  readonly faults: string[] = []
  /** Requests that would have changed something: `POST /api/…`. */
  readonly writes: string[] = []

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly origin: string,
  ) {
    page.on('console', message => {
      if (message.type() === 'error') this.faults.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', error => this.faults.push(String(error.stack ?? error)))
    page.on('request', request => {
      const url = request.url()
      if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) this.faults.push(`asked ${url}`)
      if (request.method() !== 'GET') this.writes.push(`${request.method()} ${new URL(url).pathname}`)
    })
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.origin + path)
  }

  /** Goes to another page as a link of the application leads there: nothing is loaded anew. */
  async follow(path: string): Promise<void> {
    if (new URL(this.page.url()).origin !== this.origin) await this.go('/')
    await this.page.evaluate(to => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
  }

  /** Opens a page of a case, and waits until it is there. */
  async openPage(caseId: string, page: string): Promise<void> {
    await this.go(`/cases/${caseId}/${page}`)
    await this.settled()
  }

  /** Waits until nothing is being loaded any more. */
  async settled(): Promise<void> {
    await this.page.locator('#page').waitFor()
    await this.page.waitForFunction(() => document.querySelector('.waiting') === null)
  }

  /** What axe calls serious or critical, with the first place of each. */
  async seriousFaults(): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe)
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ resultTypes: ['violations'] })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
    })
  }

  /** Types Korean as an input method does: each syllable is composed before it is committed. */
  async compose(syllables: readonly (readonly string[])[]): Promise<void> {
    const session = await this.context.newCDPSession(this.page)
    for (const steps of syllables) {
      for (const text of steps) {
        await session.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
      }
      await session.send('Input.insertText', { text: steps.at(-1)! })
    }
    await session.detach()
  }

  async close(): Promise<void> {
    await this.context.close()
  }
}
