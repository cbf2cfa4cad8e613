import { planOf } from './crewLack.js'
import { worksOf } from './harm.js'
import type { Run } from './history.js'
import { placeOf } from './levels.js'

/**
 * The work behind which another one stood in line, or `null`. Of one way only one work waits at a time: a batch that is
 * asked for when the one before it has got its crew has waited behind it.
 */
export function predecessorOf(run: Run, index: number): number | null {
  const work = run.works[index]!
  const beganMs = work.spans[0]?.fromMs ?? work.endMs
  const list = worksOf(run, work.component)
  // No more than `atOnce` works of a way live at the same time, so that not more of them need be looked at.
  let alive = planOf(run, work).atOnce
  for (let at = placeOf(list, index) - 1; at >= 0 && alive > 0; at--) {
    const other = run.works[list[at]!]!
    if (other.kind !== work.kind || other.way !== work.way) continue
    alive--
    if (other.spans.some(span => span.lacks === 'crew' && span.toMs === beganMs && other.endMs > beganMs)) {
      return list[at]!
    }
  }
  return null
}
