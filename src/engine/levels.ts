import { type Expression, eachComponent, holds } from './expression.js'
import type { Interval, Run } from './history.js'
import { startLevel } from './state.js'
import type { System } from './system.js'

/** Per component the indexes of its changes, in order. Built once a run and kept as long as the run is. */
export function changesOf(run: Run, component: number): readonly number[] {
  let index = indexes.get(run)
  if (index === undefined) {
    const lists: number[][] = run.system.components.map(() => [])
    for (let at = 0; at < run.changes.length; at++) lists[run.changes[at]!.component]!.push(at)
    index = lists
    indexes.set(run, index)
  }
  return index[component]!
}

const indexes = new WeakMap<Run, readonly (readonly number[])[]>()

/** Place of an index in a sorted list that holds it. */
export function placeOf(list: readonly number[], index: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < index) low = middle + 1
    else high = middle
  }
  return low
}

/** Level of a component before the run settles at 0. */
export function initialLevel(system: System, component: number): number {
  return startLevel(system.components[component]!)
}

/** Index of the last change of a component at or before a time, or -1. */
export function lastChangeAt(run: Run, component: number, timeMs: number): number {
  const list = changesOf(run, component)
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (run.changes[list[middle]!]!.timeMs <= timeMs) low = middle + 1
    else high = middle
  }
  return low === 0 ? -1 : list[low - 1]!
}

/** Level of a component at a time, all changes of that instant included. */
export function levelAt(run: Run, component: number, timeMs: number): number {
  const change = lastChangeAt(run, component, timeMs)
  return change < 0 ? initialLevel(run.system, component) : run.changes[change]!.level
}

/** Levels of all components at a time, all changes of that instant included. */
export function levelsAt(run: Run, timeMs: number): Int32Array {
  return Int32Array.from(run.system.components, (_, component) => levelAt(run, component, timeMs))
}

/**
 * When an expression held (`wanted`) or did not, in order of time. A stretch without length is left out, unless the
 * run ends in it.
 */
export function conditionIntervals(run: Run, expression: Expression, wanted: boolean): Interval[] {
  const read = new Set<number>()
  eachComponent(expression, component => read.add(component))
  // Of those that are read alone: many ask this, each of a few among many.
  const levels: number[] = []
  for (const component of read) levels[component] = initialLevel(run.system, component)
  const order = [...read].flatMap(component => changesOf(run, component)).sort((a, b) => a - b)
  const intervals: Interval[] = []
  let fromMs = holds(expression, levels) === wanted ? 0 : -1
  for (const at of order) {
    const change = run.changes[at]!
    levels[change.component] = change.level
    const now = holds(expression, levels) === wanted
    if (now && fromMs < 0) fromMs = change.timeMs
    if (!now && fromMs >= 0) {
      addInterval(intervals, fromMs, change.timeMs)
      fromMs = -1
    }
  }
  if (fromMs >= 0) addInterval(intervals, fromMs, run.scenario.horizonMs, true)
  return intervals
}

/** When a component was down: none of its units up. Reads its changes alone, since many ask this of many runs. */
export function downIntervals(run: Run, component: number): Interval[] {
  const intervals: Interval[] = []
  let fromMs = initialLevel(run.system, component) === 0 ? 0 : -1
  for (const at of changesOf(run, component)) {
    const { timeMs, level } = run.changes[at]!
    if (level === 0 && fromMs < 0) fromMs = timeMs
    if (level === 0 || fromMs < 0) continue
    addInterval(intervals, fromMs, timeMs)
    fromMs = -1
  }
  if (fromMs >= 0) addInterval(intervals, fromMs, run.scenario.horizonMs, true)
  return intervals
}

/** When a component was impaired: some units up, but not all, or without what it needs to be in full. */
export function impairedIntervals(run: Run, component: number): Interval[] {
  const { count, full } = run.system.components[component]!
  const atLeast = (units: number): Expression => ({ op: 'units', components: [component], atLeast: units })
  const whole: Expression = full === null ? atLeast(count) : { op: 'all', of: [atLeast(count), full] }
  return conditionIntervals(run, { op: 'all', of: [atLeast(1), { op: 'not', of: whole }] }, true)
}

/** Adds a stretch; one that begins in the instant in which the one before ended continues it. */
function addInterval(intervals: Interval[], fromMs: number, toMs: number, open = false): void {
  if (fromMs === toMs && !open) return
  const last = intervals.at(-1)
  if (last !== undefined && last.toMs === fromMs)
    intervals[intervals.length - 1] = { fromMs: last.fromMs, toMs, open }
  else intervals.push({ fromMs, toMs, open })
}
