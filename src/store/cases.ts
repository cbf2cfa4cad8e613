import * as Y from 'yjs'
import { filesOf, replaceText, sharedFiles, sharedText } from '../collaboration/sharedCase.js'
import { byPath, type CaseFile, roleOf } from '../files/caseFile.js'
import { limits } from '../model/limits.js'
import { listAttachments, removeFile, writeFile } from './attachments.js'
import { blobBytes, blobsOf, forgetBlobs, putBlob } from './blobs.js'
import { checkCaseId, checkFree, checkPath } from './casePath.js'
import { lockCase, touchCase } from './caseRow.js'
import { inTransaction, newId, type StoreContext } from './context.js'
import { notify } from './notices.js'
import { commitRevision } from './revisions.js'
import { StoreRefusal } from './storeRefusal.js'
import type { CasesTable } from './tables.js'
import { changeTexts, loadTexts, type StoredChange } from './texts.js'

/** A case of the workspace. */
export interface Case {
  /** The name of its folder. */
  readonly id: string
  /** As the case names itself, kept here so that lists need not read cases; its form is the caller's to choose. */
  readonly title: string
  /** Changes when the case's history begins anew, as after a restore: copies of another epoch are thrown away. */
  readonly epoch: string
  /** The number of the last update of its texts. */
  readonly updateSeq: number
  /** The number of the last revision. */
  readonly headRevision: number
  readonly createdAtMs: number
  readonly changedAtMs: number
}

export interface NewCase {
  readonly id: string
  readonly title: string
  /** Texts and attachments, as readCaseFolder gives them. */
  readonly files: readonly CaseFile[]
  /** Becomes its owner; null: nobody yet. */
  readonly userId: string | null
  /** Of the first revision. */
  readonly message: string
  readonly kind?: string
}

export interface Cases {
  /**
   * Makes a case of files, with its first revision. What comes out is what went in, to the byte. Refuses `case-exists`,
   * `bad-case-id`, `bad-path`, `path-taken`, and what is beyond a limit.
   */
  create(newCase: NewCase): Promise<Case>
  get(id: string): Promise<Case | null>
  /** All, the last changed first. */
  list(): Promise<Case[]>
  /** Notes what the case calls itself now. */
  setTitle(id: string, title: string): Promise<void>
  /** The files as they are now, by path: texts and attachments. Refuses `no-such-case`. */
  files(id: string): Promise<CaseFile[]>
  /**
   * Makes the case's files these and no others, each text by its smallest change: to go back to a revision, or to take
   * a folder in that was changed elsewhere. The caller's live document applies the change that is given.
   */
  replaceFiles(id: string, files: readonly CaseFile[], userId: string | null): Promise<StoredChange>
  /** Removes a case with all that is its own. Refuses `no-such-case`. */
  remove(id: string): Promise<void>
}

export function openCases(context: StoreContext): Cases {
  const { query } = context
  return {
    create: ({ id, title, files, userId, message, kind }) =>
      inTransaction(context, async context => {
        checkCaseId(id)
        checkFiles(files)
        const { query, nowMs } = context
        const now = nowMs()
        const inserted = await query
          .insertInto('cases')
          .values({
            id,
            title,
            epoch: newId(context),
            update_seq: 0,
            head_revision: 0,
            head_hash: '',
            created_at: now,
            changed_at: now,
          })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst()
        if (inserted.numInsertedOrUpdatedRows === 0n) throw new StoreRefusal('case-exists', { case: id })
        if (userId !== null) {
          await query
            .insertInto('members')
            .values({ case_id: id, user_id: userId, role: 'owner', sign_off_roles: '[]', added_at: now })
            .execute()
        }
        await writeFiles(context, id, files, userId)
        await commitRevision(context, await lockCase(context, id), { kind: kind ?? 'created', message })
        await notify(context, 'case', id)
        return caseOf(await lockCase(context, id))
      }),

    async get(id) {
      const row = await query.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : caseOf(row)
    },

    async list() {
      const rows = await query
        .selectFrom('cases')
        .selectAll()
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(caseOf)
    },

    async setTitle(id, title) {
      const done = await query
        .updateTable('cases')
        .set({ title })
        .where('id', '=', id)
        .where('title', '<>', title)
        .executeTakeFirst()
      if (done.numUpdatedRows > 0n) await notify(context, 'case', id)
    },

    async files(id) {
      const { shared } = await loadTexts(context, id)
      const attachments: CaseFile[] = []
      for (const { path, hash } of await listAttachments(context, id)) {
        attachments.push({ path, text: await blobBytes(context, hash) })
      }
      return [...filesOf(shared), ...attachments].sort(byPath)
    },

    replaceFiles: (id, files, userId) =>
      inTransaction(context, async context => {
        checkFiles(files)
        await lockCase(context, id)
        const change = await writeFiles(context, id, files, userId)
        await touchCase(context, id)
        await notify(context, 'attachments', id)
        return change
      }),

    remove: id =>
      inTransaction(context, async context => {
        await lockCase(context, id)
        const blobs = await blobsOf(context, id)
        await context.query.deleteFrom('cases').where('id', '=', id).execute()
        await forgetBlobs(context, blobs)
        await notify(context, 'case', id)
      }),
  }
}

/** Makes the files of a case these and no others. */
async function writeFiles(
  context: StoreContext,
  id: string,
  files: readonly CaseFile[],
  userId: string | null,
): Promise<StoredChange> {
  const bytes = new Map(files.flatMap(({ path, text }) => (typeof text === 'string' ? [] : [[path, text]])))
  const there = new Map((await listAttachments(context, id)).map(({ path, hash }) => [path, hash]))
  for (const path of there.keys()) if (!bytes.has(path)) await removeFile(context, id, path)
  for (const [path, content] of bytes) {
    const hash = await putBlob(context, content)
    if (there.get(path) !== hash) await writeFile(context, id, path, hash, userId)
  }
  return changeTexts(context, id, userId, shared => {
    const texts = sharedFiles(shared)
    const wanted = new Map(
      files.flatMap(({ path, text }) => (typeof text === 'string' ? [[path, text]] : [])),
    )
    for (const path of [...texts.keys()]) if (!wanted.has(path)) texts.delete(path)
    for (const [path, text] of wanted) {
      if (sharedText(shared, path) === null) texts.set(path, new Y.Text(text))
      else replaceText(shared, path, text, null)
    }
  })
}

/** Refuses files that no case can have, and a case beyond its limits. */
function checkFiles(files: readonly CaseFile[]): void {
  if (files.length > limits.files) throw new StoreRefusal('too-many-files', { limit: limits.files })
  const sizes = { text: 0, attachment: 0 }
  const seen: string[] = []
  for (const { path, text } of [...files].sort(byPath)) {
    checkPath(path)
    // By path, what stands in the way of a file comes right before it, or is a folder of it.
    checkFree(path, seen)
    seen.push(path)
    const kind = roleOf(path) === 'attachment' ? 'attachment' : 'text'
    const size = Buffer.byteLength(text)
    const limit = kind === 'attachment' ? limits.attachmentBytes : limits.fileBytes
    if (size > limit) throw new StoreRefusal('file-too-large', { path, limit })
    sizes[kind] += size
  }
  if (sizes.text > limits.caseBytes) throw new StoreRefusal('case-too-large', { limit: limits.caseBytes })
  if (sizes.attachment > limits.attachmentsBytes) {
    throw new StoreRefusal('attachments-too-large', { limit: limits.attachmentsBytes })
  }
}

function caseOf(row: CasesTable): Case {
  return {
    id: row.id,
    title: row.title,
    epoch: row.epoch,
    updateSeq: row.update_seq,
    headRevision: row.head_revision,
    createdAtMs: row.created_at,
    changedAtMs: row.changed_at,
  }
}
