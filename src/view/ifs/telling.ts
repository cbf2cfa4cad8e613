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
 * The services whose columns tell most: those to which the most ifs make a difference, in the order of the case. Where the
 * model contradicts the record the difference is not said, so such a service comes last.
 */
export const tellingServices = oncePerReport((report: Report): readonly Telling[] => {
  const { model } = report
  if (model === null) return []
  const outcomes = report.ifs.map(id => model.judge(withRequired(report, id)))
  const columns = new Map<string, { component: string; alike: string[]; weight: number; place: number }>()
  model.services.forEach((component, place) => {
    const chips = outcomes.map(outcome => {
      const verdict = outcome.verdicts.find(one => one.component === component)
      return verdict === undefined ? null : chipOf(report, verdict)
    })
    if (model.outcome(component).downMs === 0 && chips.every(chip => chip === null || chip.kind === 'none'))
      return
    const key = chips.map(chip => chip?.text ?? '').join('|')
    const known = columns.get(key)
    if (known !== undefined) {
      known.alike.push(component)
      return
    }
    const telling = chips.filter(
      chip => chip !== null && chip.kind !== 'none' && chip.kind !== 'contradicted',
    )
    columns.set(key, { component, alike: [], weight: telling.length, place })
  })
  return [...columns.values()]
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, MOST)
    .sort((a, b) => a.place - b.place)
})
