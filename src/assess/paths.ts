import type { Interval } from '../engine/history.js'
import { downIntervals } from '../engine/levels.js'
import { recoveryPath, type Step } from '../engine/recoveryPath.js'
import type { Variant } from './session.js'

/** A stretch of an outage and what was waited for in it, by ids of the case. */
export interface PathStep {
  readonly fromMs: number
  readonly toMs: number
  /** Whose return was waited for. */
  readonly component: string
  readonly kind: Step['kind']
  readonly way: number
  /** The event that the wait began or ended with. */
  readonly event: string | null
  readonly team: string | null
  /** Units of the team that the work takes, or units that its batches bring. */
  readonly units: number
  /** Batches, or waits, one after the other. */
  readonly pieces: number
}

/** One outage of a component, divided among what its time was spent on. */
export interface OutagePath {
  readonly component: string
  readonly interval: Interval
  /** Oldest first; together they are the interval, to the millisecond. */
  readonly steps: readonly PathStep[]
  /** Milliseconds by kind of step, the longest first. */
  readonly spent: readonly { readonly kind: Step['kind']; readonly ms: number }[]
}

/** The recovery path of every outage of a component in a variant, oldest first. */
export function outagePaths(variant: Variant, component: string): readonly OutagePath[] {
  const index = variant.compiled.indexOf.get(component)
  if (index === undefined) throw new Error(`The case has no component ${component}.`)
  return downIntervals(variant.run, index).map(interval => {
    const steps = merged(recoveryPath(variant.run, index, interval).map(step => named(variant, step)))
    return { component, interval, steps, spent: spentOn(steps) }
  })
}

/** The longest outage of a component: what its story is told of. Null where it never goes down. */
export function longestOutage(variant: Variant, component: string): OutagePath | null {
  const length = ({ interval }: OutagePath) => interval.toMs - interval.fromMs
  return outagePaths(variant, component).reduce<OutagePath | null>(
    (longest, path) => (longest === null || length(path) > length(longest) ? path : longest),
    null,
  )
}

function named(variant: Variant, step: Step): PathStep {
  const { ids } = variant.compiled
  return {
    fromMs: step.fromMs,
    toMs: step.toMs,
    component: ids[step.component] ?? '',
    kind: step.kind,
    way: step.way,
    event: step.event === null ? null : (variant.scenario.eventIds[step.event] ?? null),
    team: step.team === null ? null : (ids[step.team] ?? null),
    units: step.units,
    pieces: 1,
  }
}

/** Batch after batch of one work, or wait after wait for one team, is told as one step. */
function merged(steps: readonly PathStep[]): readonly PathStep[] {
  const told: PathStep[] = []
  for (const step of steps) {
    const last = told.at(-1)
    const goesOn =
      last?.kind === step.kind &&
      last.component === step.component &&
      last.way === step.way &&
      last.event === step.event &&
      last.team === step.team
    if (!goesOn) told.push(step)
    else {
      const units = step.kind === 'crew' ? Math.max(last.units, step.units) : last.units + step.units
      told[told.length - 1] = { ...last, toMs: step.toMs, units, pieces: last.pieces + 1 }
    }
  }
  return told
}

function spentOn(steps: readonly PathStep[]): OutagePath['spent'] {
  const sums = new Map<Step['kind'], number>()
  for (const { kind, fromMs, toMs } of steps) sums.set(kind, (sums.get(kind) ?? 0) + toMs - fromMs)
  return [...sums]
    .map(([kind, ms]) => ({ kind, ms }))
    .sort((a, b) => b.ms - a.ms || (a.kind < b.kind ? -1 : 1))
}
