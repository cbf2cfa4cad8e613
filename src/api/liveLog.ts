import { answers, CaseParam, EpochMs, json, route, z } from './route.js'

const State = z.enum(['up', 'impaired', 'down', 'unknown'])

/** A service as the timeline has it now. */
export const BoardRow = z
  .object({
    component: z.string(),
    title: z.string(),
    state: State,
    written: z.string(),
    sinceMs: EpochMs.nullable(),
    fact: z.string().nullable(),
  })
  .openapi('BoardRow')
export type BoardRow = z.infer<typeof BoardRow>

export const Board = z
  .object({
    rows: z.array(BoardRow),
    /** When the public is told more. */
    nextUpdateMs: EpochMs.nullable(),
    /** Roles on duty, and who is reached there now: `incident lead` → `ext. 1234`. Not published. */
    duty: z
      .array(z.object({ role: z.string().trim().min(1).max(100), reach: z.string().trim().max(200) }))
      .max(50),
    /** Whether the case is being lived through: the page opens on the board. */
    live: z.boolean(),
  })
  .openapi('Board')
export type Board = z.infer<typeof Board>

export const readBoard = route('read', {
  method: 'get',
  path: '/api/cases/{case}/board',
  summary: 'Services now: down, impaired, up, since when',
  request: { params: CaseParam, query: z.object({ lang: z.enum(['ko', 'en']).optional() }) },
  responses: { 200: answers('The board', Board) },
})

export const setLive = route('write', {
  method: 'put',
  path: '/api/cases/{case}/live-state',
  summary: 'The next update, roles on duty, and whether the incident is under way',
  request: {
    params: CaseParam,
    body: json(Board.pick({ nextUpdateMs: true, duty: true, live: true }).partial()),
  },
  responses: { 200: answers('The board', Board) },
})

export const logEvent = route('write', {
  method: 'post',
  path: '/api/cases/{case}/log',
  summary: 'Log what happens, with the time of now: it is a fact of the timeline at once',
  request: {
    params: CaseParam,
    body: json(
      z.object({
        text: z.string().trim().min(1).max(5000),
        /** As people type it; now unless said. */
        at: z.string().max(200).optional(),
        changes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        /** An announcement: it goes to the public status page. */
        announce: z.boolean().default(false),
        /** The same key again adds nothing: for scripts that retry. */
        once: z.string().max(200).optional(),
        language: z.enum(['ko', 'en']).optional(),
      }),
    ),
  },
  responses: { 201: answers('The fact', z.object({ fact: z.string(), at: z.string() })) },
})

export const publishStatus = route('write', {
  method: 'post',
  path: '/api/cases/{case}/status',
  summary:
    'Write the public status page and its feed to the folder that the workspace was started with (--status-out)',
  request: { params: CaseParam },
  responses: { 200: answers('Written', z.object({ files: z.array(z.string()) })) },
})
