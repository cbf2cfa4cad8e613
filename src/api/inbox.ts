import { answers, CaseParam, EpochMs, json, QueryNumber, route, z } from './route.js'

/** A draft of the inbox: what an import found (`interop/draft.ts`), and what became of it. */
export const InboxDraft = z
  .object({
    key: z.string(),
    state: z.enum(['open', 'accepted', 'discarded', 'merged']),
    time: z
      .object({ fromEpochMs: EpochMs, toEpochMs: EpochMs, written: z.string(), at: z.string() })
      .nullable(),
    text: z.string(),
    phase: z.string().optional(),
    changes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    claimedBy: z.string().optional(),
    /** The role or pseudonym of who said it. */
    by: z.string().optional(),
    flags: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
    thread: z.string().optional(),
    format: z.string(),
    place: z.string(),
    link: z.string().optional(),
    /** The fact that it became. */
    fact: z.string().nullable(),
    importedMs: EpochMs,
  })
  .openapi('InboxDraft')
export type InboxDraft = z.infer<typeof InboxDraft>

const Note = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  path: z.string().nullable(),
  line: z.number().nullable(),
})

const format = z.enum(['slack', 'pagerduty', 'alertmanager', 'statuspage', 'google-cloud', 'table', 'paste'])

/** The body is the bytes of a file (zip, JSON, CSV, Markdown), or pasted text as UTF-8. */
export const importFacts = route('write', {
  method: 'post',
  path: '/api/cases/{case}/imports',
  summary: 'Take facts in from another tool: they wait as drafts in the inbox',
  request: {
    params: CaseParam,
    query: z.object({
      name: z.string().max(500).default('paste.md'),
      format: format.optional(),
      /** IANA zone for times without one; the case’s unless said. */
      zone: z.string().max(100).optional(),
      /** JSON map of names or handles to the roles that take their place. */
      roles: z.string().max(20_000).optional(),
    }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: {
    200: answers(
      'What was found',
      z.object({
        format: z.string(),
        added: z.number(),
        known: z.number(),
        folded: z.number(),
        notes: z.array(Note),
        keys: z.array(z.string()),
      }),
    ),
  },
})

/** Payloads as Alertmanager sends them to a webhook. */
export const receiveAlerts = route('write', {
  method: 'post',
  path: '/api/cases/{case}/hooks/alertmanager',
  summary: 'Endpoint for Alertmanager’s webhook_config, with a token',
  request: { params: CaseParam, body: json(z.unknown()) },
  responses: { 200: answers('Taken', z.object({ added: z.number() })) },
})

export const listDrafts = route('write', {
  method: 'get',
  path: '/api/cases/{case}/drafts',
  summary: 'The inbox, in the order of time',
  request: {
    params: CaseParam,
    query: z.object({
      state: z.enum(['open', 'accepted', 'discarded', 'merged', 'all']).default('open'),
      offset: QueryNumber.default(0),
      limit: QueryNumber.max(2000).default(500),
    }),
  },
  responses: { 200: answers('Drafts', z.object({ drafts: z.array(InboxDraft), total: z.number() })) },
})

const DraftParam = CaseParam.extend({ key: z.string().max(200) })

export const readOriginal = route('write', {
  method: 'get',
  path: '/api/cases/{case}/drafts/{key}/original',
  summary: 'What the source said, word for word: internal, never published',
  request: { params: DraftParam },
  responses: {
    200: answers('The original', z.object({ original: z.string(), sha256: z.string(), place: z.string() })),
  },
})

export const changeDraft = route('write', {
  method: 'patch',
  path: '/api/cases/{case}/drafts/{key}',
  summary: 'Correct a draft before it is accepted. `at` is read as people type times',
  request: {
    params: DraftParam,
    body: json(z.object({ at: z.string().max(200).optional(), text: z.string().max(10_000).optional() })),
  },
  responses: { 200: answers('As it is now', InboxDraft) },
})

export const acceptDrafts = route('write', {
  method: 'post',
  path: '/api/cases/{case}/drafts/accept',
  summary: 'Drafts become facts in the timeline',
  request: { params: CaseParam, body: json(z.object({ keys: z.array(z.string()).min(1).max(2000) })) },
  responses: {
    200: answers(
      'The facts',
      z.object({
        facts: z.array(z.object({ key: z.string(), fact: z.string() })),
        /** Those that have no time yet. */
        refused: z.array(z.object({ key: z.string(), code: z.string() })),
      }),
    ),
  },
})

export const discardDrafts = route('write', {
  method: 'post',
  path: '/api/cases/{case}/drafts/discard',
  summary: 'Put drafts aside; or back into the inbox with `restore`',
  request: {
    params: CaseParam,
    body: json(
      z.object({ keys: z.array(z.string()).min(1).max(10_000), restore: z.boolean().default(false) }),
    ),
  },
  responses: { 200: answers('How many', z.object({ changed: z.number() })) },
})

export const mergeDrafts = route('write', {
  method: 'post',
  path: '/api/cases/{case}/drafts/merge',
  summary: 'Several drafts that say one thing become one',
  request: { params: CaseParam, body: json(z.object({ keys: z.array(z.string()).min(2).max(100) })) },
  responses: { 200: answers('The one', InboxDraft) },
})

export const splitDraft = route('write', {
  method: 'post',
  path: '/api/cases/{case}/drafts/{key}/split',
  summary: 'A draft that says several things becomes several',
  request: {
    params: DraftParam,
    body: json(z.object({ texts: z.array(z.string().trim().min(1).max(10_000)).min(2).max(50) })),
  },
  responses: { 200: answers('The parts', z.object({ drafts: z.array(InboxDraft) })) },
})
