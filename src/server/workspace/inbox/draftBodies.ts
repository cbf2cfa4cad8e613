import type { InboxDraft } from '../../../api/inbox.js'
import type { Draft, DraftFlag } from '../../../interop/draft.js'
import { parseInstant } from '../../../model/time.js'
import type { StoredDraft } from '../../../store/drafts.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

/** The drafts of a case as the API gives them, in the order of time. Their keys are those that the store knows them by. */
export async function inboxBodies({ store }: Workspace, caseId: string): Promise<InboxDraft[]> {
  const [drafts, batches] = await Promise.all([store.drafts.list(caseId), store.drafts.batches(caseId)])
  const imported = new Map(batches.map(({ id, atMs }) => [id, atMs]))
  // Drafts speak of each other by the keys of their originals.
  const ids = new Map(drafts.map(({ id, draft }) => [draft.key, id]))
  return drafts.map(stored => bodyOf(stored, ids, imported.get(stored.batchId) ?? 0))
}

/** One draft as the API gives it. */
export async function draftBody(workspace: Workspace, caseId: string, key: string): Promise<InboxDraft> {
  const found = (await inboxBodies(workspace, caseId)).find(draft => draft.key === key)
  if (found === undefined) throw new Refused(404, 'no-such-draft')
  return found
}

/** What drafts of a case are read against. Refuses a case that cannot be read. */
export async function draftParts({ rooms }: Workspace, caseId: string) {
  const { document } = await (await rooms.open(caseId)).examined()
  if (document === null) throw new Refused(409, 'case-has-errors')
  const { timezone } = document.case
  const start = parseInstant(document.case.start, { timezone, startEpochMs: 0 })
  return { document, timezone, startEpochMs: 'code' in start ? null : start.epochMs }
}

function bodyOf(
  { id, draft, state, factId }: StoredDraft,
  ids: ReadonlyMap<string, string>,
  importedMs: number,
): InboxDraft {
  const { time, text, phase, changes, claimedBy, thread, origin } = draft
  return {
    key: id,
    state,
    time,
    text,
    ...(phase === undefined ? {} : { phase }),
    ...(changes === undefined ? {} : { changes: { ...changes } }),
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...byOf(draft),
    flags: draft.flags.map(flag => flagOf(flag, ids)),
    ...(thread === undefined ? {} : { thread: ids.get(thread) ?? thread }),
    format: origin.format,
    place: origin.place,
    ...(origin.link === undefined ? {} : { link: origin.link }),
    fact: factId,
    importedMs,
  }
}

/** The role or pseudonym of who said it. */
function byOf(draft: Draft): { readonly by?: string } {
  return draft.by === undefined ? {} : { by: draft.by }
}

function flagOf(flag: DraftFlag, ids: ReadonlyMap<string, string>): InboxDraft['flags'][number] {
  return 'of' in flag && flag.of !== undefined ? { ...flag, of: ids.get(flag.of) ?? flag.of } : { ...flag }
}
