import { sha256 } from '../../../store/hash.js'
import type { Workspace } from '../workspace.js'
import type { Identity } from './identity.js'
import { bearerOf } from './secrets.js'
import { accountOf, sessionIdentity } from './sessions.js'

/** What a request carries to say who asks. */
export interface Credentials {
  readonly authorization: string | undefined
  /** The secret in the session's cookie. */
  readonly cookie: string | null
}

/** Who asks; null: nobody. `bad-token`: a token that is none; a cookie beside it does not count. */
export async function identify(
  workspace: Workspace,
  { authorization, cookie }: Credentials,
): Promise<Identity | 'bad-token' | null> {
  const secret = bearerOf(authorization)
  if (secret === null) return sessionIdentity(workspace, cookie)
  const found = secret === '' ? null : await workspace.store.tokens.find(sha256(secret))
  if (found === null) return 'bad-token'
  const { token, user } = found
  return {
    kind: 'token',
    user: accountOf(user),
    session: tokenSession(token.id),
    cap: token.roleCap,
    cases: token.cases,
    expiresMs: token.expiresAtMs,
  }
}

/** What connections opened with a token are known by. */
export function tokenSession(id: string): string {
  return `token:${id}`
}
