import type { Cause } from './history.js'
import { housed, needsHold, type RunState } from './state.js'

/** What let a work begin: the changes and the event or finished repair that came last among its conditions. */
export interface Enabled {
  readonly changes: readonly number[]
  readonly event: number | null
  readonly work: number | null
}

/**
 * What let a plan begin now. Each condition (housing, needs, the way's needs, `when`, the component's own last change,
 * a release or repair) names what turned it last; the latest of them count, since the others had been waited for before.
 */
export function enabledBy(state: RunState, plan: number): Enabled {
  const { network, lastChange } = state
  const component = state.plans.component[plan]!
  const within = state.layout.within[component]!
  const latest = begin(state)
  keepLatest(state, latest, lastChange[component]!)
  if (within >= 0) keepLatest(state, latest, lastChange[within]!)
  keepLatest(state, latest, network.lastTurn(network.planNeeds[plan]!))
  if (state.plans.way[plan]! >= 0) {
    keepLatest(state, latest, network.lastTurn(network.needsOf[component]!))
    keepLatest(state, latest, network.lastTurn(network.planWhen[plan]!))
    // A lesser way also begins because a better one has become impossible.
    for (let better = state.plans.firstOf[component]!; better < plan; better++) {
      keepLatest(state, latest, network.lastTurn(network.planNeeds[better]!))
    }
  }
  const act = state.actedOnBy[component]
  const latestMs = latest.length === 0 ? -1 : state.changes[latest[0]!]!.timeMs
  if (act === undefined || act.timeMs < latestMs) return { changes: latest.slice(), event: null, work: null }
  return { changes: act.timeMs === latestMs ? latest.slice() : [], event: act.event, work: act.work }
}

/**
 * An empty list to gather changes in. It is the same one each time: what is kept of it is a copy without room to grow, for a run
 * keeps one with every change.
 */
function begin(state: RunState): number[] {
  state.gathered.length = 0
  return state.gathered
}

/** Adds a change to those of the latest time among what was offered, in their order; -1 is none. */
function keepLatest(state: RunState, latest: number[], change: number): void {
  if (change < 0) return
  const first = latest[0]
  if (first !== undefined) {
    const differenceMs = state.changes[change]!.timeMs - state.changes[first]!.timeMs
    if (differenceMs < 0 || latest.includes(change)) return
    if (differenceMs > 0) latest.length = 0
  }
  latest.push(change)
  for (let at = latest.length - 1; at > 0 && latest[at - 1]! > change; at--) {
    latest[at] = latest[at - 1]!
    latest[at - 1] = change
  }
}

/** The cause of a return that takes no time. */
export function returnCause(state: RunState, plan: number): Cause {
  const { changes, event, work } = enabledBy(state, plan)
  if (changes.length === 0 && work === null)
    return event === null ? { kind: 'start' } : { kind: 'event', event }
  return { kind: 'return', changes, work, event }
}

/** The changes that took a component's support: of what houses it, and of its needs; the latest ones. */
export function lossChanges(state: RunState, component: number): readonly number[] {
  const latest = begin(state)
  if (!housed(state, component)) keepLatest(state, latest, state.lastChange[state.layout.within[component]!]!)
  if (!needsHold(state, component)) {
    keepLatest(state, latest, state.network.lastTurn(state.network.needsOf[component]!))
  }
  return latest.slice()
}

/** The cause of a loss that nothing bridges. */
export function lossCause(state: RunState, component: number): Cause {
  if (state.cut[component] === 1 && state.harmedBy[component]! >= 0) {
    return { kind: 'event', event: state.harmedBy[component]! }
  }
  const changes = lossChanges(state, component)
  return changes.length === 0 ? { kind: 'start' } : { kind: 'loss', changes }
}
