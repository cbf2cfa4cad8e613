import type { CaseSession } from '../assess/session.js'
import type { Problem } from '../model/problem.js'
import { crewLargerThanTeam } from './crewLargerThanTeam.js'
import { downAtStart } from './downAtStart.js'
import { eventWithoutAct } from './eventWithoutAct.js'
import { ifReplacesList } from './ifReplacesList.js'
import { impossibleFact } from './impossibleFact.js'
import { mixedAndOr } from './mixedAndOr.js'
import { neverRepaired } from './neverRepaired.js'
import { playerUnfit } from './playerUnfit.js'
import type { Rule } from './rule.js'
import { slowerWayFirst } from './slowerWayFirst.js'
import { standbyTakesNoTime } from './standbyTakesNoTime.js'
import { unusedQuantity } from './unusedQuantity.js'

/** Every rule. A new one is a file beside these, a line here, and its messages in `words/diagnostics/`. */
const rules: readonly Rule[] = [
  crewLargerThanTeam,
  downAtStart,
  eventWithoutAct,
  ifReplacesList,
  impossibleFact,
  mixedAndOr,
  neverRepaired,
  playerUnfit,
  slowerWayFirst,
  standbyTakesNoTime,
  unusedQuantity,
]

/** What is allowed in a sound case and probably not meant. */
export function lint(session: CaseSession): readonly Problem[] {
  const { document, compiled } = session
  return rules.flatMap(rule => rule({ document, compiled, session }))
}
