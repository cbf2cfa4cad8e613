import { Agenda, type Due, dueKinds } from './agenda.js'
import { Crews } from './crews.js'
import type { Change } from './history.js'
import { type Layout, layoutOf } from './layout.js'
import type { Limits } from './limits.js'
import { Line } from './line.js'
import { Network } from './network.js'
import type { OpenWork } from './openWork.js'
import type { Plans } from './plans.js'
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
  readonly layout: Layout
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
  /** Where `reasons.ts` gathers changes before they are kept. */
  readonly gathered: number[]
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
  const level = Int32Array.from(components.map(startLevel))
  const layout = layoutOf(system)
  const { plans } = layout
  const state: RunState = {
    system,
    scenario,
    limits,
    layout,
    plans,
    network: new Network(layout.gates, level),
    crews: new Crews(system),
    line: new Line(layout),
    agenda: new Agenda(due => stillStands(state, due)),
    nowMs: 0,
    level,
    failed: new Int32Array(size),
    cut: Uint8Array.from(components.map(({ initial }) => (initial === 'cut' ? 1 : 0))),
    broken: new Uint8Array(size),
    tripped: layout.byHand.map((byHand, index) => (byHand === 1 && level[index] === 0 ? 1 : 0)),
    holdingSinceMs: new Float64Array(size).fill(-1),
    holdingFrom: new Int32Array(size),
    holdingBecause: new Array(size).fill(nothing),
    harmedBy: new Int32Array(size).fill(-1),
    actedOnBy: new Array(size).fill(undefined),
    lastChange: new Int32Array(size).fill(-1),
    begun: new Array(plans.count).fill(undefined),
    running: new Int32Array(plans.count),
    touched: new Turns(size),
    asked: new Turns(size),
    shrunk: new Turns(size),
    settlings: 0,
    starts: 0,
    begins: 0,
    gathered: [],
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
  const within = state.layout.within[component]!
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
    state.layout.absent[component] === 0 &&
    housed(state, component) &&
    needsHold(state, component)
  )
}

/** Units that can be up: all, less the failed ones that only a repair brings back. */
export function ceiling(state: RunState, component: number): number {
  return state.layout.count[component]! - state.failed[component]!
}

function stillStands(state: RunState, due: Due): boolean {
  if (due.kind === dueKinds.event) return true
  if (due.kind === dueKinds.holdup) {
    return state.holdingSinceMs[due.subject] === due.token && state.holdingFrom[due.subject] === due.order
  }
  const work = state.works[due.subject]!
  return work.state === 'running' && work.startOrder === due.token
}
