import { auditHash } from '../audit.js'
import type { StoreContext } from '../context.js'
import type { Findings } from './finding.js'

/** Entries read at once. */
const pageEntries = 1_000

/** The audit log has no gaps, each entry hashes to what it says, and its end is where it was. */
export async function checkAudit({ query }: StoreContext, findings: Findings): Promise<void> {
  let last = { number: 0, hash: '' }
  for (;;) {
    const rows = await query
      .selectFrom('audit')
      .selectAll()
      .where('number', '>', last.number)
      .orderBy('number')
      .limit(pageEntries)
      .execute()
    for (const row of rows) {
      findings.counts.auditEntries++
      if (last.number + 1 < row.number) {
        findings.add('audit-missing', null, { from: last.number + 1, to: row.number - 1 })
      }
      if (row.previous_hash !== last.hash) findings.add('audit-unlinked', null, { number: row.number })
      if (auditHash(row) !== row.hash) findings.add('audit-altered', null, { number: row.number })
      last = row
    }
    if (rows.length < pageEntries) break
  }
  const head = await query
    .selectFrom('chain_heads')
    .selectAll()
    .where('name', '=', 'audit')
    .executeTakeFirst()
  if (head?.number !== last.number || head.hash !== last.hash) {
    findings.add('audit-head-wrong', null, { stored: head?.number ?? 0, found: last.number })
  }
}
