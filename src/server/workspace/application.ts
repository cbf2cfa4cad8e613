import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { wantedLanguage } from '../wantedLanguage.js'
import { appFile } from './appFiles.js'
import { refusalResponse } from './edge.js'
import { enterByKey } from './enterPage.js'
import type { Answer, Environment, WorkspaceApplication } from './environment.js'
import { guard } from './guard.js'
import { healthRoutes } from './health.js'
import { messageResponse } from './messages.js'
import { openApiDocument } from './openApiDocument.js'
import { Refused } from './refused.js'
import { answerRoutes } from './routes/answerRoutes.js'
import { bodyChecks } from './security/bodies.js'
import { dataPolicy } from './security/contentSecurityPolicy.js'
import { siteOf } from './security/hosts.js'
import type { Workspace } from './workspace.js'

/** Routes that machines ask which know no name of the workspace. They tell nothing but whether it lives. */
const nameless: ReadonlySet<string> = new Set(['/healthz', '/readyz'])

/** The workspace over HTTP: every route of the API behind the guard, the application's files, and the ways to sign in. */
export function workspaceApplication(workspace: Workspace): WorkspaceApplication {
  const { settings, log } = workspace
  const app = new OpenAPIHono<Environment>({
    defaultHook: result => {
      if (result.success) return
      const [issue] = result.error.issues
      const field = issue?.path.join('.') ?? ''
      throw new Refused(400, 'bad-request', {}, field === '' ? null : field)
    },
  })
  app.use(atOneSite(workspace))
  app.use(logged(workspace))
  app.onError((error, context) => refusalResponse(error, context, log))

  const answer: Answer = (route, handler) => {
    const { access: _, ...described } = route
    const middleware = [guard(workspace, route), ...bodyChecks(route)]
    app.openapi({ ...described, middleware } as unknown as typeof route, handler)
  }
  healthRoutes(answer, workspace)
  answerRoutes(answer, workspace)

  let document: object | null = null
  app.get('/api/openapi.json', context => {
    document ??= openApiDocument(app, settings.version)
    return context.json(document)
  })
  app.get('/enter/:key', context => enterByKey(context, workspace))
  app.notFound(async context => {
    const { path, method } = context.req
    if (path.startsWith('/api/')) return refusalResponse(new Refused(404, 'not-found'), context, log)
    const file = method === 'GET' || method === 'HEAD' ? await appFile(context, settings.appFolder) : null
    if (file !== null) return file
    return messageResponse(context, path.includes('.') ? 'not-found' : 'app-missing')
  })
  return app
}

/** Answers only under the workspace's own names, and says with every answer what a browser may do with it. */
function atOneSite({ settings, log }: Workspace): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const { req } = context
    context.set('language', wantedLanguage(undefined, req.header('accept-language'), settings.language))
    const site = siteOf(req.header('host'), settings.publicUrl)
    if (site === null && !nameless.has(req.path)) {
      context.res = refusalResponse(new Refused(403, 'wrong-host'), context, log)
    } else {
      context.set('site', site ?? { origin: 'null', secure: false, loopback: false })
      await next()
    }
    const { headers } = context.res
    if (!headers.has('content-security-policy')) headers.set('Content-Security-Policy', dataPolicy)
    if (!headers.has('cache-control')) headers.set('Cache-Control', 'no-store')
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (site?.secure) headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
}

/** One line an answer: which route, how it ended, how long it took. Never the address itself, which may hold a secret. */
function logged({ log }: Workspace): MiddlewareHandler<Environment> {
  return async (context, next) => {
    const begunMs = performance.now()
    await next()
    if (context.var.unlogged || !log.isLevelEnabled('info')) return
    const { status } = context.res
    const ms = Math.round(performance.now() - begunMs)
    log.info({ route: context.var.route ?? 'files', method: context.req.method, status, ms }, 'answered')
  }
}
