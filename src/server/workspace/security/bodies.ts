import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiRoute } from '../../../api/routes.js'
import type { Environment } from '../environment.js'
import { Refused } from '../refused.js'
import { serverLimits } from './limits.js'
import { jsonProblem } from './plainJson.js'

/** What a route's body may weigh, where that is not what JSON may. */
const largeBodies: Readonly<Record<string, number>> = {
  'put /api/cases/{case}/file': serverLimits.fileBytes,
  'post /api/cases/import': serverLimits.archiveBytes,
  'post /api/cases/{case}/imports': serverLimits.importBytes,
}

/** Bytes that a route takes. */
export function bodyBytes(route: ApiRoute): number {
  return largeBodies[`${route.method} ${route.path}`] ?? serverLimits.jsonBytes
}

/** Counts a body while it comes in, and breaks off where it becomes too large; JSON is looked at before it is parsed. */
export function bodyChecks(route: ApiRoute): MiddlewareHandler<Environment>[] {
  if (route.request?.body === undefined) return []
  const maxSize = bodyBytes(route)
  const counted = bodyLimit({
    maxSize,
    onError: () => {
      throw new Refused(413, 'too-large', { limit: maxSize })
    },
  })
  return 'application/json' in route.request.body.content ? [counted, plainJson] : [counted]
}

const plainJson: MiddlewareHandler<Environment> = async (context, next) => {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new Refused(400, 'bad-json')
  }
  const problem = jsonProblem(await context.req.text(), serverLimits.jsonNesting)
  if (problem !== null) {
    throw new Refused(400, problem, problem === 'too-deep' ? { limit: serverLimits.jsonNesting } : {})
  }
  await next()
}
