import { parseDuration } from './duration.js'
import { instantsOf, isTimezone, offsetMsAt } from './timezone.js'

/** What a written time is read against. */
export interface TimeFrame {
  readonly timezone: string
  /** UTC milliseconds of the start of the case, or of the scenario: `+10m` counts from it. */
  readonly startEpochMs: number
}

/** An instant. `ambiguous` where clocks were set back and showed it twice: then it is the first of the two. */
export interface Instant {
  readonly epochMs: number
  readonly ambiguous?: true
}

/** Why a text is no time. The code is that of a problem. */
export interface TimeProblem {
  readonly code:
    | 'bad-time'
    | 'date-without-time'
    | 'no-such-date'
    | 'unknown-timezone'
    | 'skipped-time'
    | 'bad-precision'
    | 'range-backwards'
  readonly values: Readonly<Record<string, string | number>>
  readonly suggestion?: string
}

/** When a fact was so. Milliseconds from the start; null where a side is open. */
export interface FactTime {
  readonly kind: 'at' | 'by' | 'after' | 'between'
  readonly fromMs: number | null
  readonly toMs: number | null
  readonly ambiguous?: true
}

const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const day = /^(\d{4})-(\d{2})-(\d{2})$/
const dayAndClock = /^(\d{4}-\d{2}-\d{2})(?:[Tt]|\s+)(.+)$/

/**
 * `2022-10-15 15:19` on the clocks of the zone, the same with an offset (`+09:00`, `Z`), or `+10m` from the start.
 * `sameDay` is the date of a text that gives the clock alone.
 */
export function parseInstant(text: string, frame: TimeFrame, sameDay?: string): Instant | TimeProblem {
  const trimmed = text.trim()
  const relative = /^([+-])\s*(.+)$/.exec(trimmed)
  if (relative !== null) {
    const duration = parseDuration(relative[2]!)
    if (duration === null || duration.lowMs !== duration.highMs)
      return { code: 'bad-time', values: { text: trimmed } }
    return { epochMs: frame.startEpochMs + (relative[1] === '-' ? -duration.medianMs : duration.medianMs) }
  }
  if (day.test(trimmed)) return { code: 'date-without-time', values: { text: trimmed } }
  const parts = dayAndClock.exec(trimmed)
  const dayText = parts?.[1] ?? sameDay
  const clockText = parts?.[2] ?? trimmed
  const date = dayText === undefined ? null : day.exec(dayText)
  const time = clock.exec(clockText)
  if (date === null || time === null) return { code: 'bad-time', values: { text: trimmed } }
  const localMs = localMillis(date, time)
  if (localMs === null) return { code: 'no-such-date', values: { text: trimmed } }
  const offset = time[5]
  if (offset !== undefined) return { epochMs: localMs - offsetMs(offset) }
  return localInstant(localMs, frame.timezone, trimmed)
}

function localMillis(date: RegExpExecArray, time: RegExpExecArray): number | null {
  const [year, month, dayOfMonth] = [Number(date[1]), Number(date[2]), Number(date[3])]
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
  const milli = Number((time[4] ?? '').padEnd(3, '0'))
  if (hour > 23 || minute > 59 || second > 59) return null
  const value = new Date(0)
  value.setUTCFullYear(year, month - 1, dayOfMonth)
  if (value.getUTCMonth() !== month - 1 || value.getUTCDate() !== dayOfMonth) return null
  return value.setUTCHours(hour, minute, second, milli)
}

function offsetMs(text: string): number {
  if (text.toUpperCase() === 'Z') return 0
  const digits = text.replace(/\D/g, '')
  const size = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
  return text.startsWith('-') ? -size : size
}

function localInstant(localMs: number, timezone: string, text: string): Instant | TimeProblem {
  if (!isTimezone(timezone)) return { code: 'unknown-timezone', values: { timezone } }
  const instants = instantsOf(localMs, timezone)
  const first = instants[0]
  if (first !== undefined)
    return instants.length > 1 ? { epochMs: first, ambiguous: true } : { epochMs: first }
  const before = offsetMsAt(localMs - 86_400_000, timezone)
  const shown = formatLocal(localMs - before, timezone)
  return { code: 'skipped-time', values: { text, timezone, shown }, suggestion: shown }
}

/** `2022-10-15 15:19` as a zone's clocks show it; seconds and milliseconds where they are not zero. */
export function formatLocal(epochMs: number, timezone: string): string {
  const iso = new Date(epochMs + offsetMsAt(epochMs, timezone)).toISOString()
  const text = iso.replace('T', ' ').replace('Z', '')
  return text.replace(/(:00)?\.000$/, '')
}

/**
 * The time of a fact: a time, `T ± 5m`, `A .. B` (B may be the clock alone), `by T`, `after T`. What is returned counts
 * from the start of the frame.
 */
export function parseFactTime(text: string, frame: TimeFrame): FactTime | TimeProblem {
  const trimmed = text.trim()
  const open = /^(by|after)\s+(.+)$/i.exec(trimmed)
  if (open !== null) {
    const instant = parseInstant(open[2]!, frame)
    if ('code' in instant) return instant
    const ms = instant.epochMs - frame.startEpochMs
    const sides =
      open[1]!.toLowerCase() === 'by'
        ? { kind: 'by', fromMs: null, toMs: ms }
        : { kind: 'after', fromMs: ms, toMs: null }
    return { ...(sides as FactTime), ...marked(instant) }
  }
  const around = trimmed.split(/\s*(?:±|\+\/?-)\s*/)
  if (around.length === 2 && around[0] !== '') return near(around[0]!, around[1]!, frame)
  const ends = trimmed.split(/\s*\.\.\s*/)
  if (ends.length === 2) return between(ends[0]!, ends[1]!, frame)
  const instant = parseInstant(trimmed, frame)
  if ('code' in instant) return instant
  const ms = instant.epochMs - frame.startEpochMs
  return { kind: 'at', fromMs: ms, toMs: ms, ...marked(instant) }
}

function between(fromText: string, toText: string, frame: TimeFrame): FactTime | TimeProblem {
  const from = parseInstant(fromText, frame)
  if ('code' in from) return from
  const to = parseInstant(toText, frame, dayAndClock.exec(fromText.trim())?.[1])
  if ('code' in to) return to
  if (to.epochMs < from.epochMs) return { code: 'range-backwards', values: { from: fromText, to: toText } }
  return {
    kind: 'between',
    fromMs: from.epochMs - frame.startEpochMs,
    toMs: to.epochMs - frame.startEpochMs,
    ...marked(from),
    ...marked(to),
  }
}

function near(text: string, precisionText: string, frame: TimeFrame): FactTime | TimeProblem {
  const instant = parseInstant(text, frame)
  if ('code' in instant) return instant
  const precision = parseDuration(precisionText)
  if (precision === null || precision.lowMs !== precision.highMs) {
    return { code: 'bad-precision', values: { text: precisionText } }
  }
  const ms = instant.epochMs - frame.startEpochMs
  return { kind: 'at', fromMs: ms - precision.medianMs, toMs: ms + precision.medianMs, ...marked(instant) }
}

const marked = (instant: Instant): { ambiguous?: true } => (instant.ambiguous ? { ambiguous: true } : {})
