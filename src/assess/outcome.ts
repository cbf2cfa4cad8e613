import type { Interval, Run } from '../engine/history.js'
import { changesOf, downIntervals, impairedIntervals, initialLevel } from '../engine/levels.js'
import type { CompiledCase, CompiledScenario } from '../model/compiled.js'
import type { ServiceOutcome } from './assessment.js'
import { dataLoss, holdsData } from './dataLoss.js'
import type { Variant } from './session.js'

const HOUR_MS = 3_600_000

/**
 * How a component fared in a run. `backMs` is its last return to fully up (all units, and its `full`); `backWithinHorizon`
 * asks less: that it is not down when the run ends.
 */
export function serviceOutcome(
  compiled: CompiledCase,
  _scenario: CompiledScenario,
  run: Run,
  component: number,
): ServiceOutcome {
  const id = compiled.ids[component] ?? ''
  const written = compiled.document.components?.[id]
  const down = downIntervals(run, component)
  const impaired = impairedIntervals(run, component)
  const downMs = total(down)
  return {
    component: id,
    downMs,
    impairedMs: total(impaired),
    down,
    impaired,
    backMs: lastReturn([...down, ...impaired]),
    backWithinHorizon: !down.some(interval => interval.open),
    userHours: written?.users === undefined ? null : (written.users * downMs) / HOUR_MS,
    unitHours: unitHours(run, component),
    dataLost: holdsData(written) ? dataLoss(compiled, run, component) : null,
  }
}

/** How a component fared in a variant; null where the ifs took it out of the system. */
export function outcomeIn(variant: Variant, component: string): ServiceOutcome | null {
  const index = variant.compiled.indexOf.get(component)
  return index === undefined ? null : serviceOutcome(variant.compiled, variant.scenario, variant.run, index)
}

function unitHours(run: Run, component: number): number | null {
  const count = run.system.components[component]?.count ?? 1
  if (count === 1) return null
  let missing = 0
  let sinceMs = 0
  let level = initialLevel(run.system, component)
  const add = (untilMs: number) => {
    missing += ((count - level) * (untilMs - sinceMs)) / HOUR_MS
    sinceMs = untilMs
  }
  for (const at of changesOf(run, component)) {
    const change = run.changes[at]
    if (change === undefined) continue
    add(change.timeMs)
    level = change.level
  }
  add(run.scenario.horizonMs)
  return missing
}

function total(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

function lastReturn(away: readonly Interval[]): number | null {
  if (away.length === 0 || away.some(interval => interval.open)) return null
  return Math.max(...away.map(interval => interval.toMs))
}
