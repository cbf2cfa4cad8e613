import type * as cases from '../../../api/cases.js'
import type * as inbox from '../../../api/inbox.js'
import type * as liveLog from '../../../api/liveLog.js'
import type * as people from '../../../api/people.js'
import type * as review from '../../../api/review.js'
import type * as session from '../../../api/session.js'

/** What the compiler needs of a route of `src/api/`. Only its types come here: no schema runs in the page. */
interface RouteShape {
  readonly method: string
  readonly path: string
  readonly access: string
}

type Values<T> = T[keyof T]
type Routes = Extract<
  | Values<typeof cases>
  | Values<typeof inbox>
  | Values<typeof liveLog>
  | Values<typeof people>
  | Values<typeof review>
  | Values<typeof session>,
  RouteShape
>

/** `get`, `post`, `put`, `patch`, `delete`. */
export type Method = Routes['method']

/** The paths that answer to a method. */
export type PathOf<M extends Method> = Extract<Routes, { method: M }>['path']

/** Every route under its method and path: looking one up costs the compiler less than sorting through all of them. */
type RouteMap = { [R in Routes as `${R['method']} ${R['path']}`]: R }
type RouteOf<M extends Method, P extends string> = `${M} ${P}` extends keyof RouteMap
  ? RouteMap[`${M} ${P}`]
  : never

interface Schema {
  readonly _zod: { readonly input: unknown; readonly output: unknown }
}
type Input<S> = S extends Schema ? S['_zod']['input'] : never
type Output<S> = S extends Schema ? S['_zod']['output'] : never

/** What is optional is said by the input; of what type it is, by the output: numbers of a query are coerced. */
type Sent<S> = { [K in keyof Input<S>]: K extends keyof Output<S> ? Output<S>[K] : never }

type Params<R> = R extends { request: { params: infer S } }
  ? { readonly params: Sent<S> }
  : { readonly params?: undefined }
type Query<R> = R extends { request: { query: infer S } }
  ? Record<never, never> extends Sent<S>
    ? { readonly query?: Sent<S> }
    : { readonly query: Sent<S> }
  : { readonly query?: undefined }
type Body<R> = R extends { request: { body: { content: infer C } } }
  ? C extends { 'application/json': { schema: infer S } }
    ? { readonly json: Input<S> }
    : { readonly bytes: Blob | Uint8Array<ArrayBuffer> | string }
  : { readonly json?: undefined }

/** What a route is asked with: `params` of its path, `query`, `json` or `bytes`. */
export type RequestOf<M extends Method, P extends string> = Params<RouteOf<M, P>> &
  Query<RouteOf<M, P>> &
  Body<RouteOf<M, P>>

type AnswerIn<R> = R extends { content: { 'application/json': { schema: infer S } } }
  ? Output<S>
  : R extends { content: unknown }
    ? Blob
    : undefined
type Good<R> = R extends { responses: infer A }
  ? A extends { 200: infer Ok }
    ? AnswerIn<Ok>
    : A extends { 201: infer Made }
      ? AnswerIn<Made>
      : undefined
  : undefined

/** What a route answers when it does what was asked: its JSON, a `Blob`, or nothing. */
export type AnswerOf<M extends Method, P extends string> = Good<RouteOf<M, P>>
