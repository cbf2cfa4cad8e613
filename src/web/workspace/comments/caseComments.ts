import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Anchor, Comment } from '../../../api/review.js'
import type { CasePath } from '../../../model/problem.js'
import type { Refused } from '../api/api.js'
import type { OpenCase } from '../case/openCase.js'
import { api } from '../session/session.js'

/** A comment with what was answered to it, in the order of time. */
export interface Thread {
  readonly first: Comment
  readonly replies: readonly Comment[]
}

/** The comments of an open case. They follow what others write. */
export interface CaseComments {
  readonly threads: ReadonlySignal<readonly Thread[]>
  /** Threads about an entry, by its path as `facts/fire`: how many are not settled. */
  readonly openByEntry: ReadonlySignal<ReadonlyMap<string, number>>
  /** A sentence for people where something was not done. */
  readonly add: (anchor: Anchor, text: string, replyTo?: string) => Promise<string | null>
  readonly change: (
    id: string,
    change: { readonly text?: string; readonly resolved?: boolean },
  ) => Promise<string | null>
  readonly remove: (id: string) => Promise<string | null>
}

/** One store a case, made when a page first asks for it and kept with the case. */
const opened = new WeakMap<OpenCase, CaseComments>()

/** The comments of a case. */
export function commentsOf(open: OpenCase): CaseComments {
  const known = opened.get(open)
  if (known !== undefined) return known
  const made = openComments(open)
  opened.set(open, made)
  return made
}

/** `facts/fire` for an anchor at an entry or one of its fields. */
export function entryKey(path: CasePath): string {
  return path.slice(0, 2).join('/')
}

function openComments(open: OpenCase): CaseComments {
  const params = { case: open.id }
  const all = signal<readonly Comment[]>([])
  const load = async () => {
    const asked = await api.ask('get', '/api/cases/{case}/comments', { params })
    if ('given' in asked) all.value = asked.given.comments
  }
  open.onNotice(about => {
    if (about === 'comments') void load()
  })
  void load()
  const threads = computed(() => threadsOf(all.value))
  const openByEntry = computed(() => {
    const counts = new Map<string, number>()
    for (const { first } of threads.value) {
      if (first.anchor.kind !== 'entry' || first.resolved) continue
      const key = entryKey(first.anchor.path)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  })
  const finish = async (asked: object): Promise<string | null> => {
    if ('refused' in asked) return sentenceOf(asked.refused as Refused)
    await load()
    return null
  }
  return {
    threads,
    openByEntry,
    add: async (anchor, text, replyTo) => {
      const json = { anchor, text, replyTo: replyTo ?? null }
      return finish(await api.ask('post', '/api/cases/{case}/comments', { params, json }))
    },
    change: async (id, json) =>
      finish(await api.ask('patch', '/api/cases/{case}/comments/{id}', { params: { ...params, id }, json })),
    remove: async id =>
      finish(await api.ask('delete', '/api/cases/{case}/comments/{id}', { params: { ...params, id } })),
  }
}

function sentenceOf({ message, code }: Refused): string {
  return message === '' ? code : message
}

function threadsOf(comments: readonly Comment[]): readonly Thread[] {
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
