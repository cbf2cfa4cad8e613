import { dueKinds } from './agenda.js'
import { RunFailure } from './failure.js'
import type { Pause, WorkRecord } from './history.js'
import { asksNothing } from './line.js'
import { close, type OpenWork, turn } from './openWork.js'
import { enabledBy } from './reasons.js'
import type { RunState } from './state.js'

/** Shared by all that has none; nobody adds to it. */
const nothing: never[] = []

/** Opens the record of a work that was asked for at `sinceMs`. */
export function openWork(state: RunState, plan: number, sinceMs: number): OpenWork {
  const component = state.plans.component[plan]!
  if (state.works.length >= state.limits.worksInOneRun) {
    throw new RunFailure({
      code: 'too-many-works',
      timeMs: state.nowMs,
      components: [component],
      limit: state.limits.worksInOneRun,
    })
  }
  const work: OpenWork = {
    index: state.works.length,
    plan,
    component,
    state: 'waiting',
    begunOrder: -1,
    startOrder: -1,
    remainingMs: state.plans.takesMs[plan]!,
    startedMs: -1,
    spans: nothing,
    spanFromMs: sinceMs,
    lacks: 'crew',
    endMs: -1,
    end: 'horizon',
    units: 0,
    begunBy: nothing,
    begunByEvent: null,
    begunByWork: null,
  }
  state.works.push(work)
  return work
}

/** Begins or resumes a work whose turn it is; it has its crew from now on. */
export function startWork(state: RunState, work: OpenWork): void {
  const { plan } = work
  if (work.begunOrder < 0) {
    work.begunOrder = state.begins++
    const enabled = enabledBy(state, plan)
    work.begunBy = enabled.changes
    work.begunByEvent = enabled.event
    work.begunByWork = enabled.work
    const begun = state.begun[plan]
    if (begun === undefined) state.begun[plan] = [work]
    else begun.push(work)
  }
  work.startOrder = state.starts++
  work.startedMs = state.nowMs
  turn(work, state.nowMs, 'running', null)
  state.running[plan]!++
  state.crews.take(work, state.plans.work[plan]!)
  state.agenda.add({
    timeMs: state.nowMs + work.remainingMs,
    kind: dueKinds.work,
    order: work.begunOrder,
    subject: work.index,
    token: work.startOrder,
  })
  state.asked.add(work.component)
}

/** Pauses a running work; what is done is kept. */
export function pauseWork(state: RunState, work: OpenWork, lacks: Pause): void {
  work.remainingMs -= state.nowMs - work.startedMs
  stopRunning(state, work)
  turn(work, state.nowMs, 'paused', lacks)
}

/** Says what the paused works of a plan lack from now on. */
export function standStill(state: RunState, plan: number, lacks: Pause | null): void {
  for (const work of state.begun[plan]!) if (work.state === 'paused') turn(work, state.nowMs, 'paused', lacks)
}

/** Ends a begun work. */
export function endWork(state: RunState, work: OpenWork, end: WorkRecord['end']): void {
  if (work.state === 'running') stopRunning(state, work)
  close(work, state.nowMs, end)
  const begun = state.begun[work.plan]!
  begun.splice(begun.indexOf(work), 1)
  state.asked.add(work.component)
}

/** Ends all that a plan has under way, paused or waiting, its place in line included. */
export function endPlan(state: RunState, plan: number, end: WorkRecord['end']): void {
  leaveLine(state, plan, end)
  const begun = state.begun[plan]
  while (begun !== undefined && begun.length > 0) endWork(state, begun.at(-1)!, end)
}

/** Ends a component's recovery, its place in line included. */
export function endRecovery(state: RunState, component: number, end: WorkRecord['end']): void {
  const { firstOf, way } = state.plans
  for (let plan = firstOf[component]!; plan < firstOf[component + 1]!; plan++) {
    if (way[plan]! >= 0) endPlan(state, plan, end)
  }
}

/** Ends a component's repair, its place in line included. */
export function endRepair(state: RunState, component: number): void {
  const last = state.plans.firstOf[component + 1]! - 1
  if (last >= state.plans.firstOf[component]! && state.plans.way[last] === -1) endPlan(state, last, 'event')
}

/** Takes a plan out of the line; a new work that waited for its crew has waited in vain. */
export function leaveLine(state: RunState, plan: number, end: WorkRecord['end']): void {
  if (state.line.asks[plan] === asksNothing) return
  state.line.leave(plan)
  state.asked.add(state.plans.component[plan]!)
  const waiting = state.line.waiting[plan]!
  if (waiting >= 0) close(state.works[waiting]!, state.nowMs, end)
  state.line.waiting[plan] = -1
}

function stopRunning(state: RunState, work: OpenWork): void {
  const { crew } = state.plans.work[work.plan]!
  state.running[work.plan]!--
  state.crews.giveBack(state.plans.work[work.plan]!)
  for (const { team } of crew) state.line.wake(team)
  state.asked.add(work.component)
}
