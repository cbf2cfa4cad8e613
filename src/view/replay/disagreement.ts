import type { Report } from '../report.js'
import type { Snapshot, State } from './states.js'

/** What one fact says of one component. Milliseconds; null where its time is open. */
interface Said {
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly mode: 'changes' | 'shows'
  readonly level: 'up' | 'impaired' | 'down' | null
}

/**
 * Where the record says of a component, at a moment, something else than the model: what the record says. Only what it
 * says for certain counts; where it is silent, nothing is claimed.
 */
export function disagreements(report: Report, snapshot: Snapshot): ReadonlyMap<string, State> {
  const { timeMs } = snapshot
  const differs = new Map<string, State>()
  if (timeMs === null) return differs
  for (const [component, said] of byComponent(report)) {
    const state = recorded(said, timeMs)
    if (state === null) continue
    const drawn = snapshot.stateOf(component)
    const model = drawn === 'waiting' || drawn === 'absent' ? 'down' : drawn
    if (model !== state) differs.set(component, state)
  }
  return differs
}

/**
 * The recorded state at a time. A fact holds from its latest possible time. It goes on to hold up to the next fact where
 * that says the same, or says that the state changes then; a return holds for good. Otherwise only its own instant counts.
 */
function recorded(said: readonly Said[], timeMs: number): Said['level'] {
  const place = said.findLastIndex(one => one.toMs !== null && one.toMs <= timeMs)
  const fact = said[place]
  if (fact === undefined) return null
  if (fact.toMs === timeMs) return fact.level
  const next = said[place + 1]
  if (next === undefined) return fact.level === 'up' ? 'up' : null
  if (next.fromMs === null || next.fromMs <= timeMs) return null
  return next.level === fact.level || next.mode === 'changes' ? fact.level : null
}

function byComponent(report: Report): ReadonlyMap<string, readonly Said[]> {
  const ids = report.model?.session.compiled.ids ?? []
  const all = new Map<string, Said[]>()
  for (const { scenario, time, expectations } of report.facts) {
    if (scenario !== report.scenario) continue
    for (const { component, mode, state } of expectations) {
      const id = ids[component] ?? ''
      const mine = all.get(id) ?? []
      mine.push({ fromMs: time.fromMs, toMs: time.toMs, mode, level: state.level ?? null })
      all.set(id, mine)
    }
  }
  const end = ({ fromMs, toMs }: Said) => toMs ?? fromMs ?? 0
  for (const mine of all.values()) mine.sort((a, b) => end(a) - end(b))
  return all
}
