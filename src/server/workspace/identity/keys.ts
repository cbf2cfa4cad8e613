import type { User } from '../../../store/users.js'
import { workspaceServerWords } from '../../../words/workspaceServer/workspaceServerWords.js'
import type { WorkspaceContext } from '../environment.js'
import { sameSecret } from '../security/crossSite.js'
import { isLoopbackAddress } from '../security/hosts.js'
import type { Workspace } from '../workspace.js'

/** The setting that names the account of this machine's owner. */
const ownerSetting = 'local-owner'

/**
 * Whether a key lets somebody in: it is the one that was printed, and whoever has it sits at this machine. Behind a proxy
 * everybody would seem to, so the request must also name the machine as itself and come through no proxy that says so.
 */
export function isRightKey(context: WorkspaceContext, { settings }: Workspace, key: string): boolean {
  const { req, env, var: known } = context
  const forwarded = req.header('x-forwarded-for') ?? req.header('forwarded')
  const here = isLoopbackAddress(env.incoming.socket.remoteAddress) && known.site.loopback
  return settings.key !== null && sameSecret(key, settings.key) && here && forwarded === undefined
}

/** The account of this machine's owner: made once, and the workspace's keeper. */
export async function localOwner({ store, settings }: Workspace): Promise<User> {
  const known = await store.settings.get(null, ownerSetting)
  const user = typeof known === 'string' ? await store.users.get(known) : null
  if (user !== null) return user
  const { localOwner: name } = workspaceServerWords(settings.language)
  const made = await store.users.create({ name, role: 'admin', language: settings.language })
  const id = await store.settings.setOnce(ownerSetting, made.id)
  // Another process was first: its account is the one.
  return id === made.id ? made : ((await store.users.get(String(id))) ?? made)
}
