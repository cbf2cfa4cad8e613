import type { IncomingMessage } from 'node:http'
import type { Admitted } from '../../live/liveSocket.js'
import { siteOf } from '../security/hosts.js'
import type { Workspace } from '../workspace.js'
import { caseRole } from './caseRole.js'
import { cookieName } from './cookies.js'
import { identify } from './identify.js'

/** Why a connection is not let in, as its close code: nobody is signed in; no such case, or none that may be seen. */
export type NotAdmitted = 4401 | 4404

/**
 * Says who may be on the WebSocket of a case, by the same cookie or token and the same roles as every route. It is asked
 * again while a connection lives, and answers from the store each time.
 */
export function admitTo(workspace: Workspace) {
  return async (request: IncomingMessage, caseId: string): Promise<Admitted | NotAdmitted> => {
    const site = siteOf(request.headers.host, workspace.settings.publicUrl)
    if (site === null) return 4401
    const identity = await identify(workspace, {
      authorization: request.headers.authorization,
      cookie: cookieOf(request.headers.cookie, cookieName('session', site)),
    })
    if (identity === null || identity === 'bad-token') return 4401
    const role = await caseRole(workspace, identity, caseId)
    if (role === null) return 4404
    const { user, session, expiresMs } = identity
    return { user: { id: user.id, name: user.name }, role, session, untilMs: expiresMs }
  }
}

function cookieOf(header: string | undefined, name: string): string | null {
  const pair = (header ?? '').split(';').find(part => part.trim().startsWith(`${name}=`))
  return pair === undefined ? null : pair.trim().slice(name.length + 1)
}
