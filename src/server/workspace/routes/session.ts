import {
  beginOpenId,
  finishOpenId,
  readSession,
  signInByKey,
  signInByPassword,
  signOut,
} from '../../../api/session.js'
import type { Answer } from '../environment.js'
import { isRightKey, localOwner } from '../identity/keys.js'
import { beginOpenIdSignIn, finishOpenIdSignIn } from '../identity/openId.js'
import { checkPassword } from '../identity/passwords.js'
import { sessionBody } from '../identity/sessionBody.js'
import { beginSession, endCookieSession } from '../identity/sessions.js'
import { Refused } from '../refused.js'
import { countAttempt } from '../security/attempts.js'
import type { Workspace } from '../workspace.js'

/** Signing in and out. */
export function sessionRoutes(answer: Answer, workspace: Workspace): void {
  const { store } = workspace

  answer(readSession, context => context.json(sessionBody(context, workspace, context.var.identity), 200))

  answer(signInByPassword, async context => {
    const { email, password } = context.req.valid('json')
    const attempt = await countAttempt(context, workspace, email)
    const user = await store.users.byEmail(email)
    const line = user === null ? null : await store.users.passwordSecret(user.id)
    // The same work and the same words, whether there is such an account, whether it has a password, whether it is closed.
    const { right, renewed } = await checkPassword(password, line)
    if (user === null || !right || user.disabledAtMs !== null) throw new Refused(401, 'sign-in-failed')
    await attempt.succeeded()
    if (renewed !== null) await store.users.setPasswordSecret(user.id, renewed)
    const identity = await beginSession(context, workspace, user)
    return context.json(sessionBody(context, workspace, identity), 200)
  })

  answer(signInByKey, async context => {
    const { key } = context.req.valid('json')
    if (!isRightKey(context, workspace, key)) throw new Refused(401, 'key-not-taken')
    const owner = await localOwner(workspace)
    if (owner.disabledAtMs !== null) throw new Refused(401, 'account-closed')
    const identity = await beginSession(context, workspace, owner)
    return context.json(sessionBody(context, workspace, identity), 200)
  })

  answer(beginOpenId, context => beginOpenIdSignIn(context, workspace, context.req.valid('query').to))
  answer(finishOpenId, context => finishOpenIdSignIn(context, workspace))

  answer(signOut, async context => {
    await endCookieSession(context, workspace)
    return context.body(null, 204)
  })
}
