import type { Interval } from '../engine/history.js'
import type { ServiceOutcome, Verdict } from './assessment.js'

/** A service in both runs. */
export interface Pair {
  readonly before: ServiceOutcome
  readonly after: ServiceOutcome
}

/** The difference that an if makes to the time down of a service, in one word and in milliseconds. */
export interface Difference {
  readonly kind: Verdict['kind']
  readonly deltaMs: number
  readonly laterMs: number
  readonly atLeast: boolean
}

/**
 * Compares the intervals down of one service in two runs. `laterMs` is how much later it first goes down; 0 unless it goes
 * down in both. Where a run is cut off by the horizon the difference is `atLeast`.
 */
export function compare(before: readonly Interval[], after: readonly Interval[]): Difference {
  const deltaMs = lengthOf(after) - lengthOf(before)
  const first = before[0]
  const firstAfter = after[0]
  const laterMs = first === undefined || firstAfter === undefined ? 0 : firstAfter.fromMs - first.fromMs
  const same = areSame(before, after)
  const atLeast = !same && (isOpen(before) || isOpen(after))
  return { kind: kindOf(before, after, same, deltaMs, laterMs), deltaMs, laterMs, atLeast }
}

function kindOf(
  before: readonly Interval[],
  after: readonly Interval[],
  same: boolean,
  deltaMs: number,
  laterMs: number,
): Verdict['kind'] {
  if (before.length === 0 && after.length === 0) return 'not-down'
  if (same) return 'no-effect'
  if (after.length === 0) return 'prevented'
  if (isOpen(after)) return 'not-back'
  if (deltaMs < 0) return 'shortened'
  if (deltaMs > 0) return 'worse'
  return laterMs === 0 ? 'no-effect' : 'later'
}

function lengthOf(intervals: readonly Interval[]): number {
  let sum = 0
  for (const { fromMs, toMs } of intervals) sum += toMs - fromMs
  return sum
}

function areSame(a: readonly Interval[], b: readonly Interval[]): boolean {
  return (
    a.length === b.length &&
    a.every((interval, place) => {
      const other = b[place]
      return interval.fromMs === other?.fromMs && interval.toMs === other.toMs && interval.open === other.open
    })
  )
}

const isOpen = (intervals: readonly Interval[]) => intervals.at(-1)?.open === true
