import type { Interval, Run } from '../engine/history.js'
import { downIntervals, impairedIntervals } from '../engine/levels.js'
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
    dataLost: holdsData(written) ? dataLoss(compiled, run, component) : null,
  }
}

/** How a component fared in a variant; null where the ifs took it out of the system. */
export function outcomeIn(variant: Variant, component: string): ServiceOutcome | null {
  const index = variant.compiled.indexOf.get(component)
  return index === undefined ? null : serviceOutcome(variant.compiled, variant.scenario, variant.run, index)
}

function total(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

function lastReturn(away: readonly Interval[]): number | null {
  if (away.length === 0 || away.some(interval => interval.open)) return null
  return Math.max(...away.map(interval => interval.toMs))
}
