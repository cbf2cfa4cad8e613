import { formatLocal } from '../time.js'
import { instantsOf, isTimezone, offsetMsAt } from '../timezone.js'
import type { WrittenClock, WrittenDate, WrittenMoment } from './moment.js'
import { hourOf } from './scanClock.js'
import { meantOffset } from './zones.js'

/** What a time of which parts are missing is read against. */
export interface TimeContext {
  /** IANA zone of clocks that name none. */
  readonly timezone: string
  /** UTC milliseconds of the case's start; null where it is not known. */
  readonly startEpochMs: number | null
  /** UTC milliseconds of the row above. */
  readonly previousEpochMs?: number | undefined
  /** The day that a heading names: clocks without a day are of this one. */
  readonly day?: WrittenDate | undefined
  /** Clocks are known to count to 24, so that `3:30` is at night. */
  readonly hour24?: boolean
  /** What figures like `3/4` are known to begin with. */
  readonly dateOrder?: 'month' | 'day'
  /** How far a clock without a day may lie before the row above on the same day. */
  readonly backMs?: number
}

/** What had to be assumed, because it was not written. */
export type Assumed = 'date' | 'year' | 'zone' | 'meridiem'

/** Why a typed time is none. `words/typedTime/` has a sentence for each code. */
export interface TypedTimeProblem {
  readonly code:
    | 'empty'
    | 'too-long'
    | 'bad-time'
    | 'several-times'
    | 'date-without-time'
    | 'no-date'
    | 'no-start'
    | 'no-such-date'
    | 'no-such-time'
    | 'year-or-time'
    | 'weekday-disagrees'
    | 'unknown-zone'
    | 'skipped-time'
    | 'range-backwards'
  readonly values: Readonly<Record<string, string | number>>
  /** A text that can be read instead. */
  readonly suggestion?: string
}

/** A moment with nothing missing. */
export interface ResolvedMoment {
  readonly epochMs: number
  readonly assumed: readonly Assumed[]
  /** Clocks were set back and showed it twice: this is the second. */
  readonly secondEpochMs?: number
}

const dayMs = 86_400_000
const hourMs = 3_600_000
/** A clock that lies further before the row above is of the next day. */
const backFromPreviousMs = 6 * hourMs
/** Before the start of a case more is told: what led to it. */
const backFromStartMs = 12 * hourMs
/** How near to the row above, or the start, the other half of the day must bring `3:30` to be the one that is meant. */
const nearMs = 6 * hourMs
/** The same where it comes to lie a little before. */
const closeBehindMs = hourMs
/** `10:30` is rarely meant of the evening, `3:30` often. */
const firstSureHour = 10
/** Years of incidents that are written about. */
const firstYear = 1900
const lastYear = 2199

/** The instant of a moment, with what had to be assumed; or why there is none. */
export function resolveMoment(
  moment: WrittenMoment,
  context: TimeContext,
): ResolvedMoment | TypedTimeProblem {
  if (!isTimezone(context.timezone)) return { code: 'unknown-zone', values: { zone: context.timezone } }
  if (moment.zone?.timezone !== undefined && !isTimezone(moment.zone.timezone))
    return { code: 'unknown-zone', values: { zone: moment.zone.written } }
  if (moment.elapsed !== undefined) return resolveElapsed(moment.elapsed, context)
  if (moment.clock === undefined) return { code: 'date-without-time', values: {} }
  const clock = readClock(moment.clock, moment.date !== undefined)
  if (clock === null) return { code: 'no-such-time', values: { clock: showClock(moment.clock) } }
  const offsetMs = (epochMs: number) => {
    if (moment.zone === undefined) return offsetMsAt(epochMs, context.timezone)
    return meantOffset(moment.zone, epochMs, context.timezone).offsetMs
  }
  const day = findDay(moment.date ?? context.day, clock, context, offsetMs)
  if ('code' in day) return day
  const assumed = new Set<Assumed>(day.assumed)
  const localMs = day.localMs + day.clockMs
  if (
    day.otherHalf ||
    (moment.clock.eitherHalf &&
      moment.clock.half === undefined &&
      !context.hour24 &&
      moment.clock.hour < firstSureHour)
  )
    assumed.add('meridiem')
  if (moment.zone === undefined || moment.zone.timezone !== undefined) {
    const timezone = moment.zone?.timezone ?? context.timezone
    const [first, second] = instantsOf(localMs, timezone)
    if (first === undefined) {
      const shown = formatLocal(localMs - offsetMsAt(localMs - dayMs, timezone), context.timezone)
      return { code: 'skipped-time', values: { timezone, shown }, suggestion: shown }
    }
    return {
      epochMs: first,
      assumed: [...assumed],
      ...(second === undefined ? {} : { secondEpochMs: second }),
    }
  }
  const meant = meantOffset(moment.zone, localMs, context.timezone)
  if (!meant.sure) assumed.add('zone')
  return { epochMs: localMs - meant.offsetMs, assumed: [...assumed] }
}

function resolveElapsed(
  elapsed: NonNullable<WrittenMoment['elapsed']>,
  context: TimeContext,
): ResolvedMoment | TypedTimeProblem {
  const base =
    elapsed.since === 'start' ? context.startEpochMs : (context.previousEpochMs ?? context.startEpochMs)
  if (base === null) return { code: 'no-start', values: {} }
  const year = new Date(base + elapsed.ms).getUTCFullYear()
  if (!(year >= firstYear && year <= lastYear)) return { code: 'no-such-date', values: {} }
  return { epochMs: base + elapsed.ms, assumed: [] }
}

/** Milliseconds of the day; with a day written, 밤 12시 and 24:00 are the end of that day. */
function readClock(clock: WrittenClock, withDay: boolean): { ms: number; otherMs: number | null } | null {
  const { minute, second, milli } = clock
  const hour = hourOf(clock)
  if (hour === null || minute > 59 || second > 59) return null
  const rest = minute * 60_000 + second * 1000 + milli
  if (hour > 24 || (hour === 24 && rest > 0)) return null
  const ms = hour * hourMs + rest + (clock.half === 'night' && withDay ? dayMs : 0)
  const either = clock.eitherHalf && clock.half === undefined && clock.hour < firstSureHour
  return { ms, otherMs: either ? ms + 12 * hourMs : null }
}

function showClock(clock: WrittenClock): string {
  return `${clock.hour}:${String(clock.minute).padStart(2, '0')}`
}

interface FoundDay {
  /** Midnight of the day as though its clocks were UTC. */
  readonly localMs: number
  readonly clockMs: number
  readonly otherHalf: boolean
  readonly assumed: readonly Assumed[]
}

function findDay(
  date: WrittenDate | undefined,
  clock: { ms: number; otherMs: number | null },
  context: TimeContext,
  offsetMs: (epochMs: number) => number,
): FoundDay | TypedTimeProblem {
  const anchorMs = context.previousEpochMs ?? context.startEpochMs
  const localAnchorMs = anchorMs === null ? null : anchorMs + offsetMs(anchorMs)
  const plain = (localMs: number, assumed: readonly Assumed[]): FoundDay => ({
    localMs,
    clockMs: clock.ms,
    otherHalf: false,
    assumed,
  })
  if (date !== undefined) {
    const found = resolveDate(date, localAnchorMs, context, offsetMs)
    return 'code' in found ? found : plain(found.localMs, found.assumed)
  }
  if (localAnchorMs === null) return { code: 'no-date', values: {} }
  const fromPrevious = context.previousEpochMs !== undefined
  const backMs = context.backMs ?? (fromPrevious ? backFromPreviousMs : backFromStartMs)
  const within = (ms: number) => Math.ceil((localAnchorMs - backMs - ms) / dayMs) * dayMs
  const localMs = within(clock.ms)
  if (clock.otherMs !== null && !context.hour24) {
    const otherMs = within(clock.otherMs)
    const ahead = localMs + clock.ms - localAnchorMs
    const otherAhead = otherMs + clock.otherMs - localAnchorMs
    if (otherAhead >= -closeBehindMs && otherAhead <= nearMs && (ahead < 0 || ahead > nearMs))
      return { localMs: otherMs, clockMs: clock.otherMs, otherHalf: true, assumed: ['date'] }
  }
  return plain(localMs, ['date'])
}

const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs

function resolveDate(
  date: WrittenDate,
  localAnchorMs: number | null,
  context: TimeContext,
  offsetMs: (epochMs: number) => number,
): { localMs: number; assumed: readonly Assumed[] } | TypedTimeProblem {
  if (date.daysFromStart !== undefined) {
    if (context.startEpochMs === null) return { code: 'no-start', values: {} }
    const localStartMs = context.startEpochMs + offsetMs(context.startEpochMs)
    return { localMs: startOfDay(localStartMs) + date.daysFromStart * dayMs, assumed: [] }
  }
  const candidates: number[] = []
  for (const order of ordersIn(date, context.dateOrder)) candidates.push(...daysOf(order, localAnchorMs))
  if (candidates.length === 0)
    return localAnchorMs === null && date.year === undefined
      ? { code: 'no-date', values: {} }
      : { code: 'no-such-date', values: { ...shown(date) } }
  const anchor = localAnchorMs ?? candidates[0]!
  const localMs = candidates.reduce((best, other) =>
    distance(other, anchor) < distance(best, anchor) ? other : best,
  )
  if (date.weekday !== undefined && date.day !== undefined && new Date(localMs).getUTCDay() !== date.weekday)
    return { code: 'weekday-disagrees', values: { date: new Date(localMs).toISOString().slice(0, 10) } }
  const assumed: Assumed[] = []
  if (
    (date.others !== undefined && context.dateOrder === undefined) ||
    date.day === undefined ||
    date.month === undefined
  )
    assumed.push('date')
  if (date.year === undefined && date.day !== undefined) assumed.push('year')
  return { localMs, assumed }
}

/** Of several orders the one that is known. */
function ordersIn(date: WrittenDate, known: 'month' | 'day' | undefined): readonly WrittenDate[] {
  const all = [date, ...(date.others ?? [])]
  const meant = all.filter(({ order }) => order === known)
  return known === undefined || meant.length === 0 ? all : meant
}

/** Whole days count, so that a date is as near as its nearest end. */
const distance = (dayStartMs: number, anchorMs: number): number => Math.abs(dayStartMs - startOfDay(anchorMs))

/** Midnights, as though in UTC, that a date with missing parts may mean, around an anchor. */
function daysOf(date: WrittenDate, localAnchorMs: number | null): readonly number[] {
  const { year, month, day } = date
  if (day !== undefined && month !== undefined && year !== undefined) {
    const exact = dayStart(year, month, day)
    return exact === null ? [] : [exact]
  }
  if (localAnchorMs === null) return []
  const anchor = new Date(localAnchorMs)
  if (day === undefined) {
    const today = startOfDay(localAnchorMs)
    if (date.daysOn !== undefined) return [today + date.daysOn * dayMs]
    return [0, 1, -1, 2, -2, 3, -3]
      .map(days => today + days * dayMs)
      .filter(start => new Date(start).getUTCDay() === date.weekday)
  }
  return [0, 1, -1].flatMap(shift => {
    const near = new Date(Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth() + shift, 1))
    const found =
      month === undefined
        ? dayStart(near.getUTCFullYear(), near.getUTCMonth() + 1, day)
        : dayStart(anchor.getUTCFullYear() + shift, month, day)
    return found === null ? [] : [found]
  })
}

/** Midnight of a day, as though in UTC; null where there is no such day. */
function dayStart(year: number, month: number, day: number): number | null {
  if (year < firstYear || year > lastYear) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null
}

function shown(date: WrittenDate): { date: string } {
  const parts = [date.year, date.month, date.day].filter(part => part !== undefined)
  return { date: parts.map(part => String(part).padStart(2, '0')).join('-') }
}
