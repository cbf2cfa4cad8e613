import { sharedFiles } from '../collaboration/sharedCase.js'
import { roleOf } from '../files/caseFile.js'
import { limits } from '../model/limits.js'
import { blobBytes, putBlob } from './blobs.js'
import { checkFree, checkPath } from './casePath.js'
import { lockCase, touchCase } from './caseRow.js'
import { inTransaction, type StoreContext, type TransactionContext } from './context.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import { loadTexts } from './texts.js'

/** A file of a case that is no text: evidence, or a text file whose bytes are no UTF-8. */
export interface Attachment {
  readonly path: string
  readonly hash: string
  readonly size: number
  readonly userId: string | null
  readonly atMs: number
}

export interface Attachments {
  /** By path. */
  list(caseId: string): Promise<Attachment[]>
  /** Refuses `no-such-file`. */
  read(caseId: string, path: string): Promise<Attachment & { readonly bytes: Uint8Array }>
  /**
   * Adds or replaces a file under `evidence/`. Refuses `no-such-case`, `bad-path`, `path-taken`, `file-too-large`,
   * `attachments-too-large`, `too-many-files`.
   */
  put(caseId: string, path: string, bytes: Uint8Array, userId: string | null): Promise<Attachment>
  /** Refuses `no-such-file`, `bad-path`, `path-taken`. */
  rename(caseId: string, from: string, to: string, userId: string | null): Promise<Attachment>
  /** Refuses `no-such-file`. Earlier revisions keep it. */
  remove(caseId: string, path: string): Promise<void>
}

export function openAttachments(context: StoreContext): Attachments {
  return {
    list: caseId => listAttachments(context, caseId),

    read: async (caseId, path) => {
      const attachment = await one(context, caseId, path)
      return { ...attachment, bytes: await blobBytes(context, attachment.hash) }
    },

    put: (caseId, path, bytes, userId) =>
      inTransaction(context, async context => {
        checkEvidencePath(path)
        await lockCase(context, caseId)
        await checkFits(context, caseId, path, bytes.length)
        await writeFile(context, caseId, path, await putBlob(context, bytes), userId)
        return changed(context, caseId, path)
      }),

    rename: (caseId, from, to, userId) =>
      inTransaction(context, async context => {
        checkEvidencePath(to)
        await lockCase(context, caseId)
        const { hash } = await one(context, caseId, from)
        if (from === to) return one(context, caseId, to)
        const others = await listAttachments(context, caseId)
        checkFree(
          to,
          others.map(other => other.path).filter(path => path !== from),
        )
        await removeFile(context, caseId, from)
        await writeFile(context, caseId, to, hash, userId)
        return changed(context, caseId, to)
      }),

    remove: (caseId, path) =>
      inTransaction(context, async context => {
        await lockCase(context, caseId)
        await one(context, caseId, path)
        await removeFile(context, caseId, path)
        await touchCase(context, caseId)
        await notify(context, 'attachments', caseId)
      }),
  }
}

function checkEvidencePath(path: string): void {
  checkPath(path)
  if (roleOf(path) !== 'attachment') throw new StoreRefusal('bad-path', { path })
}

async function checkFits(
  context: TransactionContext,
  caseId: string,
  path: string,
  size: number,
): Promise<void> {
  if (size > limits.attachmentBytes) {
    throw new StoreRefusal('file-too-large', { path, limit: limits.attachmentBytes })
  }
  const others = (await listAttachments(context, caseId)).filter(other => other.path !== path)
  checkFree(
    path,
    others.map(other => other.path),
  )
  const total = others.reduce((sum, other) => sum + other.size, size)
  if (total > limits.attachmentsBytes) {
    throw new StoreRefusal('attachments-too-large', { limit: limits.attachmentsBytes })
  }
  const { shared } = await loadTexts(context, caseId)
  if (others.length + sharedFiles(shared).size >= limits.files) {
    throw new StoreRefusal('too-many-files', { limit: limits.files })
  }
}

async function changed(context: StoreContext, caseId: string, path: string): Promise<Attachment> {
  await touchCase(context, caseId)
  await notify(context, 'attachments', caseId)
  return one(context, caseId, path)
}

/** Puts a blob at a path of a case. */
export async function writeFile(
  { query, nowMs }: StoreContext,
  caseId: string,
  path: string,
  hash: string,
  userId: string | null,
): Promise<void> {
  const file = { blob_hash: hash, user_id: userId, at: nowMs() }
  await query
    .insertInto('case_files')
    .values({ case_id: caseId, path, ...file })
    .onConflict(conflict => conflict.columns(['case_id', 'path']).doUpdateSet(file))
    .execute()
}

/** Takes a blob from a path of a case. */
export async function removeFile({ query }: StoreContext, caseId: string, path: string): Promise<void> {
  await query.deleteFrom('case_files').where('case_id', '=', caseId).where('path', '=', path).execute()
}

/** The files of a case that are no texts, by path. */
export async function listAttachments(context: StoreContext, caseId: string): Promise<Attachment[]> {
  return (await select(context, caseId).orderBy('path').execute()).map(attachmentOf)
}

async function one(context: StoreContext, caseId: string, path: string): Promise<Attachment> {
  const row = await select(context, caseId).where('path', '=', path).executeTakeFirst()
  if (row === undefined) throw new StoreRefusal('no-such-file', { path })
  return attachmentOf(row)
}

function select({ query }: StoreContext, caseId: string) {
  return query
    .selectFrom('case_files')
    .innerJoin('blobs', 'blobs.hash', 'case_files.blob_hash')
    .select(['path', 'hash', 'size', 'user_id', 'at'])
    .where('case_id', '=', caseId)
}

function attachmentOf(row: {
  path: string
  hash: string
  size: number
  user_id: string | null
  at: number
}): Attachment {
  return { path: row.path, hash: row.hash, size: row.size, userId: row.user_id, atMs: row.at }
}
