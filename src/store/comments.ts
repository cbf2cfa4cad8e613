import { inTransaction, newId, type StoreContext } from './context.js'
import { notify } from './notices.js'
import { StoreRefusal } from './storeRefusal.js'
import type { CommentsTable } from './tables.js'

/** What somebody says about a place of a case, or in answer to that. */
export interface Comment {
  readonly id: string
  /** The comment that it answers; null where it begins a thread. Threads are one level deep. */
  readonly parentId: string | null
  /** Where it stands: JSON of the page's own. Null for answers. */
  readonly anchor: unknown
  readonly userId: string
  readonly text: string
  readonly atMs: number
  readonly editedAtMs: number | null
  readonly resolvedAtMs: number | null
  readonly resolvedBy: string | null
}

export interface Comments {
  /** Oldest first. */
  list(caseId: string): Promise<Comment[]>
  /** Refuses `no-such-comment`. */
  get(caseId: string, id: string): Promise<Comment>
  /** Begins a thread. */
  add(caseId: string, comment: Pick<Comment, 'anchor' | 'userId' | 'text'>): Promise<Comment>
  /** Answers a thread; an answer to an answer goes to its thread. Refuses `no-such-comment`. */
  reply(caseId: string, parentId: string, comment: Pick<Comment, 'userId' | 'text'>): Promise<Comment>
  /** Refuses `no-such-comment`. */
  edit(caseId: string, id: string, text: string): Promise<Comment>
  /** Moves a thread, as when the text that it stands at was moved. */
  setAnchor(caseId: string, id: string, anchor: unknown): Promise<Comment>
  resolve(caseId: string, id: string, userId: string): Promise<Comment>
  reopen(caseId: string, id: string): Promise<Comment>
  /** Takes a comment away, with the answers to it. */
  remove(caseId: string, id: string): Promise<void>
}

export function openComments(context: StoreContext): Comments {
  const { query } = context
  const add = (caseId: string, comment: Pick<Comment, 'parentId' | 'anchor' | 'userId' | 'text'>) =>
    inTransaction(context, async context => {
      const row = {
        case_id: caseId,
        id: newId(context),
        parent_id: comment.parentId,
        anchor: comment.parentId === null ? JSON.stringify(comment.anchor ?? null) : null,
        user_id: comment.userId,
        text: comment.text,
        at: context.nowMs(),
        edited_at: null,
        resolved_at: null,
        resolved_by: null,
      }
      await context.query.insertInto('comments').values(row).execute()
      await notify(context, 'comments', caseId)
      return commentOf(row)
    })
  const change = (caseId: string, id: string, set: Partial<CommentsTable>) =>
    inTransaction(context, async context => {
      const row = await context.query
        .updateTable('comments')
        .set(set)
        .where('case_id', '=', caseId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (row === undefined) throw new StoreRefusal('no-such-comment')
      await notify(context, 'comments', caseId)
      return commentOf(row)
    })
  const get = async (caseId: string, id: string) => {
    const row = await query
      .selectFrom('comments')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) throw new StoreRefusal('no-such-comment')
    return commentOf(row)
  }

  return {
    async list(caseId) {
      const rows = await query
        .selectFrom('comments')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('at')
        .orderBy('id')
        .execute()
      return rows.map(commentOf)
    },
    get,
    add: (caseId, comment) => add(caseId, { ...comment, parentId: null }),
    async reply(caseId, parentId, comment) {
      const parent = await get(caseId, parentId)
      return add(caseId, { ...comment, anchor: null, parentId: parent.parentId ?? parent.id })
    },
    edit: (caseId, id, text) => change(caseId, id, { text, edited_at: context.nowMs() }),
    setAnchor: (caseId, id, anchor) => change(caseId, id, { anchor: JSON.stringify(anchor ?? null) }),
    resolve: (caseId, id, userId) =>
      change(caseId, id, { resolved_at: context.nowMs(), resolved_by: userId }),
    reopen: (caseId, id) => change(caseId, id, { resolved_at: null, resolved_by: null }),
    remove: (caseId, id) =>
      inTransaction(context, async context => {
        const done = await context.query
          .deleteFrom('comments')
          .where('case_id', '=', caseId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (done.numDeletedRows === 0n) throw new StoreRefusal('no-such-comment')
        await notify(context, 'comments', caseId)
      }),
  }
}

function commentOf(row: CommentsTable): Comment {
  return {
    id: row.id,
    parentId: row.parent_id,
    anchor: row.anchor === null ? null : JSON.parse(row.anchor),
    userId: row.user_id,
    text: row.text,
    atMs: row.at,
    editedAtMs: row.edited_at,
    resolvedAtMs: row.resolved_at,
    resolvedBy: row.resolved_by,
  }
}
