import type { Run } from '../engine/history.js'
import type { System } from '../engine/system.js'
import type { Component } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'
import { parseDuration } from '../model/duration.js'

/** What a store lost: so many milliseconds of writes, or (`null`) everything. */
export interface DataLoss {
  readonly behindMs: number | null
}

/** Kinds of component that hold data of their own, with copies or without. */
const STORING = new Set(['store', 'database'])

/** Whether the loss of a component means the loss of data. */
export function holdsData(component: Component | undefined): boolean {
  return component !== undefined && (component.copies !== undefined || STORING.has(component.kind))
}

/**
 * The data that a store lost in a run: each time it was destroyed, up to the least `behind` of the copies that were
 * not, or altogether. A copy is gone when its place was destroyed before and had not returned, or is destroyed before the
 * store is whole again. Null where nothing was lost.
 */
export function dataLoss(compiled: CompiledCase, run: Run, component: number): DataLoss | null {
  const id = compiled.ids[component] ?? ''
  const copies = compiled.document.components?.[id]?.copies ?? []
  let worst: DataLoss | null = null
  for (const destroyedMs of destructions(run, component)) {
    const wholeMs = returnsAfter(run, component, destroyedMs)
    let least: number | null = null
    for (const copy of copies) {
      const place = compiled.indexOf.get(copy.in)
      if (place === undefined || isGone(run, place, destroyedMs, wholeMs)) continue
      const behindMs = copy.behind === undefined ? 0 : (parseDuration(copy.behind)?.medianMs ?? 0)
      least = least === null ? behindMs : Math.min(least, behindMs)
    }
    if (least === null) return { behindMs: null }
    if (least > 0 && (worst?.behindMs ?? 0) < least) worst = { behindMs: least }
  }
  return worst
}

function isGone(run: Run, place: number, destroyedMs: number, wholeMs: number): boolean {
  return destructions(run, place).some(
    ms =>
      (ms <= destroyedMs && returnsAfter(run, place, ms) > destroyedMs) ||
      (ms > destroyedMs && ms <= wholeMs),
  )
}

/** Times at which events that happened destroyed a component or what it stands in. */
function destructions(run: Run, component: number): readonly number[] {
  const times: number[] = []
  run.scenario.events.forEach((event, index) => {
    const outcome = run.events[index]
    if (!outcome?.happened || !event.destroy.some(target => contains(run.system, target, component))) return
    if (run.system.components[component]?.initial !== 'absent') times.push(outcome.timeMs)
  })
  return times.sort((a, b) => a - b)
}

function contains(system: System, outer: number, inner: number): boolean {
  for (let at = inner; at >= 0; at = system.components[at]?.within ?? -1) {
    if (at === outer) return true
  }
  return false
}

/** When all units are up again after an instant; infinity where never. */
function returnsAfter(run: Run, component: number, afterMs: number): number {
  const count = run.system.components[component]?.count ?? 1
  for (const change of run.changes) {
    if (change.component === component && change.timeMs > afterMs && change.level >= count)
      return change.timeMs
  }
  return Number.POSITIVE_INFINITY
}
