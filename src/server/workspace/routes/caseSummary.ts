import type { CaseRole } from '../../../api/access.js'
import type { CaseSummary } from '../../../api/cases.js'
import type { Case } from '../../../store/cases.js'

/** A case as lists show it to somebody. */
export function caseSummary(
  { id, title, epoch, headRevision, changedAtMs }: Case,
  role: CaseRole,
): CaseSummary {
  return { id, title, role, epoch, revision: headRevision, changedMs: changedAtMs }
}
