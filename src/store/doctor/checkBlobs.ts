import type { StoreContext } from '../context.js'
import { sha256 } from '../hash.js'
import type { Findings } from './finding.js'

/** Every blob, and every original, hashes to its name. They are read one by one: a case's are more than memory takes. */
export async function checkBlobs({ query }: StoreContext, findings: Findings): Promise<void> {
  for (const { hash } of await query.selectFrom('blobs').select('hash').orderBy('hash').execute()) {
    findings.counts.blobs++
    const row = await query
      .selectFrom('blobs')
      .select(['bytes', 'size'])
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow()
    if (sha256(row.bytes) !== hash || row.size !== row.bytes.length) {
      findings.add('blob-altered', null, { hash })
    }
  }
  const originals = await query
    .selectFrom('originals')
    .select(['case_id', 'hash'])
    .orderBy('case_id')
    .orderBy('hash')
    .execute()
  for (const { case_id, hash } of originals) {
    const { bytes } = await query
      .selectFrom('originals')
      .select('bytes')
      .where('case_id', '=', case_id)
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow()
    if (sha256(bytes) !== hash) findings.add('blob-altered', case_id, { hash })
  }
}
