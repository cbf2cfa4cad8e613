import { createRoute, type RouteConfig, z } from '@hono/zod-openapi'
import type { Access } from './access.js'

/** What the workspace answers when it does not do what was asked. `code` is stable; `message` is for people. */
export const RefusalBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      /** Which field of the request, where one is meant. */
      field: z.string().optional(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  })
  .openapi('Refusal')

export type RefusalBody = z.infer<typeof RefusalBody>

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: RefusalBody } },
})

/** JSON in a request's body. */
export function json<Schema extends z.ZodType>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } }
}

/** JSON in an answer. */
export function answers<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } }
}

/** Bytes in an answer, such as an archive. */
export function bytes(description: string, type = 'application/octet-stream') {
  return { description, content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } } }
}

/** Nothing but "done". */
export const done = { description: 'Done' }

/**
 * A route of the API, who may use it, and the answers that every route can give. What a page does, it does through these, so
 * that a script with a token can do the same.
 */
export function route<const Route extends RouteConfig>(access: Access, config: Route) {
  const made = createRoute({
    ...config,
    security: access === 'anyone' ? [] : [{ session: [] }, ...(access === 'session' ? [] : [{ token: [] }])],
    'x-manil-access': access,
    responses: {
      400: refusal('The request cannot be understood'),
      401: refusal('Nobody is signed in'),
      403: refusal('This role may not do that'),
      404: refusal('There is no such thing, or it may not be seen'),
      409: refusal('It was changed in the meantime, or is taken'),
      413: refusal('Too large'),
      429: refusal('Too many requests: wait'),
      ...config.responses,
    },
  })
  return Object.assign(made, { access })
}

/** The id of a case: the name of its folder. */
export const CaseId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/)

/** The id of a case in a path. */
export const CaseParam = z.object({
  case: CaseId.openapi({ param: { name: 'case', in: 'path' }, example: 'kakao-2022' }),
})

/** A number in the query of an address. */
export const QueryNumber = z.coerce.number().int().nonnegative()

/** An instant as UTC milliseconds. */
export const EpochMs = z.number().int().openapi({ description: 'UTC milliseconds' })

export { z }
