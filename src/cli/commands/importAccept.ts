import { dirname, join } from 'node:path'
import { CaseReader } from '../../files/caseReader.js'
import { editCase } from '../../files/editCase.js'
import type { LoadedCase } from '../../files/loadedCase.js'
import { type Acceptance, acceptDrafts } from '../../interop/drafts/acceptDrafts.js'
import { editRefusal } from '../../words/edits/editWords.js'
import { CannotDo } from '../cannotDo.js'
import type { Context } from '../context.js'
import { type Inbox, type InboxDraft, writeAccepted, writeInbox } from '../inbox.js'
import { visible } from '../visible.js'

/** What was accepted, and what was asked for and cannot be a fact. */
export interface AcceptedFromInbox {
  readonly accepted: readonly Acceptance[]
  readonly lacking: readonly string[]
  /** Drafts that still wait. */
  readonly left: number
}

/** Makes facts of drafts of the inbox, in the text of the case, and takes them out of the inbox. */
export function acceptFromInbox(
  path: string,
  { document }: LoadedCase,
  inbox: Inbox,
  wanted: readonly string[],
  context: Context,
): AcceptedFromInbox {
  const { effects, language, words } = context
  const entries = wantedEntries(inbox, wanted, context)
  if (document === null || entries.length === 0)
    return { accepted: [], lacking: [], left: inbox.drafts.length }
  const { edits, accepted, lacking } = acceptDrafts(
    document,
    entries.map(({ draft }) => draft),
  )
  if (accepted.length === 0) return { accepted, lacking, left: inbox.drafts.length }
  const { files } = effects.readCase(path)
  const result = editCase(files, { kind: 'many', edits }, new CaseReader())
  if ('refused' in result) {
    throw new CannotDo('edit-refused', words.import.refused(visible(editRefusal(result.refused, language))))
  }
  const folder = effects.pathKind(path) === 'folder' ? path : dirname(path)
  for (const { path: changed } of result.changes) {
    const text = result.files.find(file => file.path === changed)?.text
    if (text !== undefined) effects.writeFile(join(folder, changed), text)
  }
  writeAccepted(inbox, accepted, context)
  writeInbox(inbox, [], new Set(accepted.map(({ key }) => key)), context)
  return { accepted, lacking, left: inbox.drafts.length - accepted.length }
}

/**
 * The entries that are meant: by key, by the beginning of what follows the format in it, or `all`, which leaves out what is
 * skipped, folded, a duplicate or without a time.
 */
function wantedEntries(inbox: Inbox, wanted: readonly string[], context: Context): readonly InboxDraft[] {
  if (wanted.includes('all')) {
    const not = new Set(['noise', 'duplicate'])
    return inbox.drafts.filter(
      ({ skipped, draft }) =>
        !skipped && draft.time !== null && !draft.flags.some(({ code }) => not.has(code)),
    )
  }
  const found = new Set<InboxDraft>()
  for (const key of wanted) {
    const meant = inbox.drafts.filter(
      ({ draft }) => draft.key === key || draft.key.slice(draft.key.lastIndexOf('-') + 1).startsWith(key),
    )
    const [entry] = meant
    if (entry === undefined) throw new CannotDo('unknown-draft', context.words.import.unknownDraft(key))
    if (meant.length > 1) throw new CannotDo('ambiguous-draft', context.words.import.ambiguousDraft(key))
    found.add(entry)
  }
  return [...found]
}
