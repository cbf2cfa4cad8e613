import type { Fidelity } from '../../assess/assessment.js'
import type { ReplayOutcome } from '../../assess/replay/replay.js'
import type { CaseDocument, Language } from '../../model/case.js'

/** What the page of a replay is drawn from. */
export interface MetData {
  readonly language: Language
  readonly own: { readonly id: string; readonly document: CaseDocument; readonly fidelity: Fidelity }
  readonly system: { readonly id: string; readonly document: CaseDocument; readonly fidelity: Fidelity }
  readonly outcome: ReplayOutcome
  readonly version: string
}
