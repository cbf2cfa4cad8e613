import { Role } from './people.js'
import { answers, bytes, CaseId, CaseParam, done, EpochMs, json, QueryNumber, route, z } from './route.js'

export const CaseSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    role: Role,
    /** Changes when the history begins anew, as after a restore. */
    epoch: z.string(),
    revision: z.number().int(),
    changedMs: EpochMs,
  })
  .openapi('CaseSummary')
export type CaseSummary = z.infer<typeof CaseSummary>

export const listCases = route('signed-in', {
  method: 'get',
  path: '/api/cases',
  summary: 'The cases that one may see',
  responses: { 200: answers('Cases', z.object({ cases: z.array(CaseSummary) })) },
})

export const createCase = route('signed-in', {
  method: 'post',
  path: '/api/cases',
  summary: 'Begin a case; who begins it owns it',
  request: {
    body: json(
      z.object({
        id: CaseId,
        title: z.string().trim().min(1).max(500),
        timezone: z.string().max(100),
        /** `2022-10-15 15:19` on the clocks of that zone. */
        start: z.string().max(100),
        languages: z
          .array(z.enum(['ko', 'en']))
          .min(1)
          .default(['ko', 'en']),
      }),
    ),
  },
  responses: { 201: answers('The case', CaseSummary) },
})

/** The body is the bytes of a zip of a case folder. */
export const importCase = route('signed-in', {
  method: 'post',
  path: '/api/cases/import',
  summary: 'Take in a case folder as a zip, byte for byte',
  request: {
    query: z.object({ id: CaseId }),
    body: { content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 201: answers('The case', CaseSummary) },
})

export const readCase = route('read', {
  method: 'get',
  path: '/api/cases/{case}',
  summary: 'One case',
  request: { params: CaseParam },
  responses: { 200: answers('The case', CaseSummary.extend({ signsAs: z.array(z.string()) })) },
})

export const deleteCase = route('manage', {
  method: 'delete',
  path: '/api/cases/{case}',
  summary: 'Delete a case with its history. Its name must be repeated',
  request: { params: CaseParam, query: z.object({ confirm: z.string() }) },
  responses: { 204: done },
})

export const CaseFileInfo = z
  .object({ path: z.string(), kind: z.enum(['text', 'bytes']), size: z.number(), sha256: z.string() })
  .openapi('CaseFileInfo')
export type CaseFileInfo = z.infer<typeof CaseFileInfo>

export const listFiles = route('read', {
  method: 'get',
  path: '/api/cases/{case}/files',
  summary: 'The files of a case as they are now',
  request: { params: CaseParam },
  responses: { 200: answers('Files', z.object({ files: z.array(CaseFileInfo) })) },
})

/** A path inside a case, in the query so that its slashes are no part of the address. */
const FilePath = z.object({ path: z.string().min(1).max(1000) })

export const readFile = route('read', {
  method: 'get',
  path: '/api/cases/{case}/file',
  summary: 'The bytes of one file; never run in a browser',
  request: { params: CaseParam, query: FilePath },
  responses: { 200: bytes('The file') },
})

/** The body is the bytes of the file. */
export const writeFile = route('write', {
  method: 'put',
  path: '/api/cases/{case}/file',
  summary: 'Make or replace one file. Of a text only what differs is changed, so others can write beside it',
  request: {
    params: CaseParam,
    query: FilePath.extend({
      /** Only if the file still has this hash; `none`: only if there is none. */
      ifMatch: z.string().optional(),
    }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 200: answers('The file', CaseFileInfo) },
})

export const removeFile = route('write', {
  method: 'delete',
  path: '/api/cases/{case}/file',
  summary: 'Remove a file; earlier revisions keep it',
  request: { params: CaseParam, query: FilePath },
  responses: { 204: done },
})

export const moveFile = route('write', {
  method: 'post',
  path: '/api/cases/{case}/file/move',
  summary: 'Give a file another path',
  request: {
    params: CaseParam,
    body: json(z.object({ from: z.string().max(1000), to: z.string().max(1000) })),
  },
  responses: { 200: answers('The file', CaseFileInfo) },
})

const EditPath = z
  .array(z.union([z.string(), z.number()]))
  .min(1)
  .max(32)

/** Edits in the words of the case: `files/editCase.ts` makes each the smallest change of a text. */
export const CaseEdit = z
  .union([
    z.object({
      kind: z.literal('set'),
      path: EditPath,
      value: z.unknown(),
    }),
    z.object({ kind: z.literal('remove'), path: EditPath }),
    z.object({ kind: z.literal('rename'), path: EditPath, to: z.string().max(100) }),
    z.object({
      kind: z.literal('insert'),
      path: EditPath,
      value: z.unknown(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ])
  .openapi('CaseEdit')

export const editCase = route('write', {
  method: 'post',
  path: '/api/cases/{case}/edits',
  summary: 'Change entries of a case: all of the edits, or none',
  request: { params: CaseParam, body: json(z.object({ edits: z.array(CaseEdit).min(1).max(1000) })) },
  responses: { 200: answers('Kept', z.object({ changed: z.array(z.string()) })) },
})

const Diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  lineText: z.string(),
  message: z.string(),
})

export const readDocument = route('read', {
  method: 'get',
  path: '/api/cases/{case}/document',
  summary: 'The case as one document, and what is wrong with it',
  request: { params: CaseParam, query: z.object({ lang: z.enum(['ko', 'en']).optional() }) },
  responses: {
    200: answers('The document', z.object({ document: z.unknown(), diagnostics: z.array(Diagnostic) })),
  },
})

export const readAssessment = route('read', {
  method: 'get',
  path: '/api/cases/{case}/assessment',
  summary: 'What the run gives: outages, fidelity, questions, ifs',
  request: { params: CaseParam, query: z.object({ ifs: z.string().max(5000).optional() }) },
  responses: { 200: answers('The assessment', z.record(z.string(), z.unknown())) },
})

export const exportCase = route('read', {
  method: 'get',
  path: '/api/cases/{case}/export.zip',
  summary: 'The case folder as it is now, or as it was in a revision',
  request: { params: CaseParam, query: z.object({ revision: QueryNumber.optional() }) },
  responses: { 200: bytes('A zip', 'application/zip') },
})

export const exportHistory = route('read', {
  method: 'get',
  path: '/api/cases/{case}/export.git',
  summary: 'Every revision as a commit, for `git fast-import`',
  request: { params: CaseParam },
  responses: { 200: bytes('A stream for git fast-import') },
})

export const Revision = z
  .object({
    number: z.number(),
    atMs: EpochMs,
    authors: z.array(z.string()),
    message: z.string(),
    changed: z.array(z.string()),
    hash: z.string(),
  })
  .openapi('Revision')
export type Revision = z.infer<typeof Revision>

export const listRevisions = route('read', {
  method: 'get',
  path: '/api/cases/{case}/revisions',
  summary: 'What the case was, the latest first',
  request: {
    params: CaseParam,
    query: z.object({ before: QueryNumber.optional(), limit: QueryNumber.max(500).default(100) }),
  },
  responses: { 200: answers('Revisions', z.object({ revisions: z.array(Revision) })) },
})

export const keepRevision = route('write', {
  method: 'post',
  path: '/api/cases/{case}/revisions',
  summary:
    'Keep the texts of now as a revision with a message; otherwise one is kept when nobody writes for a while',
  request: { params: CaseParam, body: json(z.object({ message: z.string().trim().max(500) })) },
  responses: { 200: answers('The revision', Revision) },
})

export const restoreRevision = route('write', {
  method: 'post',
  path: '/api/cases/{case}/revisions/{number}/restore',
  summary: 'Make the case what it was; that is a new revision',
  request: { params: CaseParam.extend({ number: QueryNumber }) },
  responses: { 200: answers('The revision', Revision) },
})

/** An entry that came, changed or went between two states of a case. */
export const EntryChange = z
  .object({
    section: z.string(),
    id: z.string(),
    kind: z.enum(['added', 'changed', 'removed', 'renamed']),
    /** The id before, of an entry that was only renamed. */
    from: z.string().optional(),
    /** What differs, as paths within the entry: `at`, `text.ko`. */
    fields: z.array(z.string()),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('EntryChange')
export type EntryChange = z.infer<typeof EntryChange>

/** A paragraph of a narrative that came, changed or went. */
export const ParagraphChange = z
  .object({
    kind: z.enum(['added', 'changed', 'removed']),
    language: z.enum(['ko', 'en']),
    /** The nearest heading above; empty before the first. */
    heading: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .openapi('ParagraphChange')
export type ParagraphChange = z.infer<typeof ParagraphChange>

export const readChanges = route('read', {
  method: 'get',
  path: '/api/cases/{case}/changes',
  summary: 'What changed, entry by entry and paragraph by paragraph, between two revisions',
  request: { params: CaseParam, query: z.object({ from: QueryNumber, to: QueryNumber.optional() }) },
  responses: {
    200: answers(
      'Changes',
      z.object({
        from: z.number(),
        to: z.number(),
        entries: z.array(EntryChange),
        paragraphs: z.array(ParagraphChange),
        files: z.array(z.string()),
      }),
    ),
  },
})
