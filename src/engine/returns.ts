import { changeLevel } from './change.js'
import type { Cause } from './history.js'
import { asksNew } from './line.js'
import { turn } from './openWork.js'
import { returnCause } from './reasons.js'
import { ceiling, type RunState } from './state.js'
import { endRecovery, leaveLine, openWork } from './works.js'

/** Lets the first in line of what takes no time return. False if none can. */
export function returnAtOnce(state: RunState): boolean {
  for (let place = state.line.nextAtOnce(); place !== undefined; place = state.line.nextAtOnce()) {
    const { plan } = place
    const team = state.crews.lacking(state.plans.work[plan]!, state.level)
    if (team < 0) {
      finishPlan(state, plan, returnCause(state, plan))
      return true
    }
    state.line.block(place, team)
    if (state.line.waiting[plan] === -1 && state.line.asks[plan] === asksNew) {
      state.line.waiting[plan] = openWork(state, plan, place.sinceMs).index
    }
  }
  return false
}

/** What a plan that takes no time does when its turn comes; one that had to wait for its crew leaves its record. */
function finishPlan(state: RunState, plan: number, cause: Cause): void {
  const component = state.plans.component[plan]!
  const waited = state.line.waiting[plan]!
  if (waited >= 0) {
    const work = state.works[waited]!
    work.units = unitsOf(state, plan)
    leaveLine(state, plan, 'done')
    finish(state, plan, { kind: 'work', work: waited }, waited)
    return
  }
  leaveLine(state, plan, 'done')
  if (state.plans.way[plan] === -1) {
    // A repair that takes no time leaves a record all the same, so that what follows from it can name it.
    const work = openWork(state, plan, state.nowMs)
    turn(work, state.nowMs, 'ended', null)
    work.endMs = state.nowMs
    work.end = 'done'
    finish(state, plan, cause, work.index)
  } else finish(state, plan, cause, -1)
  state.asked.add(component)
}

/** Brings what a batch or a repair brings when it ends. */
export function finish(state: RunState, plan: number, cause: Cause, work: number): void {
  const component = state.plans.component[plan]!
  if (state.plans.way[plan] === -1) {
    mend(state, component)
    state.actedOnBy[component] = { timeMs: state.nowMs, event: null, work }
    return
  }
  changeLevel(state, component, state.level[component]! + unitsOf(state, plan), cause)
  if (state.level[component] === ceiling(state, component)) endRecovery(state, component, 'not-needed')
}

/** Units that a plan brings if it ends now. */
export function unitsOf(state: RunState, plan: number): number {
  const component = state.plans.component[plan]!
  if (state.plans.way[plan] === -1) return 0
  return Math.min(state.plans.batchUnits[plan]!, ceiling(state, component) - state.level[component]!)
}

/** Mends a component: neither broken nor tripped, and no unit failed. */
export function mend(state: RunState, component: number): void {
  state.broken[component] = 0
  state.failed[component] = 0
  state.tripped[component] = 0
  state.touched.add(component)
}
