import type { ServiceOutcome, Verdict } from './assessment.js'

/** A service in both runs. */
export interface Pair {
  readonly before: ServiceOutcome
  readonly after: ServiceOutcome
}

/** The difference that an if makes to a service, in one word and in milliseconds. */
export interface Difference {
  readonly kind: Verdict['kind']
  readonly deltaMs: number
  readonly impairedDeltaMs: number
  readonly laterMs: number
  readonly atLeast: boolean
}

/**
 * Compares two outcomes of one service. `laterMs` is how much later it first goes down; 0 unless it goes down in both.
 * Where a run is cut off by the horizon the difference is `atLeast`.
 */
export function compare(before: ServiceOutcome, after: ServiceOutcome): Difference {
  const deltaMs = after.downMs - before.downMs
  const first = before.down[0]
  const firstAfter = after.down[0]
  const laterMs = first === undefined || firstAfter === undefined ? 0 : firstAfter.fromMs - first.fromMs
  const same = JSON.stringify(before.down) === JSON.stringify(after.down)
  const atLeast = !same && !(before.backWithinHorizon && after.backWithinHorizon)
  return {
    kind: kindOf(before, after, same, deltaMs, laterMs),
    deltaMs,
    impairedDeltaMs: after.impairedMs - before.impairedMs,
    laterMs,
    atLeast,
  }
}

function kindOf(
  before: ServiceOutcome,
  after: ServiceOutcome,
  same: boolean,
  deltaMs: number,
  laterMs: number,
): Verdict['kind'] {
  if (before.down.length === 0 && after.down.length === 0) return 'not-down'
  if (same) return 'no-effect'
  if (after.down.length === 0) return 'prevented'
  if (!after.backWithinHorizon) return 'not-back'
  if (deltaMs < 0) return 'shortened'
  if (deltaMs > 0) return 'worse'
  return laterMs === 0 ? 'no-effect' : 'later'
}
