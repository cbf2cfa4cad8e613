/**
 * Proves signing in at an organisation's provider against a real one that runs beside the workspace: who is let in as whom,
 * by which of the rules, and that a forged or repeated return signs nobody in.
 */

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordLine } from '../../../src/server/workspace/identity/passwords.js'
import type { OpenIdSettings } from '../../../src/server/workspace/settings.js'
import { onEachDatabase } from '../../store/databases.js'
import { type Reply, TestWorkspace } from './testWorkspace.js'

/** Accounts of the provider: the subject, and what it says of each. */
interface Claims {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
}

onEachDatabase('an organisation’s sign-in', of => {
  const accounts = new Map<string, Claims>()
  let provider: Server
  let workspace: TestWorkspace

  beforeAll(async () => {
    provider = createServer()
    provider.listen(0, '127.0.0.1')
    await once(provider, 'listening')
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
    const openId: OpenIdSettings = {
      issuer,
      clientId: 'manil',
      clientSecret: 'the-client-secret',
      name: 'Example Org',
      domains: ['welcome.example'],
    }
    workspace = await TestWorkspace.open(of.store, { openId })
    await workspace.smallCase('the-case')
    const oidc = new Provider(issuer, {
      clients: [
        {
          client_id: 'manil',
          client_secret: 'the-client-secret',
          redirect_uris: [`${workspace.origin}/api/session/openid/return`],
        },
      ],
      claims: { email: ['email', 'email_verified'], profile: ['name'] },
      cookies: { keys: ['test'] },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...accounts.get(id) }),
      }),
      pkce: { required: () => true },
      features: { devInteractions: { enabled: true } },
    })
    provider.on('request', oidc.callback())
  })
  afterAll(async () => {
    await workspace.close()
    provider.closeAllConnections()
    provider.close()
  })

  /** A browser: it keeps the cookies of the provider and of the workspace apart. */
  class Browser {
    readonly cookies = new Map<string, Map<string, string>>()

    async go(address: string, init: RequestInit = {}): Promise<Response> {
      const { origin } = new URL(address)
      const jar = this.cookies.get(origin) ?? new Map<string, string>()
      this.cookies.set(origin, jar)
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const reply = await fetch(address, {
        redirect: 'manual',
        ...init,
        headers: { ...init.headers, cookie },
      })
      for (const line of reply.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name)
        else jar.set(name, value)
      }
      return reply
    }

    /** Goes to the provider, signs in there as somebody, and gives the address that leads back. */
    async signInAtProvider(subject: string, to = '/cases/the-case'): Promise<string> {
      const begun = await this.go(`${workspace.origin}/api/session/openid?to=${encodeURIComponent(to)}`)
      expect(begun.status).toBe(302)
      let address = begun.headers.get('location')!
      for (let step = 0; step < 12; step++) {
        if (address.startsWith(workspace.origin)) return address
        const reply = await this.go(address)
        const next = reply.headers.get('location')
        if (next !== null) {
          address = new URL(next, address).href
          continue
        }
        const page = await reply.text()
        const action = /action="([^"]+)"/.exec(page)?.[1] ?? address
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login'
        const sent = await this.go(new URL(action, address).href, {
          method: 'POST',
          body: new URLSearchParams({ prompt, login: subject, password: 'anything' }),
        })
        address = new URL(sent.headers.get('location')!, address).href
      }
      throw new Error('The provider does not lead back.')
    }

    async user(): Promise<{ id: string; name: string; email: string | null } | null> {
      const reply = await this.go(`${workspace.origin}/api/session`)
      return ((await reply.json()) as { user: { id: string; name: string; email: string | null } | null })
        .user
    }
  }

  const comeBack = async (subject: string, claims: Claims, browser = new Browser()) => {
    accounts.set(subject, claims)
    const reply = await browser.go(await browser.signInAtProvider(subject))
    return { browser, reply, user: await browser.user() }
  }
  const invite = async (): Promise<string> => {
    const owner = await workspace.person('Host', { cases: { 'the-case': 'owner' } })
    const { body }: Reply = await owner.post('/api/cases/the-case/invitations', { role: 'editor' })
    return (body.address as string).split('#')[1]!
  }

  test('is told of by its name', async () => {
    expect((await workspace.ask('/api/session')).body.signIn.openId).toBe('Example Org')
  })

  test('opens an account for a verified address of a domain that is welcome, and knows it again', async () => {
    const claims = { email: 'Hana@Welcome.Example', email_verified: true, name: 'Hana' }
    const first = await comeBack('hana', claims)
    expect([first.reply.status, first.reply.headers.get('location')]).toEqual([302, '/cases/the-case'])
    expect(first.user).toMatchObject({ name: 'Hana', email: 'hana@welcome.example' })
    // Another address does not make another person.
    const again = await comeBack('hana', { ...claims, email: 'hana.kim@elsewhere.example' })
    expect(again.user?.id).toBe(first.user?.id)
  })

  test.each([
    ['of another domain', { email: 'x@elsewhere.example', email_verified: true }],
    ['of a domain that only looks alike', { email: 'x@evil-welcome.example', email_verified: true }],
    ['that nobody verified', { email: 'y@welcome.example', email_verified: false }],
    ['that is not there', {}],
  ])('opens none for an address %s', async (what, claims) => {
    const { reply, user } = await comeBack(`stranger ${what}`.replaceAll(' ', '-'), claims)
    expect(reply.status).toBe(403)
    expect(await reply.text()).toMatch(/has not been invited/)
    expect(user).toBeNull()
  })

  test('opens one for who was invited, with the role of the invitation', async () => {
    const secret = await invite()
    const browser = new Browser()
    await browser.go(`${workspace.origin}/api/invitations/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    })
    const { user } = await comeBack(
      'invited',
      { email: 'i@elsewhere.example', email_verified: true, name: 'Invited' },
      browser,
    )
    expect(user).toMatchObject({ name: 'Invited' })
    expect((await of.store.members.get('the-case', user!.id))?.role).toBe('editor')
  })

  test('connects a verified address with an account that has no password, and with no other', async () => {
    const open = await of.store.users.create({ name: 'No password', email: 'open@elsewhere.example' })
    const found = await comeBack('open', { email: 'open@elsewhere.example', email_verified: true })
    expect(found.user?.id).toBe(open.id)

    const guarded = await of.store.users.create({ name: 'Has password', email: 'guarded@welcome.example' })
    await of.store.users.setPasswordSecret(guarded.id, await passwordLine('a long enough password'))
    const refused = await comeBack('guarded', { email: 'guarded@welcome.example', email_verified: true })
    expect(refused.reply.status).toBe(403)
    expect(refused.user).toBeNull()
    // Its owner shows the password first; then the two are connected.
    const browser = new Browser()
    await browser.go(`${workspace.origin}/api/session/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'guarded@welcome.example', password: 'a long enough password' }),
    })
    await comeBack('guarded', { email: 'guarded@welcome.example', email_verified: true }, browser)
    const later = await comeBack('guarded', {})
    expect(later.user?.id).toBe(guarded.id)
  })

  test('lets nobody into an account that is closed', async () => {
    const { user } = await comeBack('leaver', { email: 'leaver@welcome.example', email_verified: true })
    await of.store.users.change(user!.id, { disabled: true })
    const again = await comeBack('leaver', { email: 'leaver@welcome.example', email_verified: true })
    expect([again.reply.status, again.user]).toEqual([403, null])
  })

  test('takes no return that this browser did not begin, nor one twice, nor a changed one', async () => {
    accounts.set('victim', { email: 'victim@welcome.example', email_verified: true })
    const attacker = new Browser()
    const address = await attacker.signInAtProvider('victim')
    const victim = new Browser()
    expect((await victim.go(address)).status).toBe(403)
    expect(await victim.user()).toBeNull()
    const changed = new URL(await new Browser().signInAtProvider('victim'))
    changed.searchParams.set('state', 'another')
    expect((await attacker.go(changed.href)).status).toBe(403)

    const honest = new Browser()
    const back = await honest.signInAtProvider('victim')
    expect((await honest.go(back)).status).toBe(302)
    const repeated = new Browser()
    for (const [origin, jar] of honest.cookies) repeated.cookies.set(origin, new Map(jar))
    expect((await repeated.go(back)).status).toBe(403)
    expect((await new Browser().go(`${workspace.origin}/api/session/openid/return`)).status).toBe(403)
  })

  test('leads to pages of this workspace alone', async () => {
    accounts.set('hana', { email: 'hana@welcome.example', email_verified: true })
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const browser = new Browser()
      const reply = await browser.go(await browser.signInAtProvider('hana', to))
      expect(reply.headers.get('location')).toBe('/')
    }
  })

  test('that cannot be reached is told, and keeps no other way shut', async () => {
    const openId = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: null,
      name: 'Gone',
      domains: [],
    }
    const alone = await TestWorkspace.open(of.store, { openId })
    const reply = await alone.ask('/api/session/openid')
    expect([reply.status, reply.body.error.code]).toEqual([503, 'openid-unreachable'])
    expect((await alone.ask('/enter/the-key-of-this-machine')).status).toBe(303)
    await alone.close()
  })
})
