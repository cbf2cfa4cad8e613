import { answers, done, EpochMs, json, route, z } from './route.js'

/** A person who can sign in, as others see them. */
export const User = z
  .object({ id: z.string(), name: z.string(), email: z.string().nullable(), admin: z.boolean() })
  .openapi('User')
export type User = z.infer<typeof User>

export const Session = z
  .object({
    user: User.nullable(),
    /** Sent back as the header `X-Manil-CSRF` with everything that changes something. Null while nobody is signed in. */
    csrf: z.string().nullable(),
    signIn: z.object({
      password: z.boolean(),
      /** The name of the organisation's sign-in, or null. */
      openId: z.string().nullable(),
      /** Whether the address printed at the start lets the owner of this machine in. */
      key: z.boolean(),
    }),
    language: z.enum(['ko', 'en']),
    version: z.string(),
  })
  .openapi('Session')
export type Session = z.infer<typeof Session>

const name = z.string().trim().min(1).max(200)
/** Length is what makes a password hard to guess. */
const password = z.string().min(10).max(1000)

export const readSession = route('anyone', {
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in, and how one can sign in',
  responses: { 200: answers('The session', Session) },
})

export const signInByPassword = route('anyone', {
  method: 'post',
  path: '/api/session/password',
  summary: 'Sign in by e-mail address and password',
  request: { body: json(z.object({ email: z.string().max(320), password: z.string().max(1000) })) },
  responses: { 200: answers('Signed in; the cookie is set', Session) },
})

export const signInByKey = route('anyone', {
  method: 'post',
  path: '/api/session/key',
  summary: 'Sign in by the key printed at the start of a workspace on this machine',
  request: { body: json(z.object({ key: z.string().max(200) })) },
  responses: { 200: answers('Signed in; the cookie is set', Session) },
})

export const beginOpenId = route('anyone', {
  method: 'get',
  path: '/api/session/openid',
  summary: "Go to the organisation's sign-in (OpenID Connect)",
  request: { query: z.object({ to: z.string().max(2000).optional() }) },
  responses: { 302: { description: 'To the provider' } },
})

export const finishOpenId = route('anyone', {
  method: 'get',
  path: '/api/session/openid/return',
  summary: "Back from the organisation's sign-in",
  responses: { 302: { description: 'Signed in; to the page that was wanted' } },
})

export const signOut = route('session', {
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out',
  responses: { 204: done },
})

export const changeMe = route('session', {
  method: 'patch',
  path: '/api/me',
  summary: 'Change one’s name, or one’s password',
  request: {
    body: json(
      z.object({
        name: name.optional(),
        password: z.object({ old: z.string().max(1000), new: password }).optional(),
      }),
    ),
  },
  responses: { 200: answers('As changed', User) },
})

export const SessionInfo = z
  .object({ id: z.string(), createdMs: EpochMs, expiresMs: EpochMs, current: z.boolean() })
  .openapi('SessionInfo')

export const listSessions = route('session', {
  method: 'get',
  path: '/api/me/sessions',
  summary: 'Where one is signed in',
  responses: { 200: answers('Sessions', z.object({ sessions: z.array(SessionInfo) })) },
})

export const endSession = route('session', {
  method: 'delete',
  path: '/api/me/sessions/{id}',
  summary: 'Sign out elsewhere',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: done },
})

export const Token = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(['owner', 'editor', 'reviewer', 'reader']).nullable(),
    cases: z.array(z.string()).nullable(),
    createdMs: EpochMs,
    expiresMs: EpochMs.nullable(),
  })
  .openapi('Token')
export type Token = z.infer<typeof Token>

export const listTokens = route('session', {
  method: 'get',
  path: '/api/me/tokens',
  summary: 'One’s tokens for scripts',
  responses: { 200: answers('Tokens', z.object({ tokens: z.array(Token) })) },
})

export const createToken = route('session', {
  method: 'post',
  path: '/api/me/tokens',
  summary: 'A token for scripts: it can do what its user can, or less',
  request: {
    body: json(
      z.object({
        name,
        role: z.enum(['owner', 'editor', 'reviewer', 'reader']).nullable().default(null),
        cases: z.array(z.string()).max(1000).nullable().default(null),
        expiresDays: z.number().int().min(1).max(3650).nullable().default(90),
      }),
    ),
  },
  responses: {
    201: answers('The secret is shown this once', z.object({ token: Token, secret: z.string() })),
  },
})

export const revokeToken = route('session', {
  method: 'delete',
  path: '/api/me/tokens/{id}',
  summary: 'End a token',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: done },
})

export const Invited = z
  .object({
    case: z.string().nullable(),
    caseTitle: z.string().nullable(),
    role: z.enum(['owner', 'editor', 'reviewer', 'reader']).nullable(),
    expiresMs: EpochMs,
  })
  .openapi('Invited')

/** Invitations travel in bodies, never in the addresses that servers log. */
export const lookAtInvitation = route('anyone', {
  method: 'post',
  path: '/api/invitations/look',
  summary: 'What an invitation is for',
  request: { body: json(z.object({ secret: z.string().max(200) })) },
  responses: { 200: answers('The invitation', Invited) },
})

export const acceptInvitation = route('anyone', {
  method: 'post',
  path: '/api/invitations/accept',
  summary: 'Join: with a name and a password, or as who is signed in already',
  request: {
    body: json(
      z.object({
        secret: z.string().max(200),
        /** Needed unless somebody is signed in already. */
        join: z.object({ name, email: z.email().max(320), password }).optional(),
      }),
    ),
  },
  responses: { 200: answers('Signed in', z.object({ session: Session, case: z.string().nullable() })) },
})
