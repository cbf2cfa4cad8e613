import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono, RouteHandler } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CaseRole } from '../../api/access.js'
import type { ApiRoute } from '../../api/routes.js'
import type { Language } from '../../model/case.js'
import type { CaseWriter } from './editRoom.js'
import type { Identity } from './identity/identity.js'
import type { Site } from './security/hosts.js'

/** What is known of a request when a route answers it. */
export interface Environment {
  readonly Bindings: HttpBindings
  readonly Variables: {
    site: Site
    language: Language
    /** Who asks; null: nobody. */
    identity: Identity | null
    /** The case that the route is about, and the role that the guard found. */
    caseId: string | null
    role: CaseRole | null
    /** The pattern of the route, for the log. */
    route: string | null
    /** Nothing of this request is logged. */
    unlogged: boolean
  }
}

export type WorkspaceContext = Context<Environment>
export type WorkspaceApplication = OpenAPIHono<Environment>

/** Adds a route of the API, behind the guard: the only way in. */
export type Answer = <Route extends ApiRoute>(route: Route, handler: RouteHandler<Route, Environment>) => void

/** Who asks, on a route that the guard lets only somebody use. */
export function callerOf(context: Context<Environment>): Identity {
  const { identity } = context.var
  if (identity === null) throw new Error('A route for users was answered without one.')
  return identity
}

/** Who changes a case by a request, and the language of the answer. */
export function writerOf(context: Context<Environment>): CaseWriter {
  return { userId: callerOf(context).user.id, language: context.var.language }
}

/** The case and the caller's role in it, on a route about a case. */
export function caseOf(context: Context<Environment>): { readonly id: string; readonly role: CaseRole } {
  const { caseId, role } = context.var
  if (caseId === null || role === null) throw new Error('A route about a case was answered without a role.')
  return { id: caseId, role }
}
