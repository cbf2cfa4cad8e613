import { asksNew } from './line.js'
import type { OpenWork } from './openWork.js'
import { ceiling, housed, type RunState, supported } from './state.js'
import { leaveLine, standStill } from './works.js'

/**
 * Decides what a component asks for now (rules 2, 4 and 7), and gives its plans their places in line or takes them
 * out. Crew is not looked at here: whoever stands in line lacks nothing else.
 */
export function choose(state: RunState, component: number): void {
  const { firstOf, way } = state.plans
  const from = firstOf[component]!
  const to = firstOf[component + 1]!
  let open =
    state.tripped[component] === 0 &&
    state.level[component]! < ceiling(state, component) &&
    supported(state, component)
  let unitsUnderWay = 0
  for (let plan = from; plan < to; plan++) {
    if (way[plan] === -1) {
      chooseRepair(state, plan)
      continue
    }
    unitsUnderWay += state.running[plan]! * state.plans.batchUnits[plan]!
    open = open ? chooseWay(state, plan, unitsUnderWay) : takeNoPlace(state, plan)
  }
}

/** Asks one way. True if a lesser way may be asked after it. */
function chooseWay(state: RunState, plan: number, unitsUnderWay: number): boolean {
  const { network } = state
  const component = state.plans.component[plan]!
  const begun = state.begun[plan]
  const any = begun !== undefined && begun.length > 0
  const asksWhen = state.level[component] === 0 && !any && network.planWhen[plan]! >= 0
  if (!network.holds(network.planNeeds[plan]!) || (asksWhen && !network.holds(network.planWhen[plan]!))) {
    takeNoPlace(state, plan)
    return true
  }
  const running = state.running[plan]!
  const paused = any && begun.length > running ? firstPaused(state, plan, begun) : undefined
  const missing = ceiling(state, component) - state.level[component]!
  if (running < state.plans.atOnce[plan]! && unitsUnderWay < missing) {
    takePlace(state, plan, paused === undefined ? asksNew : paused.index, asksWhen)
  } else takeNoPlace(state, plan)
  return paused !== undefined && running === 0
}

function chooseRepair(state: RunState, plan: number): void {
  const component = state.plans.component[plan]!
  const needed = state.broken[component] === 1 && housed(state, component)
  if (!needed || state.running[plan]! > 0 || !state.network.holds(state.network.planNeeds[plan]!)) {
    takeNoPlace(state, plan)
    return
  }
  const paused = state.begun[plan]?.[0]
  takePlace(state, plan, paused === undefined ? asksNew : paused.index, false)
}

/** Of several paused works of one way: the one that waits already, else the one that began first. */
function firstPaused(state: RunState, plan: number, begun: readonly OpenWork[]): OpenWork {
  const waits = state.line.asks[plan]!
  if (waits >= 0 && state.works[waits]!.state === 'paused') return state.works[waits]!
  return begun.find(work => work.state === 'paused')!
}

function takePlace(state: RunState, plan: number, asks: number, asksWhen: boolean): void {
  if (state.line.asks[plan] !== asks) leaveLine(state, plan, 'not-needed')
  state.line.enter(plan, asks, asksWhen, state.nowMs)
}

/** Work of the plan that is paused stands still; without a place in line it is not crew that it lacks. */
function takeNoPlace(state: RunState, plan: number): false {
  leaveLine(state, plan, 'not-needed')
  const begun = state.begun[plan]
  if (begun !== undefined && begun.length > state.running[plan]!) {
    const component = state.plans.component[plan]!
    const able =
      state.network.holds(state.network.planNeeds[plan]!) &&
      (state.plans.way[plan]! >= 0 || housed(state, component))
    standStill(state, plan, able ? null : 'needs')
  }
  return false
}
