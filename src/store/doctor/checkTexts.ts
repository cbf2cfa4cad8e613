import * as Y from 'yjs'
import { filesOf, openSharedCase, type SharedCase } from '../../collaboration/sharedCase.js'
import { roleOf } from '../../files/caseFile.js'
import { openBlobs } from '../blobs.js'
import type { StoreContext } from '../context.js'
import { sha256 } from '../hash.js'
import { fileOf, treeAt } from '../revisions.js'
import type { CasesTable } from '../tables.js'
import { documentOf } from '../texts.js'
import type { Findings } from './finding.js'

/**
 * A case's updates can be read and have no gaps, and those up to the last revision make exactly the texts that it says.
 * So what a reader of the case sees is that revision, or is newer by updates that are there.
 */
export async function checkTexts(context: StoreContext, row: CasesTable, findings: Findings): Promise<void> {
  const { query } = context
  const head = await query
    .selectFrom('revisions')
    .select(['number', 'update_seq'])
    .where('case_id', '=', row.id)
    .where('number', '=', row.head_revision)
    .executeTakeFirst()
  const headSeq = head?.update_seq ?? 0
  const readable: { seq: number; update: Uint8Array }[] = []

  const snapshot = await query
    .selectFrom('snapshots')
    .select(['seq', 'state'])
    .where('case_id', '=', row.id)
    .executeTakeFirst()
  if (snapshot !== undefined) {
    if (isReadable(snapshot.state)) readable.push({ seq: snapshot.seq, update: snapshot.state })
    else findings.add('snapshot-unreadable', row.id, { seq: snapshot.seq })
    if (snapshot.seq > headSeq) {
      findings.add('snapshot-beyond-revision', row.id, { seq: snapshot.seq, revision: row.head_revision })
    }
  }

  let last = snapshot?.seq ?? 0
  const updates = await query
    .selectFrom('updates')
    .select(['seq', 'bytes'])
    .where('case_id', '=', row.id)
    .orderBy('seq')
    .execute()
  for (const { seq, bytes } of updates) {
    findings.counts.updates++
    if (last + 1 < seq) {
      findings.add('update-missing', row.id, { from: last + 1, to: seq - 1 })
    }
    if (isReadable(bytes)) readable.push({ seq, update: bytes })
    else findings.add('update-unreadable', row.id, { seq })
    last = Math.max(last, seq)
  }
  if (last < row.update_seq) {
    findings.add('update-missing', row.id, { from: last + 1, to: row.update_seq })
  }
  if (last > row.update_seq)
    findings.add('last-update-wrong', row.id, { stored: row.update_seq, found: last })

  if (isIncomplete(documentOrNull(readable))) findings.add('texts-incomplete', row.id)
  const atHead = documentOrNull(readable.filter(({ seq }) => seq <= headSeq))
  await compareWithRevision(context, row, atHead ?? openSharedCase(), findings)
}

/** Each update may be readable alone, and still make no document with those before it. */
function documentOrNull(updates: Parameters<typeof documentOf>[0]): SharedCase | null {
  try {
    return documentOf(updates)
  } catch {
    return null
  }
}

function isIncomplete(shared: SharedCase | null): boolean {
  return shared === null || shared.store.pendingStructs !== null || shared.store.pendingDs !== null
}

function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    Y.applyUpdate(new Y.Doc(), update)
    return true
  } catch {
    return false
  }
}

async function compareWithRevision(
  context: StoreContext,
  row: CasesTable,
  shared: SharedCase,
  findings: Findings,
): Promise<void> {
  const tree = await treeAt(context, row.id, row.head_revision)
  const differs = (path: string) =>
    findings.add('text-differs-from-revision', row.id, { path, revision: row.head_revision })
  const texts = new Map(filesOf(shared).map(({ path, text }) => [path, sha256(text)]))
  for (const [path, hash] of texts) if (tree.get(path) !== hash) differs(path)
  for (const [path, hash] of tree) {
    if (texts.has(path) || roleOf(path) === 'attachment') continue
    // A text that is no UTF-8 is kept as bytes, and in no update.
    const bytes = await openBlobs(context).read(hash)
    if (bytes !== null && typeof fileOf(path, bytes).text === 'string') differs(path)
  }
}
