/** A stretch that is left out of an axis. Milliseconds. */
export interface Break {
  readonly fromMs: number
  readonly toMs: number
}

/** A linear axis with at most one break; both sides have the same scale. */
export interface BrokenAxis {
  readonly fromMs: number
  readonly toMs: number
  readonly break: Break | null
  /** Place of a time. Within the break it is the middle of the tear. */
  readonly x: (ms: number) => number
  /** Left and right end of the tear, in the units of `x`. */
  readonly tear: readonly [number, number] | null
  readonly perHour: number
}

export const HOUR = 3_600_000
const LEAST_BREAK = 14 * HOUR
const LEAST_SHARE = 0.14

/**
 * The axis over `points`, the times at which something is drawn. The longest stretch without a point is left out where it is
 * longer than 14 hours and a seventh of the whole; two hours on either side of it stay.
 */
export function brokenAxis(
  points: readonly number[],
  left: number,
  right: number,
  tearWidth: number,
): BrokenAxis {
  const sorted = [...points].sort((a, b) => a - b)
  const fromMs = sorted[0] ?? 0
  const toMs = Math.max(fromMs + HOUR, sorted.at(-1) ?? 0)
  let widest: Break | null = null
  for (let place = 1; place < sorted.length; place++) {
    const [from, to] = [sorted[place - 1]!, sorted[place]!]
    if (widest === null || to - from > widest.toMs - widest.fromMs) widest = { fromMs: from, toMs: to }
  }
  const length = widest === null ? 0 : widest.toMs - widest.fromMs
  const cut =
    widest !== null && length > LEAST_BREAK && length > (toMs - fromMs) * LEAST_SHARE
      ? { fromMs: widest.fromMs + 3 * HOUR, toMs: widest.toMs - 3 * HOUR }
      : null
  const shown = toMs - fromMs - (cut === null ? 0 : cut.toMs - cut.fromMs)
  const scale = (right - left - (cut === null ? 0 : tearWidth)) / shown
  const tearAt = cut === null ? 0 : left + (cut.fromMs - fromMs) * scale
  const x = (ms: number) => {
    if (cut === null || ms <= cut.fromMs) return left + (Math.max(fromMs, ms) - fromMs) * scale
    if (ms < cut.toMs) return tearAt + tearWidth / 2
    return tearAt + tearWidth + (Math.min(toMs, ms) - cut.toMs) * scale
  }
  return {
    fromMs,
    toMs,
    break: cut,
    x,
    tear: cut === null ? null : [tearAt, tearAt + tearWidth],
    perHour: scale * HOUR,
  }
}
