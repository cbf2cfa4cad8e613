import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Language } from '../model/case.js'
import { languagesOf } from '../publish/withhold.js'
import { serverWords } from '../words/server/serverWords.js'
import { casePage } from './casePage.js'
import type { Library } from './library.js'
import { libraryPage } from './libraryPage.js'
import { messagePage } from './messagePage.js'
import { originOf } from './origin.js'
import { wantedLanguage } from './wantedLanguage.js'

/** How often a live page's connection is kept awake. */
const keepAwakeMs = 25_000

/** Hosts that a page on this machine is addressed by. Any other name was bound to the loopback address by a stranger. */
const hosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * What a page of the server may do: show itself, run its own script, and ask this server whether it changed. Nothing is
 * asked of any other machine.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The server's routes over a library. It reads, and changes nothing. */
export function application(library: Library, serverLanguage: Language): Hono {
  const app = new Hono()

  app.use(async (context, next) => {
    const host = (context.req.header('host') ?? '').replace(/:\d+$/, '')
    if (!hosts.has(host)) return context.text(serverWords(serverLanguage).forbidden, 403)
    await next()
    context.header('Content-Security-Policy', contentSecurityPolicy)
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cross-Origin-Resource-Policy', 'same-origin')
    context.header('Cache-Control', 'no-store')
  })

  app.get('/', async context => {
    const language = wantedLanguage(
      context.req.query('lang'),
      context.req.header('accept-language'),
      serverLanguage,
    )
    return context.html(await libraryPage(library.all(), language))
  })

  app.get('/cases/:name', context =>
    context.redirect(`/cases/${encodeURIComponent(context.req.param('name'))}/`),
  )

  app.get('/cases/:name/changes', context => {
    const live = library.named(context.req.param('name'))
    if (live === null) return context.notFound()
    return streamSSE(context, async stream => {
      const gone = new Promise<void>(resolve => stream.onAbort(resolve))
      const stop = live.onChange(() => void stream.writeSSE({ event: 'change', data: '' }))
      await stream.writeSSE({ event: 'hello', data: '' })
      const awake = setInterval(() => void stream.writeSSE({ event: 'awake', data: '' }), keepAwakeMs)
      // A page that is left open keeps no server from ending.
      awake.unref()
      await gone
      clearInterval(awake)
      stop()
    })
  })

  app.get('/cases/:name/origin', context => {
    const live = library.named(context.req.param('name'))
    if (live === null) return context.notFound()
    const origin = originOf(live.read().loaded, live.place.folder, context.req.query('path') ?? '')
    return origin === null ? context.notFound() : context.json(origin)
  })

  app.get('/cases/:name/:file{.*}', async context => {
    const live = library.named(context.req.param('name'))
    if (live === null) return context.notFound()
    const file = context.req.param('file')
    const { loaded } = live.read()
    const attachment = loaded.attachments.find(({ path }) => path === file)
    if (attachment !== undefined) return attachmentResponse(attachment)
    const edition = /^(?:(ko|en|index)\.html)?$/.exec(file)
    if (edition === null) return context.notFound()
    const languages = loaded.document === null ? undefined : languagesOf(loaded.document, loaded.narratives)
    const wanted = context.req.query('lang') ?? edition[1]
    const language = wantedLanguage(wanted, context.req.header('accept-language'), serverLanguage, languages)
    return context.html(await casePage(live, language))
  })

  app.notFound(async context => {
    const language = wantedLanguage(
      context.req.query('lang'),
      context.req.header('accept-language'),
      serverLanguage,
    )
    const words = serverWords(language)
    return context.html(await messagePage(words.notFound, words.notFoundAbout, language), 404)
  })

  app.onError(async (error, context) => {
    const language = wantedLanguage(undefined, context.req.header('accept-language'), serverLanguage)
    const words = serverWords(language)
    return context.html(await messagePage(words.bug(error.message), '', language), 500)
  })
  return app
}

/** Evidence is handed out as a file to keep: nothing in it runs in the origin of the reports. */
function attachmentResponse(attachment: { readonly path: string; readonly bytes: Uint8Array }): Response {
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
  }
  const type = types[attachment.path.split('.').at(-1)?.toLowerCase() ?? '']
  const name = encodeURIComponent(attachment.path.split('/').at(-1) ?? 'evidence')
  return new Response(new Uint8Array(attachment.bytes), {
    headers: {
      'Content-Type': type ?? 'application/octet-stream',
      'Content-Disposition': `${type === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
    },
  })
}
