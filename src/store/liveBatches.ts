import { sql } from 'kysely'
import * as Y from 'yjs'
import { openSharedCase, type SharedCase, sharedFiles } from '../collaboration/sharedCase.js'
import type { CaseFile } from '../files/caseFile.js'
import { listAttachments, removeFile, writeFile } from './attachments.js'
import { putBlob } from './blobs.js'
import { lockCase, touchCase } from './caseRow.js'
import { inTransaction, type StoreContext } from './context.js'
import { notify } from './notices.js'
import { commitRevision, type NewRevision, type Revision } from './revisions.js'
import { StoreRefusal } from './storeRefusal.js'
import { loadTexts, openTexts } from './texts.js'

/** A file of a case that is no text, by the hash of its bytes. */
export interface AttachedFile {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

/** A case as a process opens it for writing together. */
export interface LiveCase {
  readonly epoch: string
  /** The number of the update that `shared` is the state after. */
  readonly seq: number
  readonly shared: SharedCase
  readonly attachments: readonly AttachedFile[]
}

/** How far a process knows a case. */
export interface KnownCase {
  readonly epoch: string
  readonly seq: number
}

export interface NumberedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** What a transaction finds when it has the case to itself: what others kept after what is known. */
export interface SeenCase {
  readonly seq: number
  readonly missing: readonly NumberedUpdate[]
  readonly attachments: readonly AttachedFile[]
}

export interface WrittenUpdate {
  readonly bytes: Uint8Array
  readonly userId: string | null
}

/** What one transaction keeps. */
export interface LiveBatch {
  readonly updates: readonly WrittenUpdate[]
  readonly attached: readonly (AttachedFile & { readonly userId: string | null })[]
  readonly detached: readonly string[]
}

/** The case is not there any more, or its history began anew. */
export type Gone = 'no-such-case' | 'other-epoch'

/**
 * How processes keep what is written in a case together: many updates of many people in one transaction. Faults of the
 * database are thrown; whether a batch was kept is then unknown.
 */
export interface LiveBatches {
  open(caseId: string): Promise<LiveCase | null>
  /**
   * Keeps updates that need to see nothing. Gives the number of the last: where that is not the number known and as many
   * as were given, others wrote between.
   */
  append(caseId: string, known: KnownCase, updates: readonly WrittenUpdate[]): Promise<number | Gone>
  /**
   * One transaction with the case to itself: `work` is called once with what others kept, must not wait for anything, and
   * gives what is to be kept. Gives the number of the last update.
   */
  exclusively(caseId: string, known: KnownCase, work: (seen: SeenCase) => LiveBatch): Promise<number | Gone>
  /** What others kept. */
  since(caseId: string, known: KnownCase): Promise<SeenCase | Gone>
  /** Keeps bytes for an attachment to come. */
  keepBytes(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly size: number }>
  /**
   * Makes a revision of the case as it is now; `texts` are taken where they are what is kept now, after the update `seq`.
   * Null where nothing differs from the last one.
   */
  keepRevision(
    caseId: string,
    revision: Omit<NewRevision, 'live'>,
    known: { readonly seq: number; readonly texts: readonly CaseFile[] },
  ): Promise<Revision | null>
  /** Cases whose last update is in no revision yet, and how long ago it came. */
  unkept(): Promise<{ readonly caseId: string; readonly atMs: number }[]>
  /** Cases that have more than so many single updates in revisions already. */
  crowded(updates: number): Promise<string[]>
}

/** Updates of one batch that are kept each by itself. Of more, those of each user are kept as one. */
const singleUpdates = 500

export function openLiveBatches(context: StoreContext): LiveBatches {
  return {
    async open(caseId) {
      try {
        const { shared, seq, epoch } = await loadTexts(context, caseId)
        return { shared, seq, epoch, attachments: await attached(context, caseId) }
      } catch (fault) {
        if (fault instanceof StoreRefusal && fault.code === 'no-such-case') return null
        throw fault
      }
    },

    async append(caseId, known, updates) {
      const seq = await insert(context, caseId, known, updates)
      return seq ?? whyGone(context, caseId)
    },

    exclusively: (caseId, known, work) =>
      gone(() =>
        inTransaction(context, async context => {
          const row = await lockCase(context, caseId)
          if (row.epoch !== known.epoch) return 'other-epoch'
          const seen = await see(context, caseId, known, row.update_seq)
          const batch = work(seen)
          for (const file of batch.attached) {
            await writeFile(context, caseId, file.path, file.sha256, file.userId)
          }
          for (const path of batch.detached) await removeFile(context, caseId, path)
          if (batch.attached.length + batch.detached.length > 0) {
            await touchCase(context, caseId)
            await notify(context, 'attachments', caseId)
          }
          if (batch.updates.length === 0) return seen.seq
          return (await insert(context, caseId, known, batch.updates)) ?? 'other-epoch'
        }),
      ),

    since: (caseId, known) =>
      gone(async () => {
        const { query } = context
        const row = await query
          .selectFrom('cases')
          .select(['epoch', 'update_seq'])
          .where('id', '=', caseId)
          .executeTakeFirst()
        if (row === undefined) return 'no-such-case'
        if (row.epoch !== known.epoch) return 'other-epoch'
        return see(context, caseId, known, row.update_seq)
      }),

    keepBytes: async bytes => ({ sha256: await putBlob(context, bytes), size: bytes.length }),

    keepRevision: (caseId, revision, { seq, texts }) =>
      inTransaction(context, async context => {
        const row = await lockCase(context, caseId)
        if (row.update_seq !== seq) return commitRevision(context, row, revision)
        return commitRevision(context, row, { ...revision, live: { shared: documentOf(texts), seq } })
      }),

    async unkept() {
      const { rows } = await sql<{ id: string; changed_at: number }>`
        select cases.id, cases.changed_at from cases
        left join revisions on revisions.case_id = cases.id and revisions.number = cases.head_revision
        where cases.update_seq > coalesce(revisions.update_seq, 0) order by cases.id`.execute(context.query)
      return rows.map(({ id, changed_at }) => ({ caseId: id, atMs: changed_at }))
    },

    async crowded(updates) {
      const { rows } = await sql<{ id: string }>`
        select cases.id from cases
        join revisions on revisions.case_id = cases.id and revisions.number = cases.head_revision
        where (select count(*) from updates
          where updates.case_id = cases.id and updates.seq <= revisions.update_seq) > ${updates}
        order by cases.id`.execute(context.query)
      return rows.map(({ id }) => id)
    },
  }
}

async function gone<T>(work: () => Promise<T | Gone>): Promise<T | Gone> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof StoreRefusal && fault.code === 'no-such-case') return 'no-such-case'
    throw fault
  }
}

async function whyGone({ query }: StoreContext, caseId: string): Promise<Gone> {
  const row = await query.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst()
  return row === undefined ? 'no-such-case' : 'other-epoch'
}

async function see(context: StoreContext, caseId: string, known: KnownCase, last: number): Promise<SeenCase> {
  const later = last > known.seq ? await openTexts(context).since(caseId, known.seq) : []
  return {
    seq: later.at(-1)?.seq ?? known.seq,
    missing: later.map(({ seq, update }) => ({ seq, bytes: update })),
    attachments: await attached(context, caseId),
  }
}

async function attached(context: StoreContext, caseId: string): Promise<AttachedFile[]> {
  const files = await listAttachments(context, caseId)
  return files.map(({ path, hash, size }) => ({ path, sha256: hash, size }))
}

/**
 * Keeps updates in one statement, which is one round trip and, outside of one, a transaction. Taking the numbers locks the
 * row of the case until the commit, so updates become visible in the order of their numbers. Null where there is no such case of
 * this epoch.
 */
async function insert(
  { query, nowMs, process }: StoreContext,
  caseId: string,
  { epoch }: KnownCase,
  given: readonly WrittenUpdate[],
): Promise<number | null> {
  const updates = given.length > singleUpdates ? byUser(given) : given
  const count = updates.length
  const values = sql.join(
    updates.map(({ bytes, userId }, index) => sql`(${index + 1}::bigint, ${bytes}::bytea, ${userId}::text)`),
  )
  const { rows } = await sql<{ update_seq: number }>`
    with numbered as (
      update cases set update_seq = update_seq + ${count}, changed_at = ${nowMs()}
      where id = ${caseId} and epoch = ${epoch}
      returning update_seq
    ), kept as (
      insert into updates (case_id, seq, bytes, user_id, at)
      select ${caseId}, update_seq - ${count} + given.place, given.bytes, given.user_id, ${nowMs()}
      from numbered, (values ${values}) as given (place, bytes, user_id)
    )
    select update_seq, pg_notify('manil', json_build_object(
      'case', ${caseId}::text, 'about', 'texts', 'seq', update_seq, 'process', ${process}::text)::text)
    from numbered`.execute(query)
  return rows[0]?.update_seq ?? null
}

/** Updates of one transaction come into being together, so their order among each other is free. */
function byUser(updates: readonly WrittenUpdate[]): WrittenUpdate[] {
  const users = new Map<string | null, Uint8Array[]>()
  for (const { userId, bytes } of updates) {
    const own = users.get(userId)
    if (own === undefined) users.set(userId, [bytes])
    else own.push(bytes)
  }
  return [...users].map(([userId, own]) => ({ userId, bytes: Y.mergeUpdates(own) }))
}

/** A document with these texts and no past. */
function documentOf(texts: readonly CaseFile[]): SharedCase {
  const shared = openSharedCase()
  const files = sharedFiles(shared)
  for (const { path, text } of texts) files.set(path, new Y.Text(text as string))
  return shared
}
