import {
  type Anchor,
  addComment,
  type Comment as CommentBody,
  changeComment,
  listComments,
  removeComment,
} from '../../../api/review.js'
import type { Comment } from '../../../store/comments.js'
import { type Answer, callerOf, caseOf } from '../environment.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

/** Comments on facts and sentences. */
export function commentRoutes(answer: Answer, workspace: Workspace): void {
  const { store } = workspace

  answer(listComments, async context => {
    const all = await store.comments.list(caseOf(context).id)
    return context.json({ comments: await bodiesOf(workspace, all) }, 200)
  })

  answer(addComment, async context => {
    const { id } = caseOf(context)
    const { anchor, replyTo, text } = context.req.valid('json')
    const userId = callerOf(context).user.id
    const made =
      replyTo === null
        ? await store.comments.add(id, { anchor, userId, text })
        : await store.comments.reply(id, replyTo, { userId, text })
    return context.json(await bodyOf(workspace, id, made), 201)
  })

  answer(changeComment, async context => {
    const { id: caseId } = caseOf(context)
    const { id } = context.req.valid('param')
    const { text, resolved } = context.req.valid('json')
    const userId = callerOf(context).user.id
    let comment = await store.comments.get(caseId, id)
    if (text !== undefined) {
      if (comment.userId !== userId) throw new Refused(403, 'not-yours')
      comment = await store.comments.edit(caseId, id, text)
    }
    if (resolved !== undefined) {
      comment = resolved
        ? await store.comments.resolve(caseId, id, userId)
        : await store.comments.reopen(caseId, id)
    }
    return context.json(await bodyOf(workspace, caseId, comment), 200)
  })

  answer(removeComment, async context => {
    const { id: caseId, role } = caseOf(context)
    const { id } = context.req.valid('param')
    const comment = await store.comments.get(caseId, id)
    if (comment.userId !== callerOf(context).user.id && role !== 'owner') throw new Refused(403, 'not-yours')
    await store.comments.remove(caseId, id)
    return context.body(null, 204)
  })
}

async function bodyOf(workspace: Workspace, caseId: string, comment: Comment): Promise<CommentBody> {
  const thread =
    comment.parentId === null ? [] : [await workspace.store.comments.get(caseId, comment.parentId)]
  const bodies = await bodiesOf(workspace, [...thread, comment])
  return bodies.at(-1)!
}

/** Comments with the names of who wrote them. An answer stands where its thread does. */
async function bodiesOf({ store }: Workspace, comments: readonly Comment[]): Promise<CommentBody[]> {
  const ids = [...new Set(comments.map(({ userId }) => userId))]
  const users = await Promise.all(ids.map(id => store.users.get(id)))
  const names = new Map(users.flatMap(user => (user === null ? [] : [[user.id, user.name]])))
  const anchors = new Map(comments.map(({ id, anchor }) => [id, anchor]))
  return comments.map(comment => ({
    id: comment.id,
    anchor: ((comment.parentId === null ? comment.anchor : anchors.get(comment.parentId)) ?? {
      kind: 'case',
    }) as Anchor,
    replyTo: comment.parentId,
    by: { user: comment.userId, name: names.get(comment.userId) ?? comment.userId },
    atMs: comment.atMs,
    editedMs: comment.editedAtMs,
    text: comment.text,
    resolved: comment.resolvedAtMs !== null,
  }))
}
