import { clockTicks } from '../path/clockAxis.js'
import type { Report } from '../report.js'
import type { MomentText } from './momentText.js'

/** The replay's slider as a clock. Milliseconds from the start. */
export interface TimeScale {
  readonly fromMs: number
  readonly toMs: number
  /** Of the slider and of playing. */
  readonly stepMs: number
  /** Of the buttons beside it. */
  readonly jumpMs: number
  /** `at`: its share of the way, 0 to 1. */
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly day: boolean }[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map(minutes => minutes * MINUTE)
const STEPS_ACROSS = 400
const JUMPS_ACROSS = 90
const WIDTH = 1000
const TICK_APART = 74

/** From the start of the case to the last moment, in round steps. */
export function timeScale(report: Report, moments: readonly MomentText[]): TimeScale {
  const before = KNOWN.get(moments)
  if (before !== undefined) return before
  const scale = scaleOf(report, moments)
  KNOWN.set(moments, scale)
  return scale
}

/** The moments of a run are in one language, and their scale is asked for at every step. */
const KNOWN = new WeakMap<readonly MomentText[], TimeScale>()

function scaleOf(report: Report, moments: readonly MomentText[]): TimeScale {
  const last = moments.at(-1)?.timeMs ?? 0
  const least = (across: number) => STEPS.find(step => last / step <= across) ?? 24 * HOUR
  const stepMs = least(STEPS_ACROSS)
  const toMs = Math.max(stepMs, Math.ceil(last / stepMs) * stepMs)
  const ticks = clockTicks(report.clock, 0, toMs, WIDTH, TICK_APART)
  return {
    fromMs: 0,
    toMs,
    stepMs,
    jumpMs: least(JUMPS_ACROSS),
    ticks: ticks.map(({ ms, label, midnight }) => ({ at: ms / toMs, text: label, day: midnight })),
  }
}
