import { Agenda, type Due, dueKinds } from './agenda.js'
import { Crews } from './crews.js'
import type { Change } from './history.js'
import type { Limits } from './limits.js'
import { Line } from './line.js'
import { Network } from './network.js'
import type { OpenWork } from './openWork.js'
import { layOutPlans, type Plans } from './plans.js'
import type { Component, Scenario, System } from './system.js'
import { Turns } from './turns.js'

/** What acted last on a component: an event that destroyed, failed, released or repaired it, or a finished repair. */
export interface Act {
  readonly timeMs: number
  readonly event: number | null
  readonly work: number | null
}

/** Everything a run knows at a moment. Arrays are indexed by component unless they say otherwise. */
export interface RunState {
  readonly system: System
  readonly scenario: Scenario
  readonly limits: Limits
  readonly plans: Plans
  readonly network: Network
  readonly crews: Crews
  readonly line: Line
  readonly agenda: Agenda
  nowMs: number
  readonly level: Int32Array
  /** Failed units that only a repair brings back. */
  readonly failed: Int32Array
  readonly cut: Uint8Array
  readonly broken: Uint8Array
  /** `recovery: none`, went down, and no repair has come since. */
  readonly tripped: Uint8Array
  /** Time at which the hold-up under way began, or -1; and the changes that took the support. */
  readonly holdingSinceMs: Float64Array
  /** The settling in which that hold-up began: those of one settling began together. */
  readonly holdingFrom: Int32Array
  readonly holdingBecause: (readonly number[])[]
  /** The event that last cut or destroyed it, or -1; and what acted on it last. */
  readonly harmedBy: Int32Array
  readonly actedOnBy: (Act | undefined)[]
  readonly lastChange: Int32Array
  /** What stands in component `c`: `contents[contentsFrom[c]]` up to `contents[contentsFrom[c + 1]]`. */
  readonly contentsFrom: Int32Array
  readonly contents: Int32Array
  /** Per plan: its begun works, running or paused, in the order in which they began; and how many of them run. */
  readonly begun: (OpenWork[] | undefined)[]
  readonly running: Int32Array
  /** Components to be asked for losses, components to be asked what they do next, teams that lost units. */
  readonly touched: Turns
  readonly asked: Turns
  readonly shrunk: Turns
  /** How many settlings, starts of work (resumed ones too) and beginnings of work there have been. */
  settlings: number
  starts: number
  begins: number
  readonly changes: Change[]
  readonly works: OpenWork[]
  readonly events: ({ readonly timeMs: number; readonly happened: boolean } | null)[]
  /** How often a component changed within the instant `changedAtMs`. */
  readonly changedAtMs: Float64Array
  readonly changesNow: Int32Array
}

const nothing: readonly number[] = []

/** Level of a component before the run settles at 0. */
export function startLevel(component: Component): number {
  return component.initial === 'up' ? component.count : 0
}

/** The state before the run settles at 0. */
export function openState(system: System, scenario: Scenario, limits: Limits): RunState {
  const { components } = system
  const size = components.length
  const plans = layOutPlans(system)
  const level = Int32Array.from(components, startLevel)
  const { contentsFrom, contents } = layOutContents(system)
  const state: RunState = {
    system,
    scenario,
    limits,
    plans,
    network: new Network(system, plans, level),
    crews: new Crews(system),
    line: new Line(system, plans),
    agenda: new Agenda(due => stillStands(state, due)),
    nowMs: 0,
    level,
    failed: new Int32Array(size),
    cut: Uint8Array.from(components, component => (component.initial === 'cut' ? 1 : 0)),
    broken: new Uint8Array(size),
    tripped: Uint8Array.from(components, (component, index) =>
      component.byHand && level[index] === 0 ? 1 : 0,
    ),
    holdingSinceMs: new Float64Array(size).fill(-1),
    holdingFrom: new Int32Array(size),
    holdingBecause: Array.from({ length: size }, () => nothing),
    harmedBy: new Int32Array(size).fill(-1),
    actedOnBy: Array.from({ length: size }, () => undefined),
    lastChange: new Int32Array(size).fill(-1),
    contentsFrom,
    contents,
    begun: Array.from({ length: plans.count }, () => undefined),
    running: new Int32Array(plans.count),
    touched: new Turns(size),
    asked: new Turns(size),
    shrunk: new Turns(size),
    settlings: 0,
    starts: 0,
    begins: 0,
    changes: [],
    works: [],
    events: scenario.events.map(() => null),
    changedAtMs: new Float64Array(size).fill(-1),
    changesNow: new Int32Array(size),
  }
  return state
}

/** Whether a component is housed: it stands in nothing, or what it stands in is up at least in part. */
export function housed(state: RunState, component: number): boolean {
  const within = state.system.components[component]!.within
  return within < 0 || state.level[within]! > 0
}

/** Whether the needs of a component hold. */
export function needsHold(state: RunState, component: number): boolean {
  return state.network.holds(state.network.needsOf[component]!)
}

/** Whether a component is supported: there, housed, not cut, not broken, and its needs hold. */
export function supported(state: RunState, component: number): boolean {
  return (
    state.cut[component] === 0 &&
    state.broken[component] === 0 &&
    state.system.components[component]!.initial !== 'absent' &&
    housed(state, component) &&
    needsHold(state, component)
  )
}

/** Whether failed units come back by recovery; otherwise only a repair brings them back. */
export function recoversFailures(component: Component): boolean {
  return component.ownRecovery && !component.byHand
}

/** Units that can be up: all, less the failed ones where only a repair brings them back. */
export function ceiling(state: RunState, component: number): number {
  const part = state.system.components[component]!
  return recoversFailures(part) ? part.count : part.count - state.failed[component]!
}

function layOutContents(system: System): { contentsFrom: Int32Array; contents: Int32Array } {
  const contentsFrom = new Int32Array(system.components.length + 1)
  for (const { within } of system.components) if (within >= 0) contentsFrom[within + 1]!++
  for (let index = 0; index < system.components.length; index++)
    contentsFrom[index + 1]! += contentsFrom[index]!
  const next = contentsFrom.slice()
  const contents = new Int32Array(contentsFrom.at(-1)!)
  system.components.forEach(({ within }, index) => {
    if (within >= 0) contents[next[within]!++] = index
  })
  return { contentsFrom, contents }
}

function stillStands(state: RunState, due: Due): boolean {
  if (due.kind === dueKinds.event) return true
  if (due.kind === dueKinds.holdup) {
    return state.holdingSinceMs[due.subject] === due.token && state.holdingFrom[due.subject] === due.order
  }
  const work = state.works[due.subject]!
  return work.state === 'running' && work.startOrder === due.token
}
