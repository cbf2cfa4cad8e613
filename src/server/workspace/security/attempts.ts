import type { WorkspaceContext } from '../environment.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'
import { serverLimits } from './limits.js'

const minuteMs = 60_000

/**
 * Counts a try to sign in before it is judged, for its account (whether there is one or not) and for its address, in all
 * processes together. Refuses where there were too many. The account's count begins anew when `succeeded` is called.
 */
export async function countAttempt(
  context: WorkspaceContext,
  workspace: Workspace,
  account: string,
): Promise<{ readonly succeeded: () => Promise<void> }> {
  const { rateLimits } = workspace.store
  const { signInsPerAccount, signInsPerAddress, signInWindowMs } = serverLimits
  const ofAccount = `sign-in account ${account.toLowerCase()}`
  const counts = [
    await rateLimits.hit(
      `sign-in address ${addressOf(context, workspace)}`,
      signInsPerAddress,
      signInWindowMs,
    ),
    await rateLimits.hit(ofAccount, signInsPerAccount, signInWindowMs),
  ]
  for (const { allowed, endsAtMs } of counts) {
    if (allowed) continue
    const minutes = Math.max(1, Math.ceil((endsAtMs - workspace.nowMs()) / minuteMs))
    throw new Refused(429, 'too-many-tries', { minutes })
  }
  return { succeeded: () => rateLimits.clear(ofAccount) }
}

/** The address that a request comes from: what the nearest trusted proxy wrote down, else the connection's own. */
export function addressOf(context: WorkspaceContext, { settings }: Workspace): string {
  const own = context.env.incoming.socket.remoteAddress ?? ''
  if (settings.proxies === 0) return own
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
  return forwarded.at(-settings.proxies) || own
}
