/**
 * Something that is not as it must be. The sentence for a code is in the words of whoever shows it.
 *
 * - `blob-altered` (`hash`): bytes are not those that their hash says
 * - `blob-missing` (`path`, `revision`): a revision names bytes that are not there
 * - `revision-missing` (`from`, `to`), `revision-altered` (`revision`), `revision-unlinked` (`revision`: does not go on
 *   from the one before), `head-revision-wrong` (`stored`, `found`)
 * - `update-missing` (`from`, `to`), `update-unreadable` (`seq`), `last-update-wrong` (`stored`, `found`)
 * - `snapshot-unreadable` (`seq`), `snapshot-beyond-revision` (`seq`, `revision`)
 * - `texts-incomplete`: updates lead to others that are not there, or make no document together
 * - `text-differs-from-revision` (`path`, `revision`): the updates up to a revision do not make what it says
 * - `audit-missing` (`from`, `to`), `audit-altered` (`number`), `audit-unlinked` (`number`), `audit-head-wrong` (`stored`,
 *   `found`)
 * - `dangling-reference` (`table`, `constraint`, `rows`)
 * - `unreadable-value` (`table`, `column`, `rows`): no JSON where there must be
 */
export interface Finding {
  readonly code: FindingCode
  readonly case: string | null
  readonly values: Readonly<Record<string, string | number>>
}

export type FindingCode =
  | 'blob-altered'
  | 'blob-missing'
  | 'revision-missing'
  | 'revision-altered'
  | 'revision-unlinked'
  | 'head-revision-wrong'
  | 'update-missing'
  | 'update-unreadable'
  | 'last-update-wrong'
  | 'snapshot-unreadable'
  | 'snapshot-beyond-revision'
  | 'texts-incomplete'
  | 'text-differs-from-revision'
  | 'audit-missing'
  | 'audit-altered'
  | 'audit-unlinked'
  | 'audit-head-wrong'
  | 'dangling-reference'
  | 'unreadable-value'

/** The findings beyond which a check only counts: whoever has so many needs a backup, not a longer list. */
export const findingLimit = 1_000

/** What is found, and how many things were looked at. */
export class Findings {
  readonly list: Finding[] = []
  readonly counts = { cases: 0, revisions: 0, updates: 0, blobs: 0, auditEntries: 0 }
  /** Findings beyond the limit. */
  omitted = 0

  add(code: FindingCode, caseId: string | null, values: Finding['values'] = {}): void {
    if (this.list.length < findingLimit) this.list.push({ code, case: caseId, values })
    else this.omitted++
  }
}
