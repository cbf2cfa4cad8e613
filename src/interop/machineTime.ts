import { formatLocal } from '../model/time.js'
import { instantsOf, offsetMsAt } from '../model/timezone.js'
import type { DraftTime } from './draft.js'

/** `2022-02-15T13:14:17.849-08:00`, `2017-05-09T07:01:37.803000Z`; an offset must be there. */
const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})$/i

/** Years before this one are how machines write "none" (`0001-01-01T00:00:00Z`). */
const firstYear = 1970

/** UTC milliseconds of a time that a machine wrote with its offset, or null. Digits below milliseconds are cut off. */
export function machineInstant(text: string | null): number | null {
  const parts = text === null ? null : pattern.exec(text.trim())
  if (parts === null || Number(parts[1]) < firstYear) return null
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset = 'Z'] = parts
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (date.getUTCMonth() !== Number(month) - 1) return null
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const clockMs = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms
  return date.getTime() + clockMs - offsetMs(offset)
}

function offsetMs(text: string): number {
  if (/^(Z|UTC)$/i.test(text)) return 0
  const digits = text.replace(/\D/g, '')
  const size = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000
  return text.startsWith('-') ? -size : size
}

/** The time of a draft at an instant that is known exactly. */
export function exactTime(epochMs: number, written: string, timezone: string): DraftTime {
  return { fromEpochMs: epochMs, toEpochMs: epochMs, written, at: writtenAt(epochMs, timezone) }
}

/**
 * An instant as a fact's `at:`: on the clocks of the zone, to the second, since thousandths make a timeline hard to read
 * and clocks of different machines do not agree so far. An hour that clocks show twice gets its offset.
 */
export function writtenAt(epochMs: number, timezone: string): string {
  const wholeSecond = Math.floor(epochMs / 1000) * 1000
  const offset = offsetMsAt(wholeSecond, timezone)
  const local = formatLocal(wholeSecond, timezone)
  if (instantsOf(wholeSecond + offset, timezone).length < 2) return local
  const minutes = Math.abs(offset) / 60_000
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}

/** Two instants as a fact's `at:`: one time where they are the same second, else a range. */
export function writtenBetween(fromEpochMs: number, toEpochMs: number, timezone: string): string {
  const from = writtenAt(fromEpochMs, timezone)
  const to = writtenAt(toEpochMs, timezone)
  return from === to ? from : `${from} .. ${to}`
}

/**
 * The same time as a fact's `at:` on the clocks of another zone. What kind of time it is (`by`, `after`, `±`, a range) stays;
 * a draft's own text for it is not parsed, its instants are written anew.
 */
export function inZone(time: DraftTime, timezone: string): DraftTime {
  const { at, fromEpochMs, toEpochMs } = time
  const open = /^(by|after)\s/i.exec(at)?.[1]?.toLowerCase()
  const precision = /(?:±|\+\/?-)\s*(\S.*)$/.exec(at)?.[1]
  if (open !== undefined) {
    return { ...time, at: `${open} ${writtenAt(open === 'by' ? toEpochMs : fromEpochMs, timezone)}` }
  }
  if (precision !== undefined) {
    return { ...time, at: `${writtenAt((fromEpochMs + toEpochMs) / 2, timezone)} ± ${precision}` }
  }
  return { ...time, at: writtenBetween(fromEpochMs, toEpochMs, timezone) }
}
