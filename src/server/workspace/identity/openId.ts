import * as openId from 'openid-client'
import { refusalMessage } from '../../../words/workspaceServer/workspaceServerWords.js'
import type { WorkspaceContext } from '../environment.js'
import { messageResponse } from '../messages.js'
import { Refused } from '../refused.js'
import type { Site } from '../security/hosts.js'
import { samePath } from '../security/redirects.js'
import type { OpenIdSettings } from '../settings.js'
import type { Workspace } from '../workspace.js'
import { dropCookie, readCookie, writeCookie } from './cookies.js'
import { type OpenIdPerson, openIdUser } from './openIdUser.js'
import { beginSession } from './sessions.js'

/** How long a sign-in at the provider may take. */
const signInMs = 15 * 60_000
/** How long the provider is waited for, seconds. */
const providerTimeoutSeconds = 10

/** What the browser keeps while it is at the provider. */
interface Journey {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** The page that was wanted. */
  readonly to: string
}

/** What was learnt of each provider: asked at the first sign-in, so that a workspace starts without it. */
const discovered = new WeakMap<OpenIdSettings, Promise<openId.Configuration>>()

/** Sends a browser to the organisation's sign-in: authorization code, with proof key (PKCE), state and nonce. */
export async function beginOpenIdSignIn(
  context: WorkspaceContext,
  workspace: Workspace,
  to: string | undefined,
): Promise<Response> {
  const { site } = context.var
  const { settings } = await providerOf(workspace)
  const journey: Journey = {
    state: openId.randomState(),
    nonce: openId.randomNonce(),
    verifier: openId.randomPKCECodeVerifier(),
    to: samePath(to),
  }
  const address = openId.buildAuthorizationUrl(settings, {
    redirect_uri: returnAddress(site),
    scope: 'openid email profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await openId.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  const kept = Buffer.from(JSON.stringify(journey)).toString('base64url')
  writeCookie(context, 'openid', kept, { site, maxAgeMs: signInMs })
  return context.redirect(address.href, 302)
}

/** Takes back a browser from the organisation's sign-in. */
export async function finishOpenIdSignIn(context: WorkspaceContext, workspace: Workspace): Promise<Response> {
  const { site, language } = context.var
  try {
    const { settings, issuer } = await providerOf(workspace)
    const journey = readJourney(readCookie(context, 'openid', site))
    dropCookie(context, 'openid', site)
    if (journey === null) throw new Refused(401, 'openid-failed')
    const person = await personOf(context, settings, { journey, issuer })
    const invitation = readCookie(context, 'invitation', site)
    const user = await openIdUser(workspace, person, {
      signedIn: context.var.identity?.user.id ?? null,
      invitation,
      language,
    })
    if (invitation !== null) dropCookie(context, 'invitation', site)
    await beginSession(context, workspace, user)
    return context.redirect(journey.to, 302)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // A browser stands here, no script: it is told on a page.
    return messageResponse(context, 'openid', refusalMessage(error.code, error.values, language))
  }
}

async function personOf(
  { var: { site }, req }: WorkspaceContext,
  settings: openId.Configuration,
  { journey, issuer }: { readonly journey: Journey; readonly issuer: string },
): Promise<OpenIdPerson> {
  try {
    const address = new URL(returnAddress(site))
    address.search = new URL(req.url).search
    const tokens = await openId.authorizationCodeGrant(settings, address, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    const more =
      typeof claims.email === 'string' || settings.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await openId.fetchUserInfo(settings, tokens.access_token, claims.sub)
    const all: Readonly<Record<string, unknown>> = { ...more, ...claims }
    return {
      issuer,
      subject: claims.sub,
      email: typeof all.email === 'string' ? all.email.toLowerCase() : null,
      // Only a plain yes: some providers write it as text.
      emailVerified: all.email_verified === true || all.email_verified === 'true',
      name: [all.name, all.preferred_username].find(name => typeof name === 'string' && name.trim() !== '') as
        | string
        | undefined,
    }
  } catch {
    throw new Refused(401, 'openid-failed')
  }
}

async function providerOf({ settings, log }: Workspace) {
  const { openId: wanted } = settings
  if (wanted === null) throw new Refused(404, 'openid-off')
  let found = discovered.get(wanted)
  if (found === undefined) {
    found = discover(wanted)
    discovered.set(wanted, found)
  }
  try {
    return { settings: await found, issuer: wanted.issuer }
  } catch (error) {
    discovered.delete(wanted)
    log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'openid-unreachable')
    throw new Refused(503, 'openid-unreachable')
  }
}

function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openId.Configuration> {
  const address = new URL(issuer)
  return openId.discovery(
    address,
    clientId,
    clientSecret ?? undefined,
    clientSecret === null ? openId.None() : undefined,
    {
      timeout: providerTimeoutSeconds,
      // A provider without encryption is one that is being tried out.
      ...(address.protocol === 'http:' ? { execute: [openId.allowInsecureRequests] } : {}),
    },
  )
}

function returnAddress({ origin }: Site): string {
  return `${origin}/api/session/openid/return`
}

function readJourney(kept: string | null): Journey | null {
  try {
    const journey = JSON.parse(Buffer.from(kept ?? '', 'base64url').toString('utf8')) as Journey
    const whole = [journey.state, journey.nonce, journey.verifier].every(part => typeof part === 'string')
    return whole ? { ...journey, to: samePath(journey.to) } : null
  } catch {
    return null
  }
}
