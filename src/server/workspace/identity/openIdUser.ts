import type { Language } from '../../../model/case.js'
import { sha256 } from '../../../store/hash.js'
import type { User } from '../../../store/users.js'
import { Refused } from '../refused.js'
import { useInvitation } from '../routes/invitations.js'
import type { Workspace } from '../workspace.js'

/** Whom a provider says a person is. */
export interface OpenIdPerson {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | undefined
}

/** What else is known of whoever comes back from the provider. */
export interface ComingBack {
  /** The account that was signed in when the person went there. */
  readonly signedIn: string | null
  /** The secret of an invitation that was looked at before. */
  readonly invitation: string | null
  readonly language: Language
}

/**
 * The account of a person, by these rules in this order:
 *
 * 1. An account that this identity was connected with.
 * 2. The account that was signed in when the person went to the provider: the two are connected.
 * 3. An account with the same e-mail address, if the provider verified it and the account has no password. One with a
 *    password may have been made by somebody else with that address, so its password must be shown first (rule 2).
 * 4. A new account, for who was invited, and for verified addresses of the domains that the workspace takes.
 */
export async function openIdUser(
  workspace: Workspace,
  person: OpenIdPerson,
  { signedIn, invitation, language }: ComingBack,
): Promise<User> {
  const { store } = workspace
  const { issuer, subject } = person
  const known = await store.users.byIdentity(issuer, subject)
  if (known !== null) return open(known)
  if (signedIn !== null) {
    await store.users.addIdentity(signedIn, issuer, subject)
    const user = await store.users.get(signedIn)
    if (user === null) throw new Refused(401, 'openid-failed')
    return open(user)
  }
  const email = person.emailVerified ? person.email : null
  const namesake = email === null ? null : await store.users.byEmail(email)
  if (namesake !== null) {
    if ((await store.users.passwordSecret(namesake.id)) !== null) {
      throw new Refused(401, 'openid-other-account')
    }
    open(namesake)
    await store.users.addIdentity(namesake.id, issuer, subject)
    return namesake
  }
  return newAccount(workspace, { ...person, email }, { invitation, language })
}

async function newAccount(
  { store, rooms, settings }: Workspace,
  { issuer, subject, name, email }: OpenIdPerson,
  { invitation, language }: Pick<ComingBack, 'invitation' | 'language'>,
): Promise<User> {
  const invited = invitation === null ? null : await store.invitations.find(sha256(invitation))
  const domains = settings.openId?.domains ?? []
  const welcome =
    domains.includes('*') || (email !== null && domains.includes(email.slice(email.lastIndexOf('@') + 1)))
  if (invited === null && !welcome) throw new Refused(401, 'openid-not-invited')
  const { user, caseId } = await store.transaction(async parts => {
    const user = await parts.users.create({ name: name ?? email ?? subject, email, language })
    await parts.users.addIdentity(user.id, issuer, subject)
    if (invited === null) {
      await parts.audit.append({
        actor: user.id,
        action: 'account.opened',
        caseId: null,
        details: { by: issuer },
      })
      return { user, caseId: null }
    }
    const { caseId } = await useInvitation(parts, invitation!, user.id)
    return { user, caseId }
  })
  if (caseId !== null) rooms.changeRole(caseId, user.id)
  return user
}

function open(user: User): User {
  if (user.disabledAtMs !== null) throw new Refused(401, 'account-closed')
  return user
}
