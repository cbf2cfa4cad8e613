import { dueKinds } from './agenda.js'
import { changeLevel } from './change.js'
import { choose } from './choice.js'
import type { OpenWork } from './openWork.js'
import { lossCause, lossChanges } from './reasons.js'
import { returnAtOnce } from './returns.js'
import { housed, needsHold, type RunState, supported } from './state.js'
import { endRecovery, pauseWork } from './works.js'

/**
 * Settles the system (rule 9): losses until none is left, and what takes no time returns, one at a time; then again,
 * until nothing changes. Only what was touched since the last time is looked at.
 */
export function settle(state: RunState): void {
  state.settlings++
  do {
    for (let touched = state.touched.next(); touched !== undefined; touched = state.touched.next()) {
      lose(state, touched)
      pauseForNeeds(state, touched)
      state.asked.add(touched)
    }
    pauseForCrew(state)
    for (let asked = state.asked.next(); asked !== undefined; asked = state.asked.next()) choose(state, asked)
  } while (returnAtOnce(state))
}

/** Rule 1, and the first half of rule 5. */
function lose(state: RunState, component: number): void {
  if (supported(state, component)) {
    state.holdingSinceMs[component] = -1
    return
  }
  endRecovery(state, component, 'lost-support')
  if (state.level[component] === 0) {
    state.holdingSinceMs[component] = -1
    return
  }
  const holdupMs = state.layout.holdupMs[component]!
  const bridged =
    holdupMs > 0 && state.cut[component] === 0 && state.broken[component] === 0 && housed(state, component)
  if (!bridged) {
    const cause = lossCause(state, component)
    state.holdingSinceMs[component] = -1
    changeLevel(state, component, 0, cause)
  } else if (state.holdingSinceMs[component] === -1 && !needsHold(state, component)) {
    state.holdingSinceMs[component] = state.nowMs
    state.holdingBecause[component] = lossChanges(state, component)
    state.holdingFrom[component] = state.settlings
    state.agenda.add({
      timeMs: state.nowMs + holdupMs,
      kind: dueKinds.holdup,
      order: state.settlings,
      subject: component,
      token: state.nowMs,
    })
  }
}

/** Rule 4 for work that lacks what it needs; a repair also needs to be housed (rule 7). */
function pauseForNeeds(state: RunState, component: number): void {
  const { firstOf, way } = state.plans
  for (let plan = firstOf[component]!; plan < firstOf[component + 1]!; plan++) {
    if (state.running[plan] === 0) continue
    const goesOn =
      state.network.holds(state.network.planNeeds[plan]!) && (way[plan]! >= 0 || housed(state, component))
    if (goesOn) continue
    for (const work of state.begun[plan]!) if (work.state === 'running') pauseWork(state, work, 'needs')
  }
}

/**
 * Rule 4 for teams that have less than is in use: among the work that uses any of them, what started or resumed last
 * pauses first, in whatever order the teams fell.
 */
function pauseForCrew(state: RunState): void {
  const { inUse } = state.crews
  let short: number[] | undefined
  for (let team = state.shrunk.next(); team !== undefined; team = state.shrunk.next()) {
    if (inUse[team]! <= state.level[team]!) continue
    short ??= []
    short.push(team)
  }
  while (short !== undefined) {
    let last: OpenWork | undefined
    for (const team of short) {
      if (inUse[team]! <= state.level[team]!) continue
      const user = state.crews.lastUser(team)
      if (user !== undefined && (last === undefined || user.startOrder > last.startOrder)) last = user
    }
    if (last === undefined) return
    pauseWork(state, last, 'crew')
  }
}
