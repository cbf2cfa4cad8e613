import type { MiddlewareHandler } from 'hono'
import { type Access, isAtLeast, leastRole } from '../../api/access.js'
import type { ApiRoute } from '../../api/routes.js'
import type { Environment, WorkspaceContext } from './environment.js'
import { caseRole } from './identity/caseRole.js'
import { readCookie } from './identity/cookies.js'
import { identify } from './identity/identify.js'
import { type Identity, isUnlimited } from './identity/identity.js'
import { keepSession } from './identity/sessions.js'
import { Refused } from './refused.js'
import { isForeign, mayChange, sameSecret } from './security/crossSite.js'
import type { Workspace } from './workspace.js'

/** Routes of which nothing is logged or kept: what they are for is that nobody can tell who was there when. */
const untraced: ReadonlySet<string> = new Set(['/api/cases/{case}/rounds/{round}/anonymous-answers'])

/**
 * Stands before every route, and is the one place that says who may use it: `access` of the route, by the session's cookie
 * or a token. Whatever it does not know it refuses.
 */
export function guard(workspace: Workspace, route: ApiRoute): MiddlewareHandler<Environment> {
  return async (context, next) => {
    context.set('route', `${route.method} ${route.path}`)
    context.set('unlogged', untraced.has(route.path))
    const identity = await identityOf(workspace, context)
    context.set('identity', identity)
    refuseForeign(context, identity)
    await allow(workspace, route.access, context, identity)
    if (identity !== null && !untraced.has(route.path)) await keepSession(workspace, identity)
    await next()
  }
}

async function identityOf(workspace: Workspace, context: WorkspaceContext): Promise<Identity | null> {
  const identity = await identify(workspace, {
    authorization: context.req.header('authorization'),
    cookie: readCookie(context, 'session', context.var.site),
  })
  if (identity === 'bad-token') throw new Refused(401, 'bad-token')
  return identity
}

/**
 * What may change something must come from a page of this workspace, and where a cookie says who asks, from one that knows
 * the session's second secret. Scripts with a token have no cookie that a stranger's page could misuse.
 */
function refuseForeign(context: WorkspaceContext, identity: Identity | null): void {
  const { req, var: known } = context
  if (!mayChange(req.method) || identity?.kind === 'token') return
  const provenance = { origin: req.header('origin'), fetchSite: req.header('sec-fetch-site') }
  if (isForeign(provenance, known.site)) throw new Refused(403, 'foreign-page')
  if (identity !== null && !sameSecret(req.header('x-manil-csrf') ?? '', identity.csrf)) {
    throw new Refused(403, 'csrf-missing')
  }
}

async function allow(
  workspace: Workspace,
  access: Access,
  context: WorkspaceContext,
  identity: Identity | null,
): Promise<void> {
  if (access === 'anyone') return
  if (identity === null) throw new Refused(401, 'not-signed-in')
  switch (access) {
    case 'session':
      if (identity.kind !== 'session') throw new Refused(403, 'token-not-taken')
      return
    case 'signed-in':
      // What makes something new beside the cases that a token is limited to is not for that token.
      if (mayChange(context.req.method) && !isUnlimited(identity)) throw new Refused(403, 'not-allowed')
      return
    case 'admin':
      if (!identity.user.admin || !isUnlimited(identity)) throw new Refused(403, 'admin-only')
      return
    case 'read':
    case 'comment':
    case 'write':
    case 'manage': {
      const caseId = context.req.param('case') ?? ''
      const role = await caseRole(workspace, identity, caseId)
      if (role === null) throw new Refused(404, 'no-such-case')
      if (!isAtLeast(role, leastRole[access])) {
        throw new Refused(403, 'not-allowed', { least: leastRole[access] })
      }
      context.set('caseId', caseId)
      context.set('role', role)
      return
    }
    default:
      throw new Refused(403, 'not-allowed')
  }
}
