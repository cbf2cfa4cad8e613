import type { StoreContext } from '../context.js'
import { revisionHash } from '../revisions.js'
import type { CasesTable, RevisionsTable } from '../tables.js'
import type { Findings } from './finding.js'

/** A case's revisions follow one another without gaps, each hashes to what it says, and all their bytes are there. */
export async function checkRevisions(
  context: StoreContext,
  row: CasesTable,
  findings: Findings,
): Promise<void> {
  const revisions = await context.query
    .selectFrom('revisions')
    .selectAll()
    .where('case_id', '=', row.id)
    .orderBy('number')
    .execute()
  const changes = await changesOf(context, row.id)
  let last = { number: 0, hash: '' }
  for (const revision of revisions) {
    findings.counts.revisions++
    const { number } = revision
    if (last.number + 1 < number) {
      findings.add('revision-missing', row.id, { from: last.number + 1, to: number - 1 })
    }
    if (revision.previous_hash !== last.hash) findings.add('revision-unlinked', row.id, { revision: number })
    if (hashOf(revision, changes.get(number) ?? []) !== revision.hash) {
      findings.add('revision-altered', row.id, { revision: number })
    }
    last = revision
  }
  if (last.number < row.head_revision) {
    findings.add('revision-missing', row.id, { from: last.number + 1, to: row.head_revision })
  }
  if (last.number !== row.head_revision || last.hash !== row.head_hash) {
    findings.add('head-revision-wrong', row.id, { stored: row.head_revision, found: last.number })
  }
  await checkBytes(context, row.id, findings)
}

/** The hash as it must be, or '' where the row cannot even be read. */
function hashOf(revision: RevisionsTable, changes: readonly (readonly [string, string | null])[]): string {
  try {
    return revisionHash(revision, changes)
  } catch {
    return ''
  }
}

async function changesOf(
  { query }: StoreContext,
  caseId: string,
): Promise<Map<number, [string, string | null][]>> {
  const rows = await query
    .selectFrom('revision_changes')
    .select(['number', 'path', 'blob_hash'])
    .where('case_id', '=', caseId)
    .execute()
  const changes = new Map<number, [string, string | null][]>()
  // The paths of a hash are in the order of code units, which is not that of every database.
  for (const { number, path, blob_hash } of rows.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const list = changes.get(number) ?? []
    list.push([path, blob_hash])
    changes.set(number, list)
  }
  return changes
}

async function checkBytes({ query }: StoreContext, caseId: string, findings: Findings): Promise<void> {
  const missing = await query
    .selectFrom('revision_changes')
    .leftJoin('blobs', 'blobs.hash', 'revision_changes.blob_hash')
    .select(['path', 'number'])
    .where('case_id', '=', caseId)
    .where('blob_hash', 'is not', null)
    .where('blobs.hash', 'is', null)
    .orderBy('number')
    .orderBy('path')
    .execute()
  for (const { path, number } of missing) findings.add('blob-missing', caseId, { path, revision: number })
}
