import type { Anchor, Comment } from '../../../api/review.js'
import type { CasePath } from '../../../model/problem.js'
import type { OpenCase } from '../case/openCase.js'
import { api } from '../session/session.js'

/** A comment with what was answered to it, in the order of time. */
export interface Thread {
  readonly first: Comment
  readonly replies: readonly Comment[]
}

/** What can be done with the comments of a case. Each gives a sentence for people where it was not done. */
export interface CommentActs {
  readonly add: (anchor: Anchor, text: string, replyTo?: string) => Promise<string | null>
  readonly change: (
    id: string,
    change: { readonly text?: string; readonly resolved?: boolean },
  ) => Promise<string | null>
  readonly remove: (id: string) => Promise<string | null>
}

/** The comments of a case as threads, the oldest first. */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const byTime = [...comments].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
  const replies = new Map<string, Comment[]>()
  for (const comment of byTime) {
    if (comment.replyTo === null) continue
    replies.set(comment.replyTo, [...(replies.get(comment.replyTo) ?? []), comment])
  }
  const ids = new Set(byTime.map(({ id }) => id))
  return byTime
    .filter(({ replyTo }) => replyTo === null || !ids.has(replyTo))
    .map(first => ({ first, replies: replies.get(first.id) ?? [] }))
}

/** What is written comes back by the notice that everybody gets. */
export function commentActs(open: OpenCase): CommentActs {
  const params = { case: open.id }
  return {
    add: async (anchor, text, replyTo) => {
      const json = { anchor, text, replyTo: replyTo ?? null }
      return whyNot(await api.ask('post', '/api/cases/{case}/comments', { params, json }))
    },
    change: async (id, json) =>
      whyNot(await api.ask('patch', '/api/cases/{case}/comments/{id}', { params: { ...params, id }, json })),
    remove: async id =>
      whyNot(await api.ask('delete', '/api/cases/{case}/comments/{id}', { params: { ...params, id } })),
  }
}

/** Whether two anchors are at the same entry, the same words, or both at the case. */
export function isSameAnchor(a: Anchor, b: Anchor): boolean {
  if (a.kind === 'entry' && b.kind === 'entry') return entryKey(a.path) === entryKey(b.path)
  if (a.kind === 'text' && b.kind === 'text') return a.file === b.file && a.from === b.from && a.to === b.to
  return a.kind === b.kind
}

/** `facts/fire` for a path to an entry or one of its fields. */
export function entryKey(path: CasePath): string {
  return path.slice(0, 2).join('/')
}

function whyNot(asked: object): string | null {
  if (!('refused' in asked)) return null
  const { message, code } = asked.refused as { readonly message: string; readonly code: string }
  return message === '' ? code : message
}
