import { formatDuration } from '../duration.js'
import { formatLocal, parseInstant } from '../time.js'
import { offsetMsAt } from '../timezone.js'

/**
 * An instant as a fact's `at:` writes it in a zone: `2022-10-15 15:30`. Where the zone's clocks showed that time twice
 * and this is the second, its offset follows, so that it reads back as the same instant.
 */
export function canonicalInstant(epochMs: number, timezone: string): string {
  const text = formatLocal(epochMs, timezone)
  const read = parseInstant(text, { timezone, startEpochMs: 0 })
  if (!('code' in read) && read.epochMs === epochMs) return text
  const offsetMinutes = offsetMsAt(epochMs, timezone) / 60_000
  if (!Number.isInteger(offsetMinutes)) return `${formatLocal(epochMs, 'UTC')}Z`
  const size = Math.abs(offsetMinutes)
  const figures = [Math.floor(size / 60), size % 60].map(part => String(part).padStart(2, '0')).join(':')
  return `${text}${offsetMinutes < 0 ? '-' : '+'}${figures}`
}

/** A range: the day of its end is left out where it is that of its beginning. */
export function canonicalRange(fromEpochMs: number, toEpochMs: number, timezone: string): string {
  const from = canonicalInstant(fromEpochMs, timezone)
  const to = canonicalInstant(toEpochMs, timezone)
  const sameDay = from.slice(0, 10) === to.slice(0, 10)
  return `${from} .. ${sameDay ? to.slice(11) : to}`
}

/** A time since the start of the case: `+12m`, `-1h30m`. */
export function canonicalElapsed(ms: number): string {
  return ms < 0 ? formatDuration(ms) : `+${formatDuration(ms)}`
}

/** A time with its sides as a fact's `at:` in a zone. Of `by` and `after` one side is null. */
export function canonicalTime(
  time: {
    readonly kind: 'at' | 'by' | 'after' | 'between'
    readonly fromEpochMs: number | null
    readonly toEpochMs: number | null
  },
  timezone: string,
): string {
  const { kind, fromEpochMs: from, toEpochMs: to } = time
  if (from === null) return `by ${canonicalInstant(to ?? 0, timezone)}`
  if (to === null) return `after ${canonicalInstant(from, timezone)}`
  if (from === to) return canonicalInstant(from, timezone)
  const aroundMs = (to - from) / 2
  return kind === 'at' && Number.isInteger(aroundMs)
    ? `${canonicalInstant(from + aroundMs, timezone)} ± ${formatDuration(aroundMs)}`
    : canonicalRange(from, to, timezone)
}
