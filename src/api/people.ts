import { answers, CaseParam, done, EpochMs, json, QueryNumber, route, z } from './route.js'
import { User } from './session.js'

export const Role = z.enum(['owner', 'editor', 'reviewer', 'reader']).openapi('Role')

/** Somebody who works on a case. `signsAs`: the roles for which they may sign it off (operations, legal, …). */
export const Member = z
  .object({
    user: z.string(),
    name: z.string(),
    role: Role,
    signsAs: z.array(z.string().min(1).max(100)).max(20),
  })
  .openapi('Member')
export type Member = z.infer<typeof Member>

export const listMembers = route('read', {
  method: 'get',
  path: '/api/cases/{case}/members',
  summary: 'Who works on a case',
  request: { params: CaseParam },
  responses: { 200: answers('Members', z.object({ members: z.array(Member) })) },
})

export const setMember = route('manage', {
  method: 'put',
  path: '/api/cases/{case}/members/{user}',
  summary: 'Give somebody another role. The last owner stays owner',
  request: {
    params: CaseParam.extend({ user: z.string() }),
    body: json(Member.pick({ role: true, signsAs: true })),
  },
  responses: { 200: answers('As it is now', Member) },
})

export const removeMember = route('manage', {
  method: 'delete',
  path: '/api/cases/{case}/members/{user}',
  summary: 'Take somebody off a case; their open pages close',
  request: { params: CaseParam.extend({ user: z.string() }) },
  responses: { 204: done },
})

export const Invitation = z
  .object({
    id: z.string(),
    role: Role.nullable(),
    signsAs: z.array(z.string()),
    createdMs: EpochMs,
    expiresMs: EpochMs,
    /** The account that was made or joined by it. */
    usedBy: z.string().nullable(),
  })
  .openapi('Invitation')
export type Invitation = z.infer<typeof Invitation>

const NewInvitation = z.object({
  role: Role,
  signsAs: z.array(z.string().min(1).max(100)).max(20).default([]),
  expiresDays: z.number().int().min(1).max(90).default(7),
})
const MadeInvitation = z.object({ invitation: Invitation, address: z.string() })

export const listInvitations = route('manage', {
  method: 'get',
  path: '/api/cases/{case}/invitations',
  summary: 'Open invitations to a case',
  request: { params: CaseParam },
  responses: { 200: answers('Invitations', z.object({ invitations: z.array(Invitation) })) },
})

export const invite = route('manage', {
  method: 'post',
  path: '/api/cases/{case}/invitations',
  summary: 'Invite somebody: gives an address to send them. It works once',
  request: { params: CaseParam, body: json(NewInvitation) },
  responses: { 201: answers('The address is shown this once', MadeInvitation) },
})

export const withdrawInvitation = route('manage', {
  method: 'delete',
  path: '/api/cases/{case}/invitations/{id}',
  summary: 'Withdraw an invitation',
  request: { params: CaseParam.extend({ id: z.string() }) },
  responses: { 204: done },
})

export const inviteToWorkspace = route('admin', {
  method: 'post',
  path: '/api/invitations',
  summary: 'Invite somebody to the workspace, without a case',
  request: { body: json(z.object({ expiresDays: z.number().int().min(1).max(90).default(7) })) },
  responses: { 201: answers('The address is shown this once', MadeInvitation) },
})

export const listUsers = route('admin', {
  method: 'get',
  path: '/api/users',
  summary: 'Everybody with an account',
  responses: { 200: answers('Users', z.object({ users: z.array(User.extend({ disabled: z.boolean() })) })) },
})

export const changeUser = route('admin', {
  method: 'patch',
  path: '/api/users/{user}',
  summary: 'Close or reopen an account, or let it keep the workspace. The last keeper stays',
  request: {
    params: z.object({ user: z.string() }),
    body: json(z.object({ disabled: z.boolean().optional(), admin: z.boolean().optional() })),
  },
  responses: { 200: answers('As it is now', User.extend({ disabled: z.boolean() })) },
})

/** One thing that was done. Single anonymous answers are never among them. */
export const AuditEntry = z
  .object({
    seq: z.number(),
    atMs: EpochMs,
    by: z.string().nullable(),
    action: z.string(),
    case: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('AuditEntry')
export type AuditEntry = z.infer<typeof AuditEntry>

const page = z.object({ before: QueryNumber.optional(), limit: QueryNumber.max(500).default(100) })
const entries = answers('The latest first', z.object({ entries: z.array(AuditEntry) }))

export const readAudit = route('admin', {
  method: 'get',
  path: '/api/audit',
  summary: 'What was done in the workspace',
  request: { query: page },
  responses: { 200: entries },
})

export const readCaseAudit = route('manage', {
  method: 'get',
  path: '/api/cases/{case}/audit',
  summary: 'What was done with a case',
  request: { params: CaseParam, query: page },
  responses: { 200: entries },
})
