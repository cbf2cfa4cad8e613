import type { Draft, ImportFormat, ImportNote, ImportResult } from '../interop/draft.js'
import { inTransaction, newId, type StoreContext, type TransactionContext } from './context.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { DraftsTable, ImportBatchesTable } from './tables.js'

/** A draft as it lies in a case's inbox. */
export interface StoredDraft {
  readonly id: string
  readonly batchId: string
  readonly draft: Draft
  readonly state: 'open' | 'accepted' | 'discarded' | 'merged'
  /** The fact that it became part of. */
  readonly factId: string | null
  /** The draft that it was merged into. */
  readonly mergedInto: string | null
  /** The draft that it was split from. */
  readonly splitFrom: string | null
  readonly decidedBy: string | null
  readonly decidedAtMs: number | null
}

/** One import. */
export interface ImportBatch {
  readonly id: string
  readonly format: ImportFormat
  /** Of the file that was imported, or what was pasted from. */
  readonly name: string
  readonly userId: string | null
  readonly atMs: number
  readonly notes: readonly ImportNote[]
  /** Whom the originals called what: for editors alone. */
  readonly people: ImportResult['people']
}

export interface NewBatch {
  readonly name: string
  readonly userId: string | null
  readonly result: ImportResult
}

export interface Drafts {
  /** Puts what was imported into the inbox. Drafts whose key is known already are left as they are, and counted. */
  add(
    caseId: string,
    batch: NewBatch,
  ): Promise<{ readonly batchId: string; readonly added: number; readonly known: number }>
  /** In the order of time, those without a time last; of one state where one is named. */
  list(caseId: string, state?: StoredDraft['state']): Promise<StoredDraft[]>
  /** Refuses `no-such-draft`. */
  get(caseId: string, id: string): Promise<StoredDraft>
  batches(caseId: string): Promise<ImportBatch[]>
  /** Changes an open draft. Refuses `no-such-draft`, `draft-decided`. */
  change(caseId: string, id: string, draft: Draft): Promise<StoredDraft>
  /** Notes the fact that it became, and the same for those merged into it. Refuses `no-such-draft`, `draft-decided`. */
  accept(caseId: string, id: string, factId: string, userId: string): Promise<StoredDraft>
  discard(caseId: string, id: string, userId: string): Promise<StoredDraft>
  /** One of two takes the other in: that one is `merged`, the other keeps its text as given. */
  merge(caseId: string, id: string, into: string, merged: Draft, userId: string): Promise<StoredDraft>
  /** Several in the place of one, which is then `merged` into the first of them. */
  split(caseId: string, id: string, parts: readonly Draft[], userId: string): Promise<StoredDraft[]>
  /** Makes a draft open again that was decided: the fact, where there is one, is the caller's to take out. */
  reopen(caseId: string, id: string): Promise<StoredDraft>
}

export function openDrafts(context: StoreContext): Drafts {
  const { query } = context
  const decide = (caseId: string, id: string, userId: string, set: Partial<DraftsTable>) =>
    inTransaction(context, async context => {
      await lockOpen(context, caseId, id)
      return await write(context, caseId, id, { ...set, decided_by: userId, decided_at: context.nowMs() })
    })

  return {
    add: (caseId, { name, userId, result }) =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        const batchId = newId(context)
        await query
          .insertInto('import_batches')
          .values({
            case_id: caseId,
            id: batchId,
            format: result.format,
            name,
            user_id: userId,
            at: nowMs(),
            notes: JSON.stringify(result.notes),
            people: JSON.stringify(result.people),
          })
          .execute()
        let added = 0
        for (const [position, draft] of result.drafts.entries()) {
          const done = await query
            .insertInto('drafts')
            .values(openRow(context, caseId, batchId, position, draft))
            .onConflict(conflict => conflict.columns(['case_id', 'key']).doNothing())
            .executeTakeFirst()
          added += Number(done.numInsertedOrUpdatedRows ?? 0)
        }
        await notify(context, 'drafts', caseId)
        return { batchId, added, known: result.drafts.length - added }
      }),

    async list(caseId, state) {
      const rows = await query
        .selectFrom('drafts')
        .selectAll()
        .where('case_id', '=', caseId)
        .$if(state !== undefined, some => some.where('state', '=', state!))
        .execute()
      return rows.sort(byPlace).map(draftOf).sort(byTime)
    },

    async get(caseId, id) {
      const row = await query
        .selectFrom('drafts')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (row === undefined) throw new StoreRefusal('no-such-draft')
      return draftOf(row)
    },

    async batches(caseId) {
      const rows = await query
        .selectFrom('import_batches')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(batchOf)
    },

    change: (caseId, id, draft) =>
      inTransaction(context, async context => {
        await lockOpen(context, caseId, id)
        return await write(context, caseId, id, { draft: JSON.stringify(draft) })
      }),

    accept: (caseId, id, factId, userId) =>
      inTransaction(context, async context => {
        const { query } = context
        await lockOpen(context, caseId, id)
        await query
          .updateTable('drafts')
          .set({ fact_id: factId })
          .where('case_id', '=', caseId)
          .where('merged_into', '=', id)
          .execute()
        const decided = { decided_by: userId, decided_at: context.nowMs() }
        return await write(context, caseId, id, { state: 'accepted', fact_id: factId, ...decided })
      }),

    discard: (caseId, id, userId) => decide(caseId, id, userId, { state: 'discarded' }),

    merge: (caseId, id, into, merged, userId) =>
      inTransaction(context, async context => {
        if (id === into) throw new StoreRefusal('draft-decided')
        // Locked in one order, so that two merges the other way round do not wait for each other.
        for (const one of [id, into].sort()) await lockOpen(context, caseId, one)
        const decided = { decided_by: userId, decided_at: context.nowMs() }
        await context.query
          .updateTable('drafts')
          .set({ merged_into: into })
          .where('case_id', '=', caseId)
          .where('merged_into', '=', id)
          .execute()
        await write(context, caseId, id, { state: 'merged', merged_into: into, ...decided })
        return await write(context, caseId, into, { draft: JSON.stringify(merged) })
      }),

    split: (caseId, id, parts, userId) =>
      inTransaction(context, async context => {
        const whole = await lockOpen(context, caseId, id)
        const made: StoredDraft[] = []
        for (const part of parts) {
          const row = {
            ...openRow(context, caseId, whole.batch_id, whole.position, part),
            split_from: id,
          }
          // Its key may be that of the whole; of its own it needs one that no later import has.
          const keyed = { ...row, key: `${row.key}#${row.id}` }
          await context.query.insertInto('drafts').values(keyed).execute()
          made.push(draftOf(keyed))
        }
        const decided = { decided_by: userId, decided_at: context.nowMs() }
        await write(context, caseId, id, { state: 'merged', merged_into: made[0]?.id ?? null, ...decided })
        return made
      }),

    reopen: (caseId, id) =>
      inTransaction(context, context =>
        write(context, caseId, id, {
          state: 'open',
          fact_id: null,
          merged_into: null,
          decided_by: null,
          decided_at: null,
        }),
      ),
  }
}

async function lockOpen({ query }: TransactionContext, caseId: string, id: string) {
  const row = await query
    .selectFrom('drafts')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-draft')
  if (row.state !== 'open') throw new StoreRefusal('draft-decided', { state: row.state })
  return row
}

async function write(context: StoreContext, caseId: string, id: string, set: Partial<DraftsTable>) {
  const row = await context.query
    .updateTable('drafts')
    .set(set)
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-draft')
  await notify(context, 'drafts', caseId)
  return draftOf(row)
}

function openRow(
  context: StoreContext,
  caseId: string,
  batchId: string,
  position: number,
  draft: Draft,
): DraftsTable {
  return {
    case_id: caseId,
    id: newId(context),
    batch_id: batchId,
    position,
    key: draft.key,
    draft: JSON.stringify(draft),
    state: 'open',
    fact_id: null,
    merged_into: null,
    split_from: null,
    decided_by: null,
    decided_at: null,
  }
}

function byPlace(a: DraftsTable, b: DraftsTable): number {
  // Parts of one draft have its place, and keys in their own order.
  return a.position - b.position || (a.key < b.key ? -1 : 1)
}

function byTime(a: StoredDraft, b: StoredDraft): number {
  const at = (draft: StoredDraft) => draft.draft.time?.fromEpochMs ?? Number.MAX_SAFE_INTEGER
  return at(a) - at(b)
}

function draftOf(row: DraftsTable): StoredDraft {
  return {
    id: row.id,
    batchId: row.batch_id,
    draft: JSON.parse(row.draft) as Draft,
    state: row.state,
    factId: row.fact_id,
    mergedInto: row.merged_into,
    splitFrom: row.split_from,
    decidedBy: row.decided_by,
    decidedAtMs: row.decided_at,
  }
}

function batchOf(row: ImportBatchesTable): ImportBatch {
  return {
    id: row.id,
    format: row.format as ImportFormat,
    name: row.name,
    userId: row.user_id,
    atMs: row.at,
    notes: JSON.parse(row.notes) as ImportNote[],
    people: JSON.parse(row.people) as ImportResult['people'],
  }
}
