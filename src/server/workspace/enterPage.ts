import type { WorkspaceContext } from './environment.js'
import { isRightKey, localOwner } from './identity/keys.js'
import { beginSession } from './identity/sessions.js'
import { messageResponse } from './messages.js'
import type { Workspace } from './workspace.js'

/** `/enter/<key>`: the address that is printed at the start signs the owner of this machine in, and leads to the cases. */
export async function enterByKey(context: WorkspaceContext, workspace: Workspace): Promise<Response> {
  if (!isRightKey(context, workspace, context.req.param('key') ?? '')) {
    return messageResponse(context, 'key-not-taken')
  }
  const owner = await localOwner(workspace)
  if (owner.disabledAtMs !== null) return messageResponse(context, 'key-not-taken')
  await beginSession(context, workspace, owner)
  return context.redirect('/', 303)
}
