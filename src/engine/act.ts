import { dueKinds } from './agenda.js'
import { changeLevel } from './change.js'
import { holds } from './expression.js'
import { mend } from './returns.js'
import type { RunState } from './state.js'
import type { Event } from './system.js'
import { endRecovery, endRepair } from './works.js'

/** Puts the events that have a time of their own on the agenda, and notes for each which events come after it. */
export function scheduleEvents(state: RunState): readonly (readonly number[])[] {
  const followers: number[][] = state.scenario.events.map(() => [])
  state.scenario.events.forEach((event, index) => {
    if (event.after >= 0) followers[event.after]!.push(index)
    else schedule(state, index, event.timeMs)
  })
  return followers
}

/** Asks an event whether it happens; if so it acts (rule 8), and those that come after it get their times. */
export function happen(state: RunState, index: number, followers: readonly number[]): void {
  const event = state.scenario.events[index]!
  const happened =
    (event.when === null || holds(event.when, state.level)) &&
    (event.unless === null || !holds(event.unless, state.level))
  state.events[index] = { timeMs: state.nowMs, happened }
  if (!happened) return
  act(state, event, index)
  for (const follower of followers) {
    schedule(state, follower, state.nowMs + state.scenario.events[follower]!.timeMs)
  }
}

/** Does what an event does, in the order of rule 8; the system has not settled yet when this returns. */
function act(state: RunState, event: Event, index: number): void {
  for (const component of event.destroy) destroy(state, component, index)
  for (const { component, units } of event.fail) fail(state, component, units, index)
  for (const component of event.cut) cut(state, component, index)
  for (const component of event.release) release(state, component, index)
  for (const component of event.repair) repair(state, component, index)
}

function destroy(state: RunState, component: number, event: number): void {
  if (isThere(state, component)) {
    endRecovery(state, component, 'event')
    endRepair(state, component)
    state.broken[component] = 1
    state.harmedBy[component] = event
    state.actedOnBy[component] = { timeMs: state.nowMs, event, work: null }
    changeLevel(state, component, 0, { kind: 'event', event })
    state.touched.add(component)
  }
  const { contents, contentsFrom } = state.layout
  const to = contentsFrom[component + 1]!
  for (let at = contentsFrom[component]!; at < to; at++) destroy(state, contents[at]!, event)
}

function fail(state: RunState, component: number, units: number, event: number): void {
  if (!isThere(state, component) || units <= 0) return
  const up = state.level[component]!
  if (units > up) endRecovery(state, component, 'event')
  state.actedOnBy[component] = { timeMs: state.nowMs, event, work: null }
  if (state.layout.failuresStay[component] === 1) {
    state.failed[component] = Math.min(state.layout.count[component]!, state.failed[component]! + units)
  }
  changeLevel(state, component, Math.max(0, up - units), { kind: 'event', event })
  state.touched.add(component)
}

function cut(state: RunState, component: number, event: number): void {
  if (!isThere(state, component)) return
  endRecovery(state, component, 'event')
  state.cut[component] = 1
  state.harmedBy[component] = event
  state.touched.add(component)
}

function release(state: RunState, component: number, event: number): void {
  if (!isThere(state, component) || state.cut[component] === 0) return
  state.cut[component] = 0
  state.actedOnBy[component] = { timeMs: state.nowMs, event, work: null }
  state.touched.add(component)
}

function repair(state: RunState, component: number, event: number): void {
  if (!isThere(state, component)) return
  endRepair(state, component)
  state.actedOnBy[component] = { timeMs: state.nowMs, event, work: null }
  mend(state, component)
}

function isThere(state: RunState, component: number): boolean {
  return state.layout.absent[component] === 0
}

function schedule(state: RunState, event: number, timeMs: number): void {
  state.agenda.add({ timeMs, kind: dueKinds.event, order: event, subject: event, token: 0 })
}
