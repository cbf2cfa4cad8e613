/** Time zones through `Intl` alone: the platform's own tables, no data of ours to grow old. */

const formatters = new Map<string, Intl.DateTimeFormat | null>()
/** Zones whose formatter is kept. A case has one; this bounds what a long-lived server keeps. */
const keptZones = 64

/** The zone's formatter, or null where no such zone is known. */
function formatterOf(timezone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(timezone)
  if (known !== undefined) return known
  let formatter: Intl.DateTimeFormat | null = null
  try {
    if (/^[A-Za-z]/.test(timezone)) {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })
    }
  } catch {
    // A RangeError: Intl does not know the zone.
  }
  if (formatters.size >= keptZones) formatters.clear()
  formatters.set(timezone, formatter)
  return formatter
}

/** Whether the platform knows a zone of this name. */
export function isTimezone(timezone: string): boolean {
  return formatterOf(timezone) !== null
}

const dayMs = 86_400_000
/** What was asked of a zone at the beginning of days in UTC, by zone and day. */
const offsetsOfDays = new Map<string, Map<number, number>>()
/** Days that are kept of a zone: more than ten years. */
const keptDays = 4_096

/**
 * What the clocks of a zone show minus UTC, in milliseconds, at an instant. The zone must be known. Clocks are set at most once
 * in a day, so between two midnights with one offset it is that: asking `Intl` for each instant takes a thousand times longer.
 */
export function offsetMsAt(epochMs: number, timezone: string): number {
  const day = Math.floor(epochMs / dayMs)
  const before = offsetOfDay(day, timezone)
  return before === offsetOfDay(day + 1, timezone) ? before : exactOffsetMs(epochMs, timezone)
}

function offsetOfDay(day: number, timezone: string): number {
  let known = offsetsOfDays.get(timezone)
  if (known === undefined || known.size >= keptDays) {
    known = new Map()
    if (offsetsOfDays.size >= keptZones) offsetsOfDays.clear()
    offsetsOfDays.set(timezone, known)
  }
  const offset = known.get(day) ?? exactOffsetMs(day * dayMs, timezone)
  known.set(day, offset)
  return offset
}

function exactOffsetMs(epochMs: number, timezone: string): number {
  const formatter = formatterOf(timezone)
  if (formatter === null) throw new Error(`The time zone ${timezone} is unknown.`)
  const wholeSecond = Math.floor(epochMs / 1000) * 1000
  const fields: Record<string, number> = {}
  let before = false
  for (const { type, value } of formatter.formatToParts(wholeSecond)) {
    if (type === 'era') before = value.startsWith('B')
    else fields[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields
  const date = new Date(0)
  date.setUTCFullYear(before ? 1 - year : year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  return date.getTime() - wholeSecond
}

/** The instants at which a zone's clocks show a local time: none (skipped by summer time), one, or two, in order. */
export function instantsOf(localMs: number, timezone: string): readonly number[] {
  const offsets = new Set([offsetMsAt(localMs - dayMs, timezone), offsetMsAt(localMs + dayMs, timezone)])
  const found: number[] = []
  for (const offset of offsets) {
    if (offsetMsAt(localMs - offset, timezone) === offset) found.push(localMs - offset)
  }
  return found.sort((a, b) => a - b)
}

/** Names of zones that the platform lists, for "did you mean". */
export function timezoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}
