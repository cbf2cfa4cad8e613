import type { Clock } from '../clock.js'

/** A tick of a clock axis, at a round local hour. */
export interface ClockTick {
  readonly ms: number
  readonly label: string
  readonly midnight: boolean
}

const HOUR = 3_600_000
const MINUTE = 60_000
const STEPS = [
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  48 * HOUR,
  96 * HOUR,
  7 * 24 * HOUR,
  14 * 24 * HOUR,
  28 * 24 * HOUR,
]

/** Ticks at round hours of the case's zone, no closer than `apart` units. */
export function clockTicks(
  clock: Clock,
  fromMs: number,
  toMs: number,
  width: number,
  apart: number,
): ClockTick[] {
  const step = STEPS.find(one => (one / (toMs - fromMs)) * width >= apart) ?? STEPS.at(-1)!
  const ticks: ClockTick[] = []
  let day = clock.midnight(fromMs)
  while (day < toMs && ticks.length < 200) {
    const nextDay = clock.midnight(day + 26 * HOUR)
    for (let ms = day; ms < nextDay; ms += Math.min(step, 24 * HOUR)) {
      const midnight = ms === day
      const skipped =
        step > 24 * HOUR &&
        Math.round((ms - clock.midnight(fromMs)) / (24 * HOUR)) % (step / (24 * HOUR)) !== 0
      if (ms >= fromMs && ms <= toMs && !skipped)
        ticks.push({ ms, label: midnight ? clock.day(ms) : clock.time(ms), midnight })
    }
    day = nextDay
  }
  return ticks
}
