import { filesOf } from '../collaboration/sharedCase.js'
import { byPath, type CaseFile, roleOf } from '../files/caseFile.js'
import { listAttachments } from './attachments.js'
import { blobBytes, putBlob } from './blobs.js'
import { lockCase } from './caseRow.js'
import { inTransaction, type StoreContext } from './context.js'
import { sha256 } from './hash.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { CasesTable, RevisionsTable } from './tables.js'
import { type LoadedTexts, loadTexts } from './texts.js'

/** All files of a case at one moment, as their hashes. */
export interface Revision {
  /** Counts up from 1 without gaps. */
  readonly number: number
  readonly atMs: number
  /** User ids, sorted; none where the program itself wrote. */
  readonly authors: readonly string[]
  readonly message: string
  /** What made it: `created`, `edited`, `imported`, `restored`, … */
  readonly kind: string
  /** Of this revision and, through it, of all before. */
  readonly hash: string
}

/** What became of a file: hashes before and after, null where there was or is none. */
export interface FileChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

export interface NewRevision {
  readonly kind: string
  readonly message: string
  /** Who took part beside those whose updates and attachments are in it, which are found by themselves. */
  readonly authors?: readonly string[]
  /** The live document, where the caller has it: taken if it is as far as the store is. */
  readonly live?: Pick<LoadedTexts, 'shared' | 'seq'>
}

/**
 * The revisions of cases. Each keeps only what changed, and the hash of all that with the hash before it: who changes
 * an old one must change all after it, and the one that somebody signed.
 */
export interface Revisions {
  /** Makes a revision of the case as it is now; null where nothing differs from the last. Refuses `no-such-case`. */
  commit(caseId: string, revision: NewRevision): Promise<Revision | null>
  /** Newest first, at most `limit` before `beforeNumber`. */
  list(caseId: string, limit: number, beforeNumber?: number): Promise<Revision[]>
  /** Refuses `no-such-revision`. */
  get(caseId: string, number: number): Promise<Revision>
  /** Path → hash of every file. Refuses `no-such-revision`. */
  tree(caseId: string, number: number): Promise<Map<string, string>>
  /** Every file, by path. */
  files(caseId: string, number: number): Promise<CaseFile[]>
  /** One file. Refuses `no-such-revision`, `no-such-file`. */
  file(caseId: string, number: number, path: string): Promise<CaseFile>
  /** What differs between two, by path; 0 is the empty case before the first. */
  changes(caseId: string, from: number, to: number): Promise<FileChange[]>
}

export function openRevisions(context: StoreContext): Revisions {
  const { query } = context
  const known = async (caseId: string, number: number) => {
    const row = await query
      .selectFrom('revisions')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('number', '=', number)
      .executeTakeFirst()
    if (row === undefined) throw new StoreRefusal('no-such-revision', { revision: number })
    return revisionOf(row)
  }
  const tree = async (caseId: string, number: number) => {
    await known(caseId, number)
    return treeAt(context, caseId, number)
  }
  return {
    commit: (caseId, revision) =>
      inTransaction(context, async context =>
        commitRevision(context, await lockCase(context, caseId), revision),
      ),

    async list(caseId, limit, beforeNumber) {
      const rows = await query
        .selectFrom('revisions')
        .selectAll()
        .where('case_id', '=', caseId)
        .$if(beforeNumber !== undefined, some => some.where('number', '<', beforeNumber!))
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(revisionOf)
    },

    get: known,
    tree,

    async files(caseId, number) {
      const files: CaseFile[] = []
      for (const [path, hash] of await tree(caseId, number)) {
        files.push(fileOf(path, await blobBytes(context, hash)))
      }
      return files.sort(byPath)
    },

    async file(caseId, number, path) {
      const hash = (await tree(caseId, number)).get(path)
      if (hash === undefined) throw new StoreRefusal('no-such-file', { path })
      return fileOf(path, await blobBytes(context, hash))
    },

    async changes(caseId, from, to) {
      const before = from === 0 ? new Map<string, string>() : await tree(caseId, from)
      return differences(before, await tree(caseId, to))
    },
  }
}

/** A file from its bytes: what is no attachment and is UTF-8 is text, its byte order mark included. */
export function fileOf(path: string, bytes: Uint8Array): CaseFile {
  return { path, text: roleOf(path) === 'attachment' ? bytes : (decoded(bytes) ?? bytes) }
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8Decoder.decode(bytes)
  } catch {
    return null
  }
}

/** Makes a revision of a case that is locked. */
export async function commitRevision(
  context: StoreContext,
  row: CasesTable,
  { kind, message, authors, live }: NewRevision,
): Promise<Revision | null> {
  const { query, nowMs } = context
  const { shared, seq } = live?.seq === row.update_seq ? live : await loadTexts(context, row.id)
  const texts = new Map(filesOf(shared).map(({ path, text }) => [path, Buffer.from(text as string)]))
  const attachments = await listAttachments(context, row.id)
  const tree = new Map([
    ...[...texts].map(([path, bytes]) => [path, sha256(bytes)] as const),
    ...attachments.map(({ path, hash }) => [path, hash] as const),
  ])
  const changes = differences(await treeAt(context, row.id, row.head_revision), tree)
  if (changes.length === 0) return null

  for (const { path } of changes) {
    const bytes = texts.get(path)
    if (bytes !== undefined) await putBlob(context, bytes)
  }
  const attachers = attachments.filter(({ path }) => changes.some(change => change.path === path))
  const everyone = new Set([
    ...(authors ?? []),
    ...(await writersSince(context, row)),
    ...attachers.flatMap(({ userId }) => (userId === null ? [] : [userId])),
  ])
  const revision: Omit<RevisionsTable, 'hash'> = {
    case_id: row.id,
    number: row.head_revision + 1,
    at: nowMs(),
    authors: JSON.stringify([...everyone].sort()),
    message,
    kind,
    update_seq: seq,
    previous_hash: row.head_hash,
  }
  const hash = revisionHash(
    revision,
    changes.map(({ path, after }) => [path, after]),
  )
  await query
    .insertInto('revisions')
    .values({ ...revision, hash })
    .execute()
  for (const { path, after } of changes) {
    await query
      .insertInto('revision_changes')
      .values({ case_id: row.id, number: revision.number, path, blob_hash: after })
      .execute()
  }
  await query
    .updateTable('cases')
    .set({ head_revision: revision.number, head_hash: hash, changed_at: revision.at })
    .where('id', '=', row.id)
    .execute()
  await notify(context, 'revisions', row.id)
  return revisionOf({ ...revision, hash })
}

/** The hash of a revision: of the hash before it and all that it says, in this order, as JSON. Changes are by path. */
export function revisionHash(
  row: Omit<RevisionsTable, 'hash'>,
  changes: readonly (readonly [path: string, hash: string | null])[],
): string {
  const { previous_hash, case_id, number, at, authors, message, kind } = row
  return sha256(
    JSON.stringify([previous_hash, case_id, number, at, JSON.parse(authors), message, kind, changes]),
  )
}

async function writersSince({ query }: StoreContext, row: CasesTable): Promise<string[]> {
  const head = await query
    .selectFrom('revisions')
    .select('update_seq')
    .where('case_id', '=', row.id)
    .where('number', '=', row.head_revision)
    .executeTakeFirst()
  const rows = await query
    .selectFrom('updates')
    .select('user_id')
    .distinct()
    .where('case_id', '=', row.id)
    .where('seq', '>', head?.update_seq ?? 0)
    .where('user_id', 'is not', null)
    .execute()
  return rows.map(({ user_id }) => user_id!)
}

/** Path → hash of every file of a case at a revision. */
export async function treeAt(
  { query }: StoreContext,
  caseId: string,
  number: number,
): Promise<Map<string, string>> {
  const rows = await query
    .selectFrom('revision_changes')
    .select(['path', 'blob_hash'])
    .distinctOn('path')
    .where('case_id', '=', caseId)
    .where('number', '<=', number)
    .orderBy('path')
    .orderBy('number', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ path, blob_hash }) => (blob_hash === null ? [] : [[path, blob_hash] as const])),
  )
}

/** What differs between two trees, by path. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths
    .map(path => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter(change => change.before !== change.after)
}

function revisionOf(row: RevisionsTable): Revision {
  return {
    number: row.number,
    atMs: row.at,
    authors: JSON.parse(row.authors) as string[],
    message: row.message,
    kind: row.kind,
    hash: row.hash,
  }
}
