import type { RefusalBody } from '../../../api/route.js'
import type { AnswerOf, Method, PathOf, RequestOf } from './routes.js'

/** Why something was not done. `code` is stable; `message` is for people, in their language, where the server gave one. */
export interface Refused {
  /** Status of the answer; 0 where there was none. */
  readonly status: number
  readonly code: string
  readonly message: string
  /** The field of the request that is meant. */
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** An answer, or why there is none. Nothing is thrown: a refusal is data, and so is a broken connection (`unreachable`). */
export type Asked<T> = { readonly given: T } | { readonly refused: Refused }

/** The HTTP interface of the workspace, typed by `src/api/`. */
export interface Api {
  /** `ask('get', '/api/cases/{case}/files', { params: { case: id } })` */
  readonly ask: <M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...request: Record<never, never> extends RequestOf<M, P>
      ? [request?: RequestOf<M, P> & Sending]
      : [request: RequestOf<M, P> & Sending]
  ) => Promise<Asked<AnswerOf<M, P>>>
}

interface Sending {
  readonly signal?: AbortSignal
}

/** What a request carries, whatever its route. */
interface LooseRequest extends Sending {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly json?: unknown
  readonly bytes?: Blob | Uint8Array<ArrayBuffer> | string
}

/** What the interface needs to know of the session, asked at every request. */
export interface ApiSession {
  readonly csrf: () => string | null
  readonly language: () => string
  /** Called when the server says that nobody is signed in. */
  readonly signedOut: () => void
}

/** Opens the interface. */
export function openApi(session: ApiSession): Api {
  const ask = async (method: string, path: string, request: LooseRequest = {}): Promise<Asked<unknown>> => {
    const headers: Record<string, string> = { 'Accept-Language': session.language() }
    const csrf = session.csrf()
    if (method !== 'get' && csrf !== null) headers['X-Manil-CSRF'] = csrf
    if (request.json !== undefined) headers['Content-Type'] = 'application/json'
    else if (request.bytes !== undefined) {
      headers['Content-Type'] = path.endsWith('/import') ? 'application/zip' : 'application/octet-stream'
    }
    let response: Response
    try {
      response = await fetch(addressOf(path, request.params, request.query), {
        method: method.toUpperCase(),
        headers,
        body: request.json !== undefined ? JSON.stringify(request.json) : (request.bytes ?? null),
        credentials: 'same-origin',
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      })
    } catch {
      return { refused: { status: 0, code: 'unreachable', message: '' } }
    }
    if (!response.ok) {
      if (response.status === 401 && session.csrf() !== null) session.signedOut()
      return { refused: await refusalOf(response) }
    }
    if (response.status === 204) return { given: undefined }
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false
    try {
      return { given: isJson && !isFile(path) ? await response.json() : await response.blob() }
    } catch {
      return { refused: { status: 0, code: 'unreachable', message: '' } }
    }
  }
  return { ask: ask as Api['ask'] }
}

/** Routes that give bytes, whatever kind of file they are. */
function isFile(path: string): boolean {
  return path.endsWith('/file') || path.includes('/export.')
}

/** The address of a route, for links and downloads: `addressOf('/api/cases/{case}/file', { case: id }, { path })`. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) asked.set(name, String(value))
  }
  return asked.size === 0 ? filled : `${filled}?${asked}`
}

async function refusalOf(response: Response): Promise<Refused> {
  try {
    const { error } = (await response.json()) as RefusalBody
    return {
      status: response.status,
      code: error.code,
      message: error.message,
      ...(error.field === undefined ? {} : { field: error.field }),
      ...(error.values === undefined ? {} : { values: error.values }),
    }
  } catch {
    return { status: response.status, code: `status-${response.status}`, message: '' }
  }
}
