import { happen, scheduleEvents } from './act.js'
import { type Due, dueKinds } from './agenda.js'
import { changeLevel } from './change.js'
import { RunFailure } from './failure.js'
import type { RunResult } from './history.js'
import { type Limits, limits } from './limits.js'
import { close, recordOf } from './openWork.js'
import { finish, unitsOf } from './returns.js'
import { settle } from './settle.js'
import { startWorks } from './starts.js'
import { openState, type RunState } from './state.js'
import type { Scenario, System } from './system.js'
import { endWork } from './works.js'

/** Computes the history of a system under a scenario, up to the horizon, that instant included. */
export function run(system: System, scenario: Scenario, bounds: Limits = limits): RunResult {
  try {
    const state = openState(system, scenario, bounds)
    // 1. The system settles before the first event (rule 10).
    for (let component = 0; component < system.components.length; component++) state.touched.add(component)
    settle(state)
    const followers = scheduleEvents(state)
    do {
      // 2. Within an instant: events, ends of work, ends of hold-up; the system settles after each (rule 9).
      // 3. When nothing else is due at that instant, work begins; work with nothing left to do ends at once.
      do {
        for (
          let due = state.agenda.take(state.nowMs);
          due !== undefined;
          due = state.agenda.take(state.nowMs)
        ) {
          come(state, due, followers)
          settle(state)
        }
        startWorks(state)
        settle(state)
      } while (state.line.hasOpen || state.agenda.nextMs() === state.nowMs)
      // 4. On to the next instant at which something is due.
      state.nowMs = state.agenda.nextMs()
    } while (state.nowMs <= scenario.horizonMs)
    return { ok: true, run: historyOf(state) }
  } catch (failure) {
    if (failure instanceof RunFailure) return { ok: false, error: failure.error }
    throw failure
  }
}

function come(state: RunState, due: Due, followers: readonly (readonly number[])[]): void {
  if (due.kind === dueKinds.event) happen(state, due.subject, followers[due.subject]!)
  else if (due.kind === dueKinds.work) endOfWork(state, due.subject)
  else endOfHoldup(state, due.subject)
}

function endOfWork(state: RunState, index: number): void {
  const work = state.works[index]!
  work.units = unitsOf(state, work.plan)
  endWork(state, work, 'done')
  finish(state, work.plan, { kind: 'work', work: index }, index)
}

function endOfHoldup(state: RunState, component: number): void {
  const sinceMs = state.holdingSinceMs[component]!
  state.holdingSinceMs[component] = -1
  changeLevel(state, component, 0, { kind: 'holdup', sinceMs, changes: state.holdingBecause[component]! })
}

function historyOf(state: RunState): Extract<RunResult, { ok: true }>['run'] {
  const { system, scenario, changes, events } = state
  for (const work of state.works) if (work.state !== 'ended') close(work, scenario.horizonMs, 'horizon')
  const works = state.works.map(work => recordOf(work, state.plans.way[work.plan]!))
  return { system, scenario, changes, works, events }
}
