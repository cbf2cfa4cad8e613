import { holds } from '../../engine/expression.js'
import { levelsAt } from '../../engine/levels.js'
import type { Replayed } from '../report.js'

/** How a component is drawn. `waiting`: a standby, or something not yet there. Each state has a glyph of its own. */
export type State = 'up' | 'impaired' | 'down' | 'waiting' | 'absent'

/** Everything that a picture of one moment needs. */
export interface Snapshot {
  readonly timeMs: number | null
  /** By component id; ids that the run does not know are missing. */
  readonly stateOf: (component: string) => State
  readonly levelOf: (component: string) => number
  readonly countOf: (component: string) => number
}

/** The states at a time, after everything that happened at it; `null` is before the first event. */
export function snapshot(replayed: Replayed, timeMs: number | null): Snapshot {
  const { run, indexOf, document } = replayed
  const { components } = run.system
  const levels = timeMs === null ? beforeStart(replayed) : levelsAt(run, timeMs)
  const changed = new Set<number>()
  for (const change of run.changes) {
    if (timeMs === null || change.timeMs > timeMs) break
    changed.add(change.component)
  }
  const state = (index: number): State => {
    const component = components[index]
    if (component === undefined || component.initial === 'absent') return 'absent'
    const level = levels[index] ?? 0
    if (level >= component.count)
      return component.full !== null && !holds(component.full, levels) ? 'impaired' : 'up'
    if (level > 0) return 'impaired'
    const housed = component.within < 0 || (levels[component.within] ?? 0) > 0
    const id = replayed.ids[index] ?? ''
    const standby = document.components?.[id]?.['standby-for'] !== undefined
    const waits = standby || (!changed.has(index) && component.initial !== 'up')
    return housed && waits ? 'waiting' : 'down'
  }
  const known = new Map<string, State>()
  return {
    timeMs,
    stateOf: id => {
      const before = known.get(id)
      if (before !== undefined) return before
      const index = indexOf.get(id)
      const now = index === undefined ? 'absent' : state(index)
      known.set(id, now)
      return now
    },
    levelOf: id => levels[indexOf.get(id) ?? -1] ?? 0,
    countOf: id => components[indexOf.get(id) ?? -1]?.count ?? 0,
  }
}

/** As the case says it stood, with what settled so before the first event. */
function beforeStart({ run }: Replayed): Int32Array {
  const levels = Int32Array.from(run.system.components, component =>
    component.initial === 'up' ? component.count : 0,
  )
  for (const change of run.changes) {
    if (change.timeMs > 0 || !fromStart(run.changes, change)) break
    levels[change.component] = change.level
  }
  return levels
}

type Changes = Replayed['run']['changes']

/** Whether a change belongs to the settling before the first event. */
function fromStart(changes: Changes, change: Changes[number]): boolean {
  const { cause } = change
  if (cause.kind === 'start') return true
  return (
    cause.kind === 'loss' &&
    cause.changes.every(at => changes[at] !== undefined && fromStart(changes, changes[at]))
  )
}
