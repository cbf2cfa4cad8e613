import type { Session } from '../../../api/session.js'
import type { WorkspaceContext } from '../environment.js'
import { isLoopbackAddress } from '../security/hosts.js'
import type { Workspace } from '../workspace.js'
import type { Identity } from './identity.js'

/** What a page is told of who is signed in, and how one can sign in. */
export function sessionBody(
  context: WorkspaceContext,
  { settings }: Workspace,
  identity: Identity | null,
): Session {
  const here = context.var.site.loopback && isLoopbackAddress(context.env.incoming.socket.remoteAddress)
  return {
    user: identity === null ? null : { ...identity.user },
    csrf: identity?.kind === 'session' ? identity.csrf : null,
    signIn: {
      password: true,
      openId: settings.openId?.name ?? null,
      key: settings.key !== null && here,
    },
    language: context.var.language,
    version: settings.version,
  }
}
