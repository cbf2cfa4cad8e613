import { timingSafeEqual } from 'node:crypto'
import { sha256 } from '../../../store/hash.js'
import type { Site } from './hosts.js'

/** Methods that change nothing. */
const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something. */
export function mayChange(method: string): boolean {
  return !readingMethods.has(method)
}

/** What of a request tells where it comes from. */
export interface Provenance {
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`: the browser's own word. */
  readonly fetchSite: string | undefined
}

/**
 * Whether a page of another site sent a request. Browsers name the origin with everything that may change something and with
 * every WebSocket; who is no browser names none, and then has no cookie that anyone could misuse.
 */
export function isForeign({ origin, fetchSite }: Provenance, site: Site): boolean {
  if (origin !== undefined) return origin !== site.origin
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none'
}

/** Whether two secrets are the same, in a time that tells nothing about either. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(one), 'hex'), Buffer.from(sha256(other), 'hex'))
}
