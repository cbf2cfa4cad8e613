import { choose } from './choice.js'
import type { Place } from './line.js'
import { asksNew } from './line.js'
import type { RunState } from './state.js'
import { openWork, standStill, startWork } from './works.js'

/**
 * Begins and resumes work that takes time, in the order of the line; what lacks crew stays in line (rule 6). Stops where
 * work that had nothing left to do is due at once: nothing begins while something else is due (rule 9).
 */
export function startWorks(state: RunState): void {
  const free = (team: number) => state.level[team]! - state.crews.inUse[team]!
  for (let place = state.line.nextOpen(free); place !== undefined; place = state.line.nextOpen(free)) {
    const team = state.crews.lacking(state.plans.work[place.plan]!, state.level)
    if (team >= 0) wait(state, place, team)
    else {
      start(state, place)
      if (state.agenda.nextMs() === state.nowMs) return
    }
  }
}

function start(state: RunState, { plan, sinceMs }: Place): void {
  const { line } = state
  const waited = line.asks[plan] === asksNew ? line.waiting[plan]! : line.asks[plan]!
  const work = waited >= 0 ? state.works[waited]! : openWork(state, plan, sinceMs)
  line.waiting[plan] = -1
  line.leave(plan)
  startWork(state, work)
  for (let asked = state.asked.next(); asked !== undefined; asked = state.asked.next()) choose(state, asked)
}

function wait(state: RunState, place: Place, team: number): void {
  const { line } = state
  const { plan } = place
  line.block(place, team)
  const asks = line.asks[plan]!
  if (asks !== asksNew) standStill(state, plan, 'crew')
  else if (line.waiting[plan] === -1) line.waiting[plan] = openWork(state, plan, place.sinceMs).index
}
