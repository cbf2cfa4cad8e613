import { sql } from 'kysely'
import * as Y from 'yjs'
import { openSharedCase, type SharedCase, sharedFiles } from '../collaboration/sharedCase.js'
import { roleOf } from '../files/caseFile.js'
import { limits } from '../model/limits.js'
import { checkFree, checkPath } from './casePath.js'
import { lockCase } from './caseRow.js'
import { inTransaction, type StoreContext, type TransactionContext } from './context.js'
import { StoreRefusal } from './storeRefusal.js'

/** The texts of a case after its update `seq`. */
export interface LoadedTexts {
  readonly shared: SharedCase
  readonly seq: number
  readonly epoch: string
}

/** A change of the set of texts, as stored: what the live document applies. Null update: nothing changed. */
export interface StoredChange {
  readonly seq: number
  readonly update: Uint8Array | null
}

/**
 * The texts of cases as Yjs updates, numbered without gaps from 1. Whether an update is decent (it changes texts, and
 * adds or removes none) is for the server to judge before it appends; the store refuses only what cannot be read.
 */
export interface Texts {
  /**
   * Keeps updates, all or none. When the promise is fulfilled they are kept for good, and other processes are told.
   * Gives the number of the last. Refuses `no-such-case`, `bad-update`.
   */
  append(caseId: string, updates: readonly Uint8Array[], userId: string | null): Promise<number>
  /**
   * The updates after a number, in order. Where that far back they are compacted, the first of them is the state of
   * all up to its number; applying what one has already does no harm.
   */
  since(caseId: string, seq: number): Promise<{ readonly seq: number; readonly update: Uint8Array }[]>
  /** Refuses `no-such-case`. */
  load(caseId: string): Promise<LoadedTexts>
  /** Makes one state of the updates up to the last revision, which is where nobody needs them singly any more. */
  compact(caseId: string): Promise<void>
  /** Adds a text file. Refuses `bad-path`, `not-a-text`, `path-taken`, `file-too-large`, `too-many-files`. */
  create(caseId: string, path: string, text: string, userId: string | null): Promise<StoredChange>
  /** Gives a text another path. What is being written at its old path at that moment is lost. */
  rename(caseId: string, from: string, to: string, userId: string | null): Promise<StoredChange>
  /** Refuses `no-such-file`. */
  remove(caseId: string, path: string, userId: string | null): Promise<StoredChange>
}

export function openTexts(context: StoreContext): Texts {
  return {
    append: (caseId, updates, userId) => appendUpdates(context, caseId, updates, userId),

    since: (caseId, seq) => updatesSince(context, caseId, seq),

    load: caseId => loadTexts(context, caseId),

    compact: caseId =>
      inTransaction(context, async context => {
        const { query, nowMs } = context
        await lockCase(context, caseId)
        const head = await query
          .selectFrom('revisions')
          .select('update_seq')
          .where('case_id', '=', caseId)
          .orderBy('number', 'desc')
          .executeTakeFirst()
        const updates = (await updatesSince(context, caseId, -1)).filter(
          ({ seq }) => seq <= (head?.update_seq ?? 0),
        )
        const last = updates.at(-1)
        if (last === undefined || updates.length === 1) return
        const compacted = { seq: last.seq, state: Y.encodeStateAsUpdate(documentOf(updates)), at: nowMs() }
        await query
          .insertInto('snapshots')
          .values({ case_id: caseId, ...compacted })
          .onConflict(conflict => conflict.column('case_id').doUpdateSet(compacted))
          .execute()
        await query.deleteFrom('updates').where('case_id', '=', caseId).where('seq', '<=', last.seq).execute()
      }),

    create: (caseId, path, text, userId) =>
      changeTexts(context, caseId, userId, (shared, attached) => {
        checkTextPath(path)
        const files = sharedFiles(shared)
        checkFree(path, [...files.keys(), ...attached])
        if (files.size + attached.length >= limits.files) {
          throw new StoreRefusal('too-many-files', { limit: limits.files })
        }
        if (Buffer.byteLength(text) > limits.fileBytes) {
          throw new StoreRefusal('file-too-large', { path, limit: limits.fileBytes })
        }
        files.set(path, new Y.Text(text))
      }),

    rename: (caseId, from, to, userId) =>
      changeTexts(context, caseId, userId, (shared, attached) => {
        checkTextPath(to)
        const files = sharedFiles(shared)
        const text = files.get(from)
        if (!(text instanceof Y.Text)) throw new StoreRefusal('no-such-file', { path: from })
        checkFree(to, [...[...files.keys()].filter(path => path !== from), ...attached])
        if (from === to) return
        files.set(to, new Y.Text(text.toString()))
        files.delete(from)
      }),

    remove: (caseId, path, userId) =>
      changeTexts(context, caseId, userId, shared => {
        const files = sharedFiles(shared)
        if (!files.has(path)) throw new StoreRefusal('no-such-file', { path })
        files.delete(path)
      }),
  }
}

function checkTextPath(path: string): void {
  checkPath(path)
  if (roleOf(path) === 'attachment') throw new StoreRefusal('not-a-text', { path })
}

async function appendUpdates(
  { query, nowMs, process }: StoreContext,
  caseId: string,
  updates: readonly Uint8Array[],
  userId: string | null,
): Promise<number> {
  updates.forEach(checkUpdate)
  const count = updates.length
  if (count === 0) throw new RangeError('There are no updates to keep.')
  // One statement is one round trip and one transaction. Taking the numbers locks the case's row until the commit, so
  // updates become visible in the order of their numbers.
  const values = sql.join(updates.map((bytes, index) => sql`(${index + 1}::bigint, ${bytes}::bytea)`))
  const { rows } = await sql<{ update_seq: number }>`
    with numbered as (
      update cases set update_seq = update_seq + ${count}, changed_at = ${nowMs()} where id = ${caseId}
      returning update_seq
    ), kept as (
      insert into updates (case_id, seq, bytes, user_id, at)
      select ${caseId}, update_seq - ${count} + given.place, given.bytes, ${userId}, ${nowMs()}
      from numbered, (values ${values}) as given (place, bytes)
    )
    select update_seq, pg_notify('manil', json_build_object(
      'case', ${caseId}::text, 'about', 'texts', 'seq', update_seq, 'process', ${process}::text)::text)
    from numbered`.execute(query)
  if (rows[0] === undefined) throw new StoreRefusal('no-such-case', { case: caseId })
  return rows[0].update_seq
}

/** Refuses bytes that are no update: one of them would keep the whole case from being opened. */
function checkUpdate(bytes: Uint8Array): void {
  try {
    Y.decodeUpdate(bytes)
  } catch {
    throw new StoreRefusal('bad-update', { bytes: bytes.length })
  }
}

/** One statement, so that compacting at the same moment leaves no hole between the two tables. */
async function updatesSince(
  { query }: StoreContext,
  caseId: string,
  seq: number,
): Promise<{ seq: number; update: Uint8Array }[]> {
  return query
    .selectFrom('snapshots')
    .select(['seq', 'state as update'])
    .where('case_id', '=', caseId)
    .where('seq', '>', seq)
    .unionAll(
      query
        .selectFrom('updates')
        .select(['seq', 'bytes as update'])
        .where('case_id', '=', caseId)
        .where('seq', '>', seq),
    )
    .orderBy('seq')
    .execute()
}

/** The document that updates make. */
export function documentOf(updates: readonly { readonly update: Uint8Array }[]): SharedCase {
  const shared = openSharedCase()
  shared.transact(() => {
    for (const { update } of updates) Y.applyUpdate(shared, update)
  })
  return shared
}

/** Loads the texts of a case. Refuses `no-such-case`. */
export async function loadTexts(context: StoreContext, caseId: string): Promise<LoadedTexts> {
  const row = await context.query
    .selectFrom('cases')
    .select('epoch')
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-case', { case: caseId })
  const updates = await updatesSince(context, caseId, -1)
  return { shared: documentOf(updates), seq: updates.at(-1)?.seq ?? 0, epoch: row.epoch }
}

/**
 * Changes the set of texts under the lock of the case and keeps the change as one update. `change` gets the paths of
 * the case's other files.
 */
export async function changeTexts(
  context: StoreContext,
  caseId: string,
  userId: string | null,
  change: (shared: SharedCase, attached: readonly string[]) => void,
): Promise<StoredChange> {
  return inTransaction(context, async context => {
    await lockCase(context, caseId)
    const { shared, seq } = await loadTexts(context, caseId)
    const attached = await attachedPaths(context, caseId)
    const update = updateOf(shared, () => change(shared, attached))
    if (update === null) return { seq, update }
    return { seq: await appendUpdates(context, caseId, [update], userId), update }
  })
}

async function attachedPaths({ query }: TransactionContext, caseId: string): Promise<string[]> {
  const rows = await query.selectFrom('case_files').select('path').where('case_id', '=', caseId).execute()
  return rows.map(row => row.path)
}

/** What a change of a document adds to it, as one update; null where it changes nothing. */
export function updateOf(shared: SharedCase, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  shared.on('update', keep)
  try {
    shared.transact(change)
  } finally {
    shared.off('update', keep)
  }
  return updates.length === 0 ? null : Y.mergeUpdates(updates)
}
