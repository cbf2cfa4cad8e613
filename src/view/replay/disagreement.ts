import type { Report } from '../report.js'
import type { Snapshot, State } from './states.js'

/**
 * Where the record says of a component, at a moment, something else than the model: what the record says. Only what it
 * says for certain counts: between a fact's earliest and latest time nothing is claimed. With ifs in place there is no
 * record to disagree with.
 */
export function disagreements(report: Report, snapshot: Snapshot): ReadonlyMap<string, State> {
  const { timeMs } = snapshot
  const record = new Map<string, State | null>()
  if (timeMs === null) return new Map()
  for (const fact of report.facts) {
    if (fact.scenario !== 'main') continue
    const { fromMs, toMs } = fact.time
    for (const { component, mode, state } of fact.expectations) {
      const id = report.model?.session.compiled.ids[component] ?? ''
      const holdsNow =
        mode === 'shows' ? fromMs === timeMs && toMs === timeMs : toMs !== null && toMs <= timeMs
      const pending =
        mode === 'changes' && (fromMs === null || fromMs <= timeMs) && (toMs === null || toMs > timeMs)
      if (holdsNow && state.level !== null) record.set(id, state.level)
      else if (holdsNow || pending) record.set(id, null)
    }
  }
  const differs = new Map<string, State>()
  for (const [id, state] of record) {
    if (state === null) continue
    const drawn = snapshot.stateOf(id)
    const model = drawn === 'waiting' ? 'down' : drawn
    if (model !== state) differs.set(id, state)
  }
  return differs
}
