import { isTimezone, offsetMsAt } from './timezone.js'
import { canonicalInstant } from './typedTime/canonical.js'
import { matchAt, plainMarks } from './typedTime/match.js'
import type { WrittenTime } from './typedTime/moment.js'
import type { TypedTimeProblem } from './typedTime/resolveMoment.js'
import { type ResolvedTime, resolveTime } from './typedTime/resolveTime.js'
import { scanTime } from './typedTime/scanTime.js'
import { scanUnknownZone } from './typedTime/zones.js'

export type { Assumed, TypedTimeProblem } from './typedTime/resolveMoment.js'
export type { ResolvedTime as TypedTime } from './typedTime/resolveTime.js'

/** What a typed time is read against. */
export interface TypedTimeFrame {
  /** IANA zone of the case. */
  readonly timezone: string
  /** UTC milliseconds of its start. */
  readonly startEpochMs: number
  /** UTC milliseconds of the row above: a clock without a day is of its day, or of the next where midnight lies between. */
  readonly previous?: number | undefined
}

/** Longest text of a time, in characters. */
export const longestTypedTime = 200

/**
 * A time as people type it: `15:30`, `15.30 KST`, `3:30pm`, `오후 3시 30분쯤`, `10/15 15:30`, `다음 날 01:30`, `T+12m`,
 * `15:30~15:42`, `by 15:30`, `15:30 ± 5m`. What is returned has the fact's `at:` text; what a text leaves out is taken
 * from the row above or the start, and said in `assumed`. A text that cannot be read to its last character is a problem,
 * never a guess.
 *
 * `about`, `쯤`, `경`, `~` mean 5 minutes to either side of a minute, 30 of an hour, 1 of a second.
 */
export function readTypedTime(text: string, frame: TypedTimeFrame): ResolvedTime | TypedTimeProblem {
  if (text.length > longestTypedTime) return { code: 'too-long', values: { longest: longestTypedTime } }
  const plain = plainMarks(text.normalize('NFC'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]$|(?<=\d|분|시|초)에$/, '')
  if (plain === '') return { code: 'empty', values: {} }
  const read = readPlain(plain, frame)
  if (!('code' in read) || read.code !== 'bad-time' || read.suggestion !== undefined) return read
  const mended = mend(plain)
  const again = mended === plain ? read : readPlain(mended, frame)
  return 'code' in again ? read : { ...read, suggestion: mended }
}

function readPlain(plain: string, frame: TypedTimeFrame): ResolvedTime | TypedTimeProblem {
  const bad: TypedTimeProblem = { code: 'bad-time', values: { text: plain } }
  const alone = /^\+? ?(\d{1,4})$/.exec(plain)
  if (plain.startsWith('+') && alone !== null) return { ...bad, suggestion: `+${alone[1]}m` }
  const written = scanTime(plain, 0, {
    compact: true,
    dotted: true,
    westwardMs: ownOffsets(frame),
    proseFollows: false,
  })
  if (written === null) return bad
  if (written.end < plain.length) return leftOver(plain, written, frame) ?? bad
  const year = yearOf(written, frame)
  if (year !== null) return year
  const resolved = resolveTime(written, {
    timezone: frame.timezone,
    startEpochMs: frame.startEpochMs,
    previousEpochMs: frame.previous,
  })
  return 'code' in resolved ? withText(resolved, plain, written, frame) : resolved
}

/** Offsets of the case's own zone through a year: only they are believed west of UTC, elsewhere `-05:00` ends a range. */
function ownOffsets(frame: TypedTimeFrame): readonly number[] {
  if (!isTimezone(frame.timezone)) return []
  const quarterMs = 91 * 86_400_000
  return [0, 1, 2, 3].map(quarter => offsetMsAt(frame.startEpochMs + quarter * quarterMs, frame.timezone))
}

function leftOver(plain: string, written: WrittenTime, frame: TypedTimeFrame): TypedTimeProblem | null {
  const zone = scanUnknownZone(plain, written.end)
  if (zone !== null && zone.end === plain.length)
    return { code: 'unknown-zone', values: { zone: zone.value } }
  const between = matchAt(/ ?(?:[,/;|]|and|or|및|또는) ?/iy, plain, written.end)
  const forms = { compact: true, dotted: true, westwardMs: ownOffsets(frame), proseFollows: false }
  const next = between === null ? null : scanTime(plain, written.end + between[0].length, forms)
  return next === null ? null : { code: 'several-times', values: { text: plain } }
}

/** Years from the start of the case at which figures alone may as well be a year. */
const yearsAround = 1

/** `2022` alone in a case of 2022 may be a year as well as twenty-two past eight. */
function yearOf(written: WrittenTime, frame: TypedTimeFrame): TypedTimeProblem | null {
  const { from } = written
  if (written.kind !== 'at' || !from.clock?.bare || from.date !== undefined || from.clock.finest === 'second')
    return null
  const figures = from.clock.hour * 100 + from.clock.minute
  const year = new Date(frame.startEpochMs).getUTCFullYear()
  if (Math.abs(figures - year) > yearsAround) return null
  const clock = `${from.clock.hour}:${String(from.clock.minute).padStart(2, '0')}`
  return from.clock.minute > 59
    ? { code: 'date-without-time', values: { text: String(figures) } }
    : { code: 'year-or-time', values: { text: String(figures), clock }, suggestion: clock }
}

/** A problem with the text it is of, and `25:30` with the hour of the next day that is likely meant. */
function withText(
  problem: TypedTimeProblem,
  plain: string,
  written: WrittenTime,
  frame: TypedTimeFrame,
): TypedTimeProblem {
  const named = { ...problem, values: { text: plain, ...problem.values } }
  const { clock } = written.from
  if (
    problem.code !== 'no-such-time' ||
    written.kind !== 'at' ||
    clock === undefined ||
    clock.hour < 24 ||
    clock.hour > 29
  )
    return named
  const midnight = { ...written, from: { ...written.from, clock: { ...clock, hour: 0, eitherHalf: false } } }
  const context = {
    timezone: frame.timezone,
    startEpochMs: frame.startEpochMs,
    previousEpochMs: frame.previous,
  }
  const sameDay = resolveTime(
    written.from.date === undefined
      ? { ...midnight, from: { ...midnight.from, date: { daysOn: 1 } } }
      : midnight,
    context,
  )
  if ('code' in sameDay || sameDay.fromEpochMs === null) return named
  const dayMs = written.from.date === undefined ? 0 : 86_400_000
  const meant = sameDay.fromEpochMs + dayMs + (clock.hour - 24) * 3_600_000
  return { ...named, suggestion: canonicalInstant(meant, frame.timezone) }
}

/** Slips of the hand: a letter for a figure, `;` or `,` for `:`. What comes of it is offered, not taken. */
function mend(text: string): string {
  return text
    .replace(/(?<=\d)[oO](?=\b|\d)|\b[oO](?=\d)/g, '0')
    .replace(/(?<=[\d:])[lI](?=\d|\b)|\b[lI](?=\d)/g, '1')
    .replace(/(?<=\b\d{1,2}) ?[;,'’] ?(?=\d{2}\b)/g, ':')
}
