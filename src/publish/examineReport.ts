import { inOrder } from '../files/diagnostic.js'
import type { LoadedCase } from '../files/loadedCase.js'
import { type Examination, examine } from '../lint/examination.js'
import { directiveProblems } from '../narrative/directiveProblems.js'

/** Examines a case with its narratives: what `manil check` tells, and what stands beside a live page. */
export function examineReport(loaded: LoadedCase): Examination {
  const examination = examine(loaded)
  const narratives = directiveProblems(loaded)
  return narratives.length === 0
    ? examination
    : { ...examination, found: [...examination.found, ...narratives].sort(inOrder) }
}
