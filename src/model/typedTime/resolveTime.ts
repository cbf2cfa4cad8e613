import { formatDuration } from '../duration.js'
import { limits } from '../limits.js'
import { canonicalElapsed, canonicalInstant, canonicalRange } from './canonical.js'
import type { WrittenMoment, WrittenTime } from './moment.js'
import {
  type Assumed,
  type ResolvedMoment,
  resolveMoment,
  type TimeContext,
  type TypedTimeProblem,
} from './resolveMoment.js'

/** A time with nothing missing. */
export interface ResolvedTime {
  readonly kind: 'at' | 'by' | 'after' | 'between'
  /** As a fact's `at:` in the zone of the case. `parseFactTime` reads it as the same instants. */
  readonly at: string
  /** UTC milliseconds; null where that side is open. Equal where the time is exact. */
  readonly fromEpochMs: number | null
  readonly toEpochMs: number | null
  readonly assumed: readonly Assumed[]
  /** Clocks were set back and showed this time twice: `at` is the first, this is the second. */
  readonly secondAt?: string
}

/** About a minute that is named: 15:30쯤 is five minutes to either side. */
const aboutMinuteMs = 5 * 60_000
/** About an hour that is named: 3시쯤 is half an hour to either side. */
const aboutHourMs = 30 * 60_000
/** About a second that is named. */
const aboutSecondMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000
/** A range whose end has no day may go past midnight, but is no longer than this: else it runs backwards. */
const longestPastMidnightMs = 12 * hourMs

/** What a written time means against its surroundings, or why it means nothing. */
export function resolveTime(written: WrittenTime, context: TimeContext): ResolvedTime | TypedTimeProblem {
  const from = resolveMoment(written.from, context)
  if ('code' in from) return from
  if (written.kind === 'between') return resolveRange(written, from, context)
  const aroundMs = written.precisionMs ?? aboutMs(written.from)
  const { epochMs } = from
  const rest = {
    assumed: from.assumed,
    ...(from.secondEpochMs === undefined || written.kind !== 'at'
      ? {}
      : { secondAt: withAround(canonicalInstant(from.secondEpochMs, context.timezone), aroundMs) }),
  }
  const startMs = context.startEpochMs
  const show = (instantMs: number) =>
    keepsElapsed(written.from) && startMs !== null
      ? canonicalElapsed(instantMs - startMs)
      : canonicalInstant(instantMs, context.timezone)
  if (written.kind === 'by') {
    const toEpochMs = epochMs + aroundMs
    return { kind: 'by', at: `by ${show(toEpochMs)}`, fromEpochMs: null, toEpochMs, ...rest }
  }
  if (written.kind === 'after') {
    const fromEpochMs = epochMs - aroundMs
    return { kind: 'after', at: `after ${show(fromEpochMs)}`, fromEpochMs, toEpochMs: null, ...rest }
  }
  return {
    kind: 'at',
    at: withAround(show(epochMs), aroundMs),
    fromEpochMs: epochMs - aroundMs,
    toEpochMs: epochMs + aroundMs,
    ...rest,
  }
}

const withAround = (text: string, aroundMs: number): string =>
  aroundMs > 0 ? `${text} ± ${formatDuration(aroundMs)}` : text

/** A time since the start stays one as far as a duration of the format reaches. */
function keepsElapsed(moment: WrittenMoment): boolean {
  return moment.elapsed?.since === 'start' && Math.abs(moment.elapsed.ms) < limits.durationMs / 2
}

function aboutMs(moment: WrittenMoment): number {
  if (!moment.about) return 0
  if (moment.elapsed !== undefined) return moment.elapsed.ms % hourMs === 0 ? aboutHourMs : aboutMinuteMs
  if (moment.clock?.finest === 'hour') return aboutHourMs
  return moment.clock?.finest === 'second' ? aboutSecondMs : aboutMinuteMs
}

function resolveRange(
  written: WrittenTime,
  first: ResolvedMoment,
  context: TimeContext,
): ResolvedTime | TypedTimeProblem {
  const ends = [written.from, written.to!] as const
  let from = first
  let to = resolveEnd(ends[0], ends[1], from, context)
  if ('code' in to) return to
  const half = ends[1].clock?.half
  if (ends[0].clock?.eitherHalf && ends[0].clock.half === undefined && (half === 'am' || half === 'pm')) {
    // `3:30-3:42 pm` names the half once; `11:30-1:30 pm` begins before noon.
    const shared = resolveMoment({ ...ends[0], clock: { ...ends[0].clock, half } }, context)
    const end = 'code' in shared ? shared : resolveEnd(ends[0], ends[1], shared, context)
    if (!('code' in shared) && !('code' in end) && end.epochMs - shared.epochMs <= longestPastMidnightMs) {
      from = shared
      to = end
    }
  }
  const fromEpochMs = from.epochMs - (written.precisionMs ?? aboutMs(ends[0]))
  const toEpochMs = to.epochMs + (written.precisionMs ?? aboutMs(ends[1]))
  if (toEpochMs < fromEpochMs) return backwards(fromEpochMs, toEpochMs, context)
  const start = context.startEpochMs
  const at =
    start !== null && ends.every(keepsElapsed)
      ? `${canonicalElapsed(fromEpochMs - start)} .. ${canonicalElapsed(toEpochMs - start)}`
      : canonicalRange(fromEpochMs, toEpochMs, context.timezone)
  return {
    kind: 'between',
    at,
    fromEpochMs,
    toEpochMs,
    assumed: [...new Set([...from.assumed, ...to.assumed])],
  }
}

/** The end of a range: what it leaves out is as at the beginning, and it may lie past midnight. */
function resolveEnd(
  from: WrittenMoment,
  written: WrittenMoment,
  first: ResolvedMoment,
  context: TimeContext,
): ResolvedMoment | TypedTimeProblem {
  const clock = written.clock?.minuteOnly
    ? { ...from.clock!, minute: written.clock.minute, second: 0, milli: 0 }
    : written.clock
  const moment: WrittenMoment = { ...written, ...(clock === undefined ? {} : { clock }) }
  const after = { ...context, previousEpochMs: first.epochMs, backMs: 0, day: undefined, hour24: true }
  if (moment.date !== undefined || moment.clock === undefined) return resolveMoment(moment, after)
  const readings = [moment]
  if (clock?.eitherHalf && clock.half === undefined && clock.hour < 12 && from.clock?.half !== undefined)
    readings.push({ ...moment, clock: { ...clock, hour: clock.hour + 12 } })
  const found = readings.map(reading => resolveMoment(reading, after))
  const good = found.filter(end => 'epochMs' in end).sort((a, b) => a.epochMs - b.epochMs)
  const nearest = good[0]
  if (nearest === undefined) return found[0]!
  if (nearest.epochMs - first.epochMs > longestPastMidnightMs && !staysOnDay(first, nearest, context))
    return backwards(first.epochMs, nearest.epochMs - dayMs, context)
  return { epochMs: nearest.epochMs, assumed: nearest.assumed.filter(part => part !== 'date') }
}

function staysOnDay(from: ResolvedMoment, to: ResolvedMoment, context: TimeContext): boolean {
  const day = (epochMs: number) => canonicalInstant(epochMs, context.timezone).slice(0, 10)
  return day(from.epochMs) === day(to.epochMs)
}

function backwards(fromEpochMs: number, toEpochMs: number, context: TimeContext): TypedTimeProblem {
  const from = canonicalInstant(fromEpochMs, context.timezone)
  const to = canonicalInstant(toEpochMs, context.timezone)
  const suggestion =
    toEpochMs < fromEpochMs ? canonicalRange(toEpochMs, fromEpochMs, context.timezone) : undefined
  return {
    code: 'range-backwards',
    values: { from, to },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
