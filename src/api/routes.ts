import * as cases from './cases.js'
import * as inbox from './inbox.js'
import * as liveLog from './liveLog.js'
import * as pages from './pages.js'
import * as people from './people.js'
import * as review from './review.js'
import type { route } from './route.js'
import * as session from './session.js'

/** A route with who may use it. */
export type ApiRoute = ReturnType<typeof route>

/** Every route of the workspace: what the server answers, and what the OpenAPI document lists. */
export const routes: readonly ApiRoute[] = [session, people, cases, inbox, liveLog, review, pages].flatMap(
  module => Object.values(module).filter(isRoute),
)

function isRoute(value: unknown): value is ApiRoute {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value
}
