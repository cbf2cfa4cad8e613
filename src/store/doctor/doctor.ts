import type { StoreContext } from '../context.js'
import { insideTransaction } from '../database.js'
import type { Store } from '../store.js'
import { checkAudit } from './checkAudit.js'
import { checkBlobs } from './checkBlobs.js'
import { checkReferences, checkValues } from './checkReferences.js'
import { checkRevisions } from './checkRevisions.js'
import { checkTexts } from './checkTexts.js'
import { type Finding, Findings } from './finding.js'

/** What the doctor saw. Without findings, everything that can be proved holds. */
export interface Examination {
  readonly findings: readonly Finding[]
  /** Findings beyond the limit, which are counted only. */
  readonly omitted: number
  readonly counts: Findings['counts']
}

/**
 * Examines a workspace as it is at one moment, while others go on writing: hashes and chains, bytes, updates, texts and
 * references. It changes nothing, and bad data are findings, never errors.
 */
export async function doctor({
  database,
  context,
}: Pick<Store, 'database' | 'context'>): Promise<Examination> {
  const findings = new Findings()
  await database.query
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(query => insideTransaction(() => examine({ ...context, query }, findings)))
  return { findings: findings.list, omitted: findings.omitted, counts: findings.counts }
}

async function examine(context: StoreContext, findings: Findings): Promise<void> {
  await checkReferences(context, findings)
  await checkValues(context, findings)
  await checkBlobs(context, findings)
  for (const row of await context.query.selectFrom('cases').selectAll().orderBy('id').execute()) {
    findings.counts.cases++
    await checkRevisions(context, row, findings)
    await checkTexts(context, row, findings)
  }
  await checkAudit(context, findings)
}
