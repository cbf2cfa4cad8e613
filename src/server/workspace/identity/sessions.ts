import { sha256 } from '../../../store/hash.js'
import type { Session } from '../../../store/sessions.js'
import type { User } from '../../../store/users.js'
import type { WorkspaceContext } from '../environment.js'
import type { Workspace } from '../workspace.js'
import { dropCookie, readCookie, writeCookie } from './cookies.js'
import type { Account, Identity } from './identity.js'
import { newSecret } from './secrets.js'

const dayMs = 86_400_000
/** A session that is not used ends after this long; one that is used, after that. */
export const idleMs = 7 * dayMs
export const absoluteMs = 30 * dayMs

/** An account as requests know it. */
export function accountOf(user: User): Account {
  return { id: user.id, name: user.name, email: user.email, admin: user.role === 'admin' }
}

/** The session that a browser's cookie names, or null. */
export async function sessionIdentity({ store }: Workspace, secret: string | null): Promise<Identity | null> {
  if (secret === null) return null
  const found = await store.sessions.find(sha256(secret))
  if (found === null) return null
  const { session, user } = found
  return {
    kind: 'session',
    user: accountOf(user),
    session: session.tokenHash,
    csrf: session.csrfSecret,
    expiresMs: session.expiresAtMs,
  }
}

/**
 * Lets a session that is used live on. That is written at most once a day and as a whole day, so that nobody can tell from
 * it when somebody did what.
 */
export async function keepSession({ store, nowMs }: Workspace, identity: Identity): Promise<void> {
  if (identity.kind !== 'session' || identity.expiresMs - nowMs() > idleMs - dayMs) return
  const found = await store.sessions.find(identity.session)
  if (found === null) return
  const expiresMs = expiryAt(nowMs(), found.session.createdAtMs)
  if (expiresMs > found.session.expiresAtMs) await store.sessions.extend(identity.session, expiresMs)
}

/** When a session that is used now ends: whole days, and never beyond the longest life. */
export function expiryAt(nowMs: number, createdMs: number): number {
  return Math.min(Math.ceil((nowMs + idleMs) / dayMs) * dayMs, createdMs + absoluteMs)
}

/**
 * Signs somebody in: always with a new secret, so that nobody can know it beforehand. The session that the browser had
 * ends.
 */
export async function beginSession(
  context: WorkspaceContext,
  workspace: Workspace,
  user: User,
): Promise<Identity & { kind: 'session' }> {
  const { site } = context.var
  const before = readCookie(context, 'session', site)
  if (before !== null) await endSession(workspace, sha256(before))
  const secret = newSecret()
  const nowMs = workspace.nowMs()
  const session: Session = await workspace.store.sessions.create({
    tokenHash: sha256(secret),
    userId: user.id,
    csrfSecret: newSecret(),
    expiresAtMs: expiryAt(nowMs, nowMs),
  })
  writeCookie(context, 'session', secret, { site, maxAgeMs: absoluteMs })
  return {
    kind: 'session',
    user: accountOf(user),
    session: session.tokenHash,
    csrf: session.csrfSecret,
    expiresMs: session.expiresAtMs,
  }
}

/** Ends the session of this browser, with its open connections. */
export async function endCookieSession(context: WorkspaceContext, workspace: Workspace): Promise<void> {
  const { site } = context.var
  const secret = readCookie(context, 'session', site)
  if (secret === null) return
  await endSession(workspace, sha256(secret))
  dropCookie(context, 'session', site)
}

/** Ends a session, with its open connections. */
export async function endSession({ store, rooms }: Workspace, session: string): Promise<void> {
  await store.sessions.end(session)
  rooms.closeSession(session)
}
