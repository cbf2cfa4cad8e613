import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Site } from '../security/hosts.js'

/** What is kept in the browser: the session, a sign-in elsewhere that is under way, and an invitation that was looked at. */
export type CookieName = 'session' | 'openid' | 'invitation'

/**
 * The name of a cookie at a site. Encrypted it has the prefix that keeps other hosts from setting it; on this machine it
 * has the port, because browsers do not tell servers of one machine apart.
 */
export function cookieName(name: CookieName, { secure, origin }: Site): string {
  if (secure) return `__Host-manil-${name}`
  return `manil-${name}-${new URL(origin).port || '80'}`
}

/** Reads a cookie; null where it is not there. */
export function readCookie(context: Context, name: CookieName, site: Site): string | null {
  return getCookie(context, cookieName(name, site)) ?? null
}

/** Sets a cookie that scripts do not see and other sites do not send along. */
export function writeCookie(
  context: Context,
  name: CookieName,
  value: string,
  { site, maxAgeMs }: { readonly site: Site; readonly maxAgeMs: number },
): void {
  setCookie(context, cookieName(name, site), value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: site.secure,
    path: '/',
    maxAge: Math.floor(maxAgeMs / 1000),
  })
}

/** Takes a cookie away. */
export function dropCookie(context: Context, name: CookieName, site: Site): void {
  deleteCookie(context, cookieName(name, site), { path: '/', secure: site.secure })
}
