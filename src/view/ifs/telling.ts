import { oncePerReport } from '../remembered.js'
import type { Report } from '../report.js'
import { withRequired } from './combination.js'
import { chipOf } from './verdictChip.js'

/** Services that share every verdict stand in one column, under the name of the first. */
export interface Telling {
  readonly component: string
  readonly alike: readonly string[]
}

const MOST = 8

/**
 * The services whose columns tell most, in the order of the case: first so many that every if that does something does it
 * in one of them, then those to which the most ifs make a difference. Where the model contradicts the record the difference
 * is not said, so such a service tells little.
 */
export const tellingServices = oncePerReport((report: Report): readonly Telling[] => {
  const candidates = candidatesOf(report)
  const chosen: Candidate[] = []
  const covered = new Set<string>()
  while (chosen.length < MOST && chosen.length < candidates.length) {
    const gain = ({ moves }: Candidate) => moves.filter(id => !covered.has(id)).length
    const best = candidates
      .filter(candidate => !chosen.includes(candidate))
      .sort((a, b) => gain(b) - gain(a) || b.moves.length - a.moves.length || a.place - b.place)[0]
    if (best === undefined) break
    chosen.push(best)
    for (const id of best.moves) covered.add(id)
  }
  return chosen.sort((a, b) => a.place - b.place)
})

interface Candidate extends Telling {
  readonly alike: string[]
  readonly place: number
  /** Ifs that make a difference to it, as far as that may be said. */
  readonly moves: readonly string[]
}

function candidatesOf(report: Report): readonly Candidate[] {
  const { model } = report
  if (model === null) return []
  const outcomes = report.ifs.map(id => model.judge(withRequired(report, id)))
  const byVerdicts = new Map<string, Candidate>()
  model.services.forEach((component, place) => {
    const chips = outcomes.map(outcome => {
      const verdict = outcome.verdicts.find(one => one.component === component)
      return verdict === undefined ? null : chipOf(report, verdict)
    })
    const says = chips.map(chip => chip !== null && chip.kind !== 'none')
    if (model.outcome(component).downMs === 0 && !says.includes(true)) return
    const key = chips.map(chip => chip?.text ?? '').join('|')
    const known = byVerdicts.get(key)
    if (known !== undefined) {
      known.alike.push(component)
      return
    }
    const moves = report.ifs.filter((_, at) => says[at] && chips[at]?.kind !== 'contradicted')
    byVerdicts.set(key, { component, alike: [], place, moves })
  })
  return [...byVerdicts.values()]
}
