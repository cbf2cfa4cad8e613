import {
  acceptDrafts,
  changeDraft,
  discardDrafts,
  importFacts,
  listDrafts,
  mergeDrafts,
  readOriginal,
  receiveAlerts,
  splitDraft,
} from '../../../api/inbox.js'
import type { Draft } from '../../../interop/draft.js'
import { acceptDrafts as factsOfDrafts } from '../../../interop/drafts/acceptDrafts.js'
import { mergeDrafts as mergedDraft } from '../../../interop/drafts/mergeDrafts.js'
import { sha256 } from '../../../store/hash.js'
import { StoreRefusal } from '../../../store/storeRefusal.js'
import { editDocument, editRoom } from '../editRoom.js'
import { type Answer, callerOf, caseOf, writerOf } from '../environment.js'
import { draftBody, draftParts, inboxBodies } from '../inbox/draftBodies.js'
import { draftTime } from '../inbox/draftTime.js'
import { takeInFacts } from '../inbox/takeInFacts.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

/** The inbox: what was taken in from other tools, until it is a fact or put aside. */
export function inboxRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms } = workspace

  answer(importFacts, async context => {
    const { name, format, zone, roles } = context.req.valid('query')
    const taken = await takeInFacts(workspace, {
      caseId: caseOf(context).id,
      userId: callerOf(context).user.id,
      language: context.var.language,
      file: { name, bytes: new Uint8Array(await context.req.arrayBuffer()) },
      format: format ?? null,
      zone: zone ?? null,
      roles: roles ?? null,
    })
    return context.json(taken, 200)
  })

  answer(receiveAlerts, async context => {
    const bytes = Buffer.from(JSON.stringify(context.req.valid('json')))
    const { added } = await takeInFacts(workspace, {
      caseId: caseOf(context).id,
      userId: callerOf(context).user.id,
      language: context.var.language,
      file: { name: 'alertmanager.json', bytes },
      format: 'alertmanager',
      zone: null,
      roles: null,
    })
    return context.json({ added }, 200)
  })

  answer(listDrafts, async context => {
    const { state, offset, limit } = context.req.valid('query')
    const all = await inboxBodies(workspace, caseOf(context).id)
    const wanted = all.filter(draft => state === 'all' || draft.state === state)
    return context.json({ drafts: wanted.slice(offset, offset + limit), total: wanted.length }, 200)
  })

  answer(readOriginal, async context => {
    const { draft } = await store.drafts.get(caseOf(context).id, context.req.valid('param').key)
    const { original, place } = draft.origin
    return context.json({ original, sha256: sha256(original), place }, 200)
  })

  answer(changeDraft, async context => {
    const { id } = caseOf(context)
    const { key } = context.req.valid('param')
    const { at, text } = context.req.valid('json')
    const { draft } = await store.drafts.get(id, key)
    const time = at === undefined ? draft.time : await draftTime(workspace, id, at)
    // What somebody looked at and put right is no more in doubt.
    const flags = at === undefined ? draft.flags : draft.flags.filter(({ code }) => !doubtsOfTime.has(code))
    const changed: Draft = { ...draft, time, flags, ...(text === undefined ? {} : { text }) }
    await store.drafts.change(id, key, changed)
    return context.json(await draftBody(workspace, id, key), 200)
  })

  answer(acceptDrafts, async context => {
    const { id } = caseOf(context)
    const { keys } = context.req.valid('json')
    const writer = writerOf(context)
    const drafts = await Promise.all([...new Set(keys)].map(key => store.drafts.get(id, key)))
    const open = drafts.filter(({ state }) => state === 'open')
    const idOf = new Map(open.map(({ id: key, draft }) => [draft.key, key]))
    let made: ReturnType<typeof factsOfDrafts> = { edits: [], accepted: [], lacking: [] }
    const room = await rooms.open(id)
    await editDocument(room, writer, document => {
      made = factsOfDrafts(
        document,
        open.map(({ draft }) => draft),
      )
      return { kind: 'many', edits: made.edits }
    })
    const facts: { key: string; fact: string }[] = []
    const decided = drafts.filter(({ state }) => state !== 'open').map(({ id: key }) => key)
    for (const { key: draft, factId: fact } of made.accepted) {
      const key = idOf.get(draft)!
      const isFirst = await store.drafts.accept(id, key, fact, writer.userId).then(
        () => true,
        error => {
          if (error instanceof StoreRefusal && error.code === 'draft-decided') return false
          throw error
        },
      )
      if (isFirst) facts.push({ key, fact })
      else {
        // Somebody else decided on it in the same moment: theirs stays, and this fact goes again.
        await editRoom(room, writer, { kind: 'remove', path: ['facts', fact] })
        decided.push(key)
      }
    }
    return context.json(
      {
        facts,
        refused: [
          ...made.lacking.map(key => ({ key: idOf.get(key)!, code: 'lacks-time-or-text' })),
          ...decided.map(key => ({ key, code: 'draft-decided' })),
        ],
      },
      200,
    )
  })

  answer(discardDrafts, async context => {
    const { id } = caseOf(context)
    const { keys, restore } = context.req.valid('json')
    const userId = callerOf(context).user.id
    const changed = await store.transaction(async ({ drafts }) => {
      let count = 0
      for (const key of new Set(keys)) {
        const { state } = await drafts.get(id, key)
        if (restore && (state === 'discarded' || state === 'merged')) await drafts.reopen(id, key)
        else if (!restore && state === 'open') await drafts.discard(id, key, userId)
        else continue
        count++
      }
      return count
    })
    return context.json({ changed }, 200)
  })

  answer(mergeDrafts, async context => {
    const { id } = caseOf(context)
    const keys = [...new Set(context.req.valid('json').keys)]
    const userId = callerOf(context).user.id
    const [into, ...others] = await Promise.all(keys.map(key => store.drafts.get(id, key)))
    if (into === undefined || others.length === 0) throw new Refused(400, 'bad-request', {}, 'keys')
    const { timezone } = await draftParts(workspace, id)
    const merged: Draft = {
      ...mergedDraft(
        [into, ...others].map(({ draft }) => draft),
        timezone,
      ),
      key: into.draft.key,
    }
    await store.transaction(async ({ drafts }) => {
      for (const other of others) await drafts.merge(id, other.id, into.id, merged, userId)
    })
    return context.json(await draftBody(workspace, id, into.id), 200)
  })

  answer(splitDraft, async context => {
    const { id } = caseOf(context)
    const { key } = context.req.valid('param')
    const { texts } = context.req.valid('json')
    const { draft } = await store.drafts.get(id, key)
    const { changes, ...rest } = draft
    const parts = texts.map((text, index) => ({
      ...rest,
      key: `${draft.key}.${String(index + 1).padStart(2, '0')}`,
      text,
      // What changes is told once, by the first part: somebody looks at it anyway.
      ...(index === 0 && changes !== undefined ? { changes } : {}),
      flags: draft.flags.filter(({ code }) => code !== 'duplicate' && code !== 'repeated'),
    }))
    const made = await store.drafts.split(id, key, parts, callerOf(context).user.id)
    const ids = new Set(made.map(part => part.id))
    const all = await inboxBodies(workspace, id)
    return context.json({ drafts: all.filter(part => ids.has(part.key)) }, 200)
  })
}

/** Flags that speak of a time. */
const doubtsOfTime: ReadonlySet<string> = new Set([
  'clock-skew',
  'missing-zone',
  'missing-year',
  'missing-date',
  'missing-time',
  'ambiguous-time',
])
