import {
  changeMe,
  createToken,
  endSession,
  listSessions,
  listTokens,
  revokeToken,
  type Token,
} from '../../../api/session.js'
import { sha256 } from '../../../store/hash.js'
import type { ApiToken } from '../../../store/tokens.js'
import { type Answer, callerOf } from '../environment.js'
import { tokenSession } from '../identity/identify.js'
import { checkPassword, passwordLine } from '../identity/passwords.js'
import { newTokenSecret } from '../identity/secrets.js'
import { accountOf, endSession as endOneSession } from '../identity/sessions.js'
import { Refused } from '../refused.js'
import { countAttempt } from '../security/attempts.js'
import { serverLimits } from '../security/limits.js'
import type { Workspace } from '../workspace.js'

const dayMs = 86_400_000

/** One's own account: name, password, where one is signed in, tokens for scripts. */
export function accountRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, nowMs } = workspace

  answer(changeMe, async context => {
    const { user, session } = callerOf(context)
    const { name, password } = context.req.valid('json')
    if (password !== undefined) {
      const attempt = await countAttempt(context, workspace, `own ${user.id}`)
      const line = await store.users.passwordSecret(user.id)
      // An account that signs in elsewhere, or by the key, may take a password without having had one.
      if (line !== null && !(await checkPassword(password.old, line)).right) {
        throw new Refused(400, 'wrong-password', {}, 'password.old')
      }
      await attempt.succeeded()
      await store.users.setPasswordSecret(user.id, await passwordLine(password.new))
      const others = await store.sessions.list(user.id)
      await store.sessions.endAll(user.id, session)
      for (const { tokenHash } of others) if (tokenHash !== session) rooms.closeSession(tokenHash)
      await store.audit.append({ actor: user.id, action: 'password.changed', caseId: null, details: {} })
    }
    const changed =
      name === undefined ? await store.users.get(user.id) : await store.users.change(user.id, { name })
    if (changed === null) throw new Refused(404, 'no-such-user')
    return context.json(accountOf(changed), 200)
  })

  answer(listSessions, async context => {
    const { user, session } = callerOf(context)
    const sessions = await store.sessions.list(user.id)
    return context.json(
      {
        sessions: sessions.map(({ tokenHash, createdAtMs, expiresAtMs }) => ({
          id: tokenHash,
          createdMs: createdAtMs,
          expiresMs: expiresAtMs,
          current: tokenHash === session,
        })),
      },
      200,
    )
  })

  answer(endSession, async context => {
    const { user } = callerOf(context)
    const { id } = context.req.valid('param')
    const own = await store.sessions.list(user.id)
    if (!own.some(({ tokenHash }) => tokenHash === id)) throw new Refused(404, 'no-such-session')
    await endOneSession(workspace, id)
    return context.body(null, 204)
  })

  answer(listTokens, async context => {
    const { user } = callerOf(context)
    return context.json({ tokens: (await livingTokens(workspace, user.id)).map(tokenOf) }, 200)
  })

  answer(createToken, async context => {
    const { user } = callerOf(context)
    const { name, role, cases, expiresDays } = context.req.valid('json')
    if ((await livingTokens(workspace, user.id)).length >= serverLimits.tokens) {
      throw new Refused(409, 'too-many-tokens', { limit: serverLimits.tokens })
    }
    const secret = newTokenSecret()
    const made = await store.tokens.create({
      userId: user.id,
      name,
      roleCap: role,
      cases,
      expiresAtMs: expiresDays === null ? null : nowMs() + expiresDays * dayMs,
      tokenHash: sha256(secret),
    })
    await store.audit.append({
      actor: user.id,
      action: 'token.created',
      caseId: null,
      details: { token: made.id, role, cases },
    })
    return context.json({ token: tokenOf(made), secret }, 201)
  })

  answer(revokeToken, async context => {
    const { user } = callerOf(context)
    const { id } = context.req.valid('param')
    await store.tokens.revoke(user.id, id)
    rooms.closeSession(tokenSession(id))
    await store.audit.append({
      actor: user.id,
      action: 'token.revoked',
      caseId: null,
      details: { token: id },
    })
    return context.body(null, 204)
  })
}

async function livingTokens({ store, nowMs }: Workspace, userId: string): Promise<ApiToken[]> {
  const tokens = await store.tokens.list(userId)
  return tokens.filter(
    ({ revokedAtMs, expiresAtMs }) => revokedAtMs === null && (expiresAtMs === null || expiresAtMs > nowMs()),
  )
}

function tokenOf({ id, name, roleCap, cases, createdAtMs, expiresAtMs }: ApiToken): Token {
  return {
    id,
    name,
    role: roleCap,
    cases: cases === null ? null : [...cases],
    createdMs: createdAtMs,
    expiresMs: expiresAtMs,
  }
}
