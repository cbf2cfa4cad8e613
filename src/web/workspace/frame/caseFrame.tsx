import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import { casePage, casePages, type PageProps } from '../pages/registry.js'
import { casePath, here, navigate, pathParts } from '../router/router.js'
import { api, language } from '../session/session.js'
import { CaseNavigation } from './caseNavigation.js'
import { lazyScreen } from './loading.js'
import { LogAnywhere } from './logAnywhere.js'
import { OfflineBanner } from './offlineBanner.js'
import { SidePanel } from './sidePanel.js'
import { TopBar } from './topBar.js'
import { useLeaveWarning } from './useLeaveWarning.js'
import { useUndoKeys } from './useUndoKeys.js'
import './caseFrame.css'

const screens = new Map<string, ComponentType<PageProps>>()

/** The screen of a page, the same component each time. */
function screenOf(key: string): ComponentType<PageProps> | null {
  const page = casePage(key)
  if (page === undefined) return null
  const known = screens.get(key)
  if (known !== undefined) return known
  const screen = lazyScreen(page.load)
  screens.set(key, screen)
  return screen
}

/** What stands around the pages of a case: bar, list of pages, the page itself, and the result beside it. */
export function CaseFrame() {
  const open = useCase()
  const words = frameWords(language.value)
  const [, , key = casePages[0]!.key, ...rest] = pathParts.value
  const [menu, setMenu] = useState(false)
  const main = useRef<HTMLElement>(null)
  const { path } = here.value
  useUndoKeys()
  useLeaveWarning()

  useEffect(() => {
    if (pathParts.peek().length < 3) {
      void firstPage(open.id).then(first => navigate(casePath(open.id, first), { replace: true }))
    }
  }, [open.id, path])
  useEffect(() => {
    open.presence.tell({ page: key })
    setMenu(false)
  }, [open, key])
  const page = casePage(key)
  const title = textOf(open.written.value.value.case, language.value) || open.info.value.title
  useEffect(() => {
    document.title = page === undefined ? title : `${words.pages[page.key]} · ${title}`
  }, [page, title, words])

  const Screen = screenOf(key)
  return (
    <div class="case-frame" data-menu={menu || undefined}>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <TopBar title={title} menuOpen={menu} toggleMenu={() => setMenu(!menu)} />
      <OfflineBanner />
      <CaseNavigation current={key} />
      <main id="page" ref={main} tabIndex={-1} class="case-page" data-page={key}>
        {open.standing.value === 'connecting' ? (
          <p class="waiting">{words.waiting}</p>
        ) : Screen === null ? (
          <p class="sheet">{words.noPage}</p>
        ) : (
          <Screen key={key} rest={rest} />
        )}
      </main>
      <SidePanel />
      <LogAnywhere />
    </div>
  )
}

/** A case that is being lived through opens on the board. */
async function firstPage(id: string): Promise<string> {
  const asked = await api.ask('get', '/api/cases/{case}/board', { params: { case: id } })
  const isLive = 'given' in asked && asked.given.live && casePage('board') !== undefined
  return isLive ? 'board' : casePages[0]!.key
}

function textOf(head: unknown, spoken: 'ko' | 'en'): string {
  const title = (head as { title?: unknown } | null | undefined)?.title
  if (typeof title === 'string') return title
  const texts = (title ?? {}) as Record<string, unknown>
  const text = texts[spoken] ?? texts.ko ?? texts.en
  return typeof text === 'string' ? text : ''
}
