import type { CaseRole } from '../../../api/access.js'
import type { CaseSummary } from '../../../api/cases.js'
import type { Language } from '../../../model/case.js'
import type { Case } from '../../../store/cases.js'
import { shownTitle } from '../caseTitle.js'

/** A case as lists show it to somebody who reads a language. */
export function caseSummary(
  { id, title, epoch, headRevision, changedAtMs }: Case,
  role: CaseRole,
  language: Language,
): CaseSummary {
  const shown = shownTitle(title, language)
  return { id, title: shown, role, epoch, revision: headRevision, changedMs: changedAtMs }
}
