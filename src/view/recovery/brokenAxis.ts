/** A stretch that is left out of an axis, and where its tear lies in the units of `x`. Times in milliseconds. */
export interface Break {
  readonly fromMs: number
  readonly toMs: number
  readonly left: number
  readonly right: number
}

/** A linear axis with breaks; every part has the same scale. */
export interface BrokenAxis {
  readonly fromMs: number
  readonly toMs: number
  readonly breaks: readonly Break[]
  /** Place of a time. Within a break it is the middle of the tear. */
  readonly x: (ms: number) => number
  /** Units for one hour. */
  readonly perHour: number
}

export const HOUR = 3_600_000
const LEAST_BREAK_MS = 14 * HOUR
const LEAST_SHARE = 0.14
const MOST_BREAKS = 2
/** What stays on either side of a break, so that nothing ends at a tear: so long, or this share of the whole if that is more. */
const LEAST_MARGIN_MS = 3 * HOUR
const MARGIN_SHARE = 1 / 60

/**
 * The axis over `points`, the times at which something is drawn. The longest stretches without a point are left out where
 * they are longer than 14 hours and a seventh of the whole.
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
  const marginMs = Math.max(LEAST_MARGIN_MS, (toMs - fromMs) * MARGIN_SHARE)
  const cuts = sorted
    .map((point, place) => ({ fromMs: point + marginMs, toMs: (sorted[place + 1] ?? point) - marginMs }))
    .filter(cut => {
      const length = cut.toMs - cut.fromMs + 2 * marginMs
      return length > LEAST_BREAK_MS && length > (toMs - fromMs) * LEAST_SHARE
    })
    .sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs))
    .slice(0, MOST_BREAKS)
    .sort((a, b) => a.fromMs - b.fromMs)
  const shownMs = toMs - fromMs - cuts.reduce((sum, cut) => sum + cut.toMs - cut.fromMs, 0)
  const scale = (right - left - cuts.length * tearWidth) / shownMs
  const breaks: Break[] = []
  let gone = 0
  for (const cut of cuts) {
    const at = left + (cut.fromMs - fromMs - gone) * scale + breaks.length * tearWidth
    breaks.push({ ...cut, left: at, right: at + tearWidth })
    gone += cut.toMs - cut.fromMs
  }
  const x = (ms: number) => {
    let shown = Math.min(toMs, Math.max(fromMs, ms)) - fromMs
    let tears = 0
    for (const cut of breaks) {
      if (ms <= cut.fromMs) break
      if (ms < cut.toMs) return (cut.left + cut.right) / 2
      shown -= cut.toMs - cut.fromMs
      tears++
    }
    return left + shown * scale + tears * tearWidth
  }
  return { fromMs, toMs, breaks, x, perHour: scale * HOUR }
}
