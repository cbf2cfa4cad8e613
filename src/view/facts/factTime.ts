import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import { type FactEntry, worldClock } from './factEntry.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * A fact's time with its precision: `15:19`, `≈15:27`, `≤16:03`, `15:40–15:42`. The day stands in front unless it is the day
 * of `dayOfEpochMs`; null asks for it always.
 */
export function factTime(report: Report, entry: FactEntry, dayOfEpochMs: number | null): string {
  const { times } = reportWords(report.language)
  if (entry.time === null) return times.unknown
  const clock = worldClock(report)
  const { kind } = entry.time
  const from = entry.time.fromMs === null ? null : entry.startEpochMs + entry.time.fromMs
  const to = entry.time.toMs === null ? null : entry.startEpochMs + entry.time.toMs
  const read = (ms: number) => clock.after(ms, dayOfEpochMs)
  if (kind === 'by') return times.by(read(to ?? 0))
  if (kind === 'after') return times.after(read(from ?? 0))
  if (from === null || to === null) return times.unknown
  if (kind === 'at') return from === to ? read(from) : times.about(read((from + to) / 2))
  if (clock.midnight(from) === from && to - from >= DAY - MINUTE && clock.midnight(to) === from) {
    return dayOfEpochMs !== null && clock.midnight(dayOfEpochMs) === from ? times.allDay : clock.day(from)
  }
  return clock.midnight(from) === clock.midnight(to)
    ? `${read(from)}–${clock.time(to)}`
    : `${read(from)} – ${clock.dayTime(to)}`
}
