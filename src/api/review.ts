import { answers, CaseParam, done, EpochMs, json, route, z } from './route.js'

/** What a comment is about: an entry of the case, or a stretch of a text. Offsets are Yjs relative positions in base64. */
export const Anchor = z
  .union([
    z.object({
      kind: z.literal('entry'),
      path: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .max(10),
    }),
    z.object({
      kind: z.literal('text'),
      file: z.string().max(1000),
      from: z.string().max(1000),
      to: z.string().max(1000),
      /** The words as they were, so that the comment still makes sense when they are gone. */
      quote: z.string().max(2000),
    }),
    z.object({ kind: z.literal('case') }),
  ])
  .openapi('Anchor')
export type Anchor = z.infer<typeof Anchor>

export const Comment = z
  .object({
    id: z.string(),
    anchor: Anchor,
    /** The comment that this one answers. */
    replyTo: z.string().nullable(),
    by: z.object({ user: z.string(), name: z.string() }),
    atMs: EpochMs,
    editedMs: EpochMs.nullable(),
    text: z.string(),
    resolved: z.boolean(),
  })
  .openapi('Comment')
export type Comment = z.infer<typeof Comment>

const text = z.string().trim().min(1).max(10_000)
const CommentParam = CaseParam.extend({ id: z.string() })

export const listComments = route('read', {
  method: 'get',
  path: '/api/cases/{case}/comments',
  summary: 'Comments on facts and sentences',
  request: { params: CaseParam },
  responses: { 200: answers('Comments', z.object({ comments: z.array(Comment) })) },
})

export const addComment = route('comment', {
  method: 'post',
  path: '/api/cases/{case}/comments',
  summary: 'Comment on a fact, a sentence, or the case',
  request: {
    params: CaseParam,
    body: json(z.object({ anchor: Anchor, replyTo: z.string().nullable().default(null), text })),
  },
  responses: { 201: answers('The comment', Comment) },
})

export const changeComment = route('comment', {
  method: 'patch',
  path: '/api/cases/{case}/comments/{id}',
  summary: 'Change the text of one’s own comment, or settle any',
  request: {
    params: CommentParam,
    body: json(z.object({ text: text.optional(), resolved: z.boolean().optional() })),
  },
  responses: { 200: answers('The comment', Comment) },
})

export const removeComment = route('comment', {
  method: 'delete',
  path: '/api/cases/{case}/comments/{id}',
  summary: 'Remove one’s own comment; an owner removes any',
  request: { params: CommentParam },
  responses: { 204: done },
})

/** A question of a round. `kind` says where it comes from. */
export const AgendaItem = z
  .object({
    id: z.string(),
    kind: z.enum(['question', 'rival', 'shortcoming', 'surprise', 'own']),
    about: z.array(z.array(z.union([z.string(), z.number()]))),
    text: z.object({ ko: z.string().optional(), en: z.string().optional() }),
  })
  .openapi('AgendaItem')
export type AgendaItem = z.infer<typeof AgendaItem>

/**
 * An answer. An anonymous one has no account, address or time: it is kept under a random id, and shown only when the round
 * closes, among the others in random order.
 */
export const Answer = z
  .object({
    id: z.string(),
    item: z.string(),
    text: z.string(),
    /** The role under which it was given; null where it is anonymous. */
    role: z.string().nullable(),
  })
  .openapi('Answer')
export type Answer = z.infer<typeof Answer>

export const Round = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['open', 'closed']),
    openedMs: EpochMs,
    closedMs: EpochMs.nullable(),
    items: z.array(AgendaItem),
    /** Answers under a role as they come; anonymous ones when the round is closed. */
    answers: z.array(Answer),
  })
  .openapi('Round')
export type Round = z.infer<typeof Round>

const RoundParam = CaseParam.extend({ round: z.string() })

export const listRounds = route('read', {
  method: 'get',
  path: '/api/cases/{case}/rounds',
  summary: 'Review rounds',
  request: { params: CaseParam },
  responses: { 200: answers('Rounds', z.object({ rounds: z.array(Round) })) },
})

export const proposeAgenda = route('write', {
  method: 'get',
  path: '/api/cases/{case}/agenda',
  summary: 'What the program would ask: open questions, rival claims, shortcomings, surprises',
  request: { params: CaseParam },
  responses: { 200: answers('Proposed items', z.object({ items: z.array(AgendaItem) })) },
})

export const openRound = route('write', {
  method: 'post',
  path: '/api/cases/{case}/rounds',
  summary: 'Open a round',
  request: {
    params: CaseParam,
    body: json(
      z.object({ title: z.string().trim().min(1).max(300), items: z.array(AgendaItem).min(1).max(200) }),
    ),
  },
  responses: { 201: answers('The round', Round) },
})

export const answerRound = route('comment', {
  method: 'post',
  path: '/api/cases/{case}/rounds/{round}/answers',
  summary: 'Answer under a role (operations, on-call, …), not under a name',
  request: {
    params: RoundParam,
    body: json(z.object({ item: z.string(), text, role: z.string().trim().min(1).max(100) })),
  },
  responses: { 201: answers('The answer', Answer) },
})

export const answerAnonymously = route('comment', {
  method: 'post',
  path: '/api/cases/{case}/rounds/{round}/anonymous-answers',
  summary: 'Answer anonymously: nothing about who or when is kept or logged, and nothing comes back',
  request: { params: RoundParam, body: json(z.object({ item: z.string(), text })) },
  responses: { 204: done },
})

export const closeRound = route('write', {
  method: 'post',
  path: '/api/cases/{case}/rounds/{round}/close',
  summary: 'Close a round: the anonymous answers appear together, shuffled',
  request: { params: RoundParam },
  responses: { 200: answers('The round', Round) },
})

export const SignOff = z
  .object({
    id: z.string(),
    revision: z.number(),
    role: z.string(),
    by: z.object({ user: z.string(), name: z.string() }),
    atMs: EpochMs,
    note: z.string(),
    withdrawnMs: EpochMs.nullable(),
    /** How many revisions came after it: a correction after sign-off stays visible. */
    revisionsSince: z.number(),
  })
  .openapi('SignOff')
export type SignOff = z.infer<typeof SignOff>

export const listSignOffs = route('read', {
  method: 'get',
  path: '/api/cases/{case}/sign-offs',
  summary: 'Who signed what, and which roles are still to sign',
  request: { params: CaseParam },
  responses: {
    200: answers(
      'Sign-offs',
      z.object({ signOffs: z.array(SignOff), roles: z.array(z.string()), head: z.number() }),
    ),
  },
})

export const signOff = route('comment', {
  method: 'post',
  path: '/api/cases/{case}/sign-offs',
  summary: 'Sign a revision off for one of one’s roles',
  request: {
    params: CaseParam,
    body: json(
      z.object({
        role: z.string().max(100),
        revision: z.number().int(),
        note: z.string().max(2000).default(''),
      }),
    ),
  },
  responses: { 201: answers('The sign-off', SignOff) },
})

export const withdrawSignOff = route('comment', {
  method: 'delete',
  path: '/api/cases/{case}/sign-offs/{id}',
  summary: 'Withdraw one’s own sign-off; it stays visible as withdrawn',
  request: { params: CaseParam.extend({ id: z.string() }) },
  responses: { 204: done },
})

/** The WebSocket of a case; `collaboration/messages.ts` says what goes over it. */
export const liveSocket = route('read', {
  method: 'get',
  path: '/api/cases/{case}/live',
  summary: 'WebSocket: texts as they are written, who is here, notices. Updates are taken from editors only',
  request: { params: CaseParam },
  responses: { 101: { description: 'Switching to WebSocket' } },
})

export const readHealth = route('anyone', {
  method: 'get',
  path: '/healthz',
  summary: 'Whether the process lives',
  responses: { 200: answers('It does', z.object({ ok: z.literal(true) })) },
})

export const readReadiness = route('anyone', {
  method: 'get',
  path: '/readyz',
  summary: 'Whether the database answers and is migrated',
  responses: {
    200: answers('Ready', z.object({ ready: z.literal(true) })),
    503: answers('Not ready', z.object({ ready: z.literal(false), why: z.string() })),
  },
})
