import { workspaceServerWords } from '../../words/workspaceServer/workspaceServerWords.js'
import { escapeHtml, page } from '../page.js'
import type { WorkspaceContext } from './environment.js'
import type { RefusalStatus } from './refused.js'

/** What a page of the server itself says: there is little of it, since the application is one file. */
export type Message = 'not-found' | 'app-missing' | 'key-not-taken' | 'report-broken' | 'openid'

/** What a page without scripts may do: show itself. */
const messagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** A page that says one thing, and leads back to the workspace. */
export async function messageResponse(
  context: WorkspaceContext,
  message: Message,
  said?: string,
): Promise<Response> {
  const { language } = context.var
  const { pages, refusals } = workspaceServerWords(language)
  const { status, title, about } = {
    'not-found': { status: 404, title: refusals['not-found'](), about: '' },
    'app-missing': { status: 503, title: pages.title, about: pages.appMissing },
    'key-not-taken': { status: 403, title: pages.keyTitle, about: refusals['key-not-taken']() },
    'report-broken': { status: 409, title: pages.title, about: pages.reportBroken },
    openid: { status: 403, title: pages.title, about: said ?? refusals['openid-failed']() },
  }[message] as { status: RefusalStatus; title: string; about: string }
  const main = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(about)}</p><p><a href="/">${pages.toWorkspace}</a></p>`
  const html = await page({ title, main, language, switchable: false })
  return context.html(html, status, { 'Content-Security-Policy': messagePolicy, 'Cache-Control': 'no-store' })
}
