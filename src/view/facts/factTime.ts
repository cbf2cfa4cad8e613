import { reportWords } from '../../words/report/reportWords.js'
import type { Clock } from '../clock.js'
import type { Report } from '../report.js'
import { type FactEntry, worldClock } from './factEntry.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * A fact's time with its precision: `15:19`, `≈15:27`, `≤16:03`, `15:40–15:42`, `20일 ≈23:00`. As much of the date stands in
 * front as differs from the day of `dayOfEpochMs`.
 */
export function factTime(report: Report, entry: FactEntry, dayOfEpochMs: number): string {
  const { times } = reportWords(report.language)
  if (entry.time === null) return times.unknown
  const clock = worldClock(report)
  const { kind } = entry.time
  const from = entry.time.fromMs === null ? null : entry.startEpochMs + entry.time.fromMs
  const to = entry.time.toMs === null ? null : entry.startEpochMs + entry.time.toMs
  const read = (ms: number, sign: (time: string) => string, since = dayOfEpochMs) => {
    const day = dayBefore(report, clock, ms, since)
    return `${day === '' ? '' : `${day} `}${sign(clock.time(ms))}`
  }
  const wholeDay = (ms: number) => {
    const day = dayBefore(report, clock, ms, dayOfEpochMs)
    return day === '' ? times.allDay : day
  }
  if (kind === 'by' && to !== null) {
    return isLastMinute(clock, to) ? times.byDay(wholeDay(to)) : read(to, times.by)
  }
  if (kind === 'after' && from !== null) return read(from, times.after)
  if (from === null || to === null) return times.unknown
  if (kind === 'at') return from === to ? read(from, plain) : read((from + to) / 2, times.about)
  if (clock.midnight(from) === from && isLastMinute(clock, to)) {
    return clock.midnight(to) === from
      ? wholeDay(from)
      : `${wholeDay(from)}–${dayBefore(report, clock, to, from)}`
  }
  const sameDay = clock.midnight(from) === clock.midnight(to)
  return sameDay
    ? `${read(from, plain)}–${clock.time(to)}`
    : `${read(from, plain)} – ${read(to, plain, from)}`
}

const plain = (time: string) => time
const isLastMinute = (clock: Clock, ms: number) => ms - clock.midnight(ms) >= DAY - MINUTE

/** What must be said of a date beside another: nothing on the same day, the month and the year only where they differ. */
export function dayBefore(report: Report, clock: Clock, ms: number, sinceMs: number): string {
  if (clock.midnight(ms) === clock.midnight(sinceMs)) return ''
  const { shortDate } = reportWords(report.language)
  const at = clock.calendar(ms)
  const since = clock.calendar(sinceMs)
  const sameYear = at.year === since.year
  return shortDate(at.day, at.month, sameYear && at.month === since.month, sameYear ? null : at.year)
}
