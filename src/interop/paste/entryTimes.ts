import { instantsOf, offsetMsAt } from '../../model/timezone.js'
import { canonicalInstant, canonicalTime } from '../../model/typedTime/canonical.js'
import type { WrittenDate, WrittenMoment, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { resolveMoment, type TimeContext } from '../../model/typedTime/resolveMoment.js'
import { type ResolvedTime, resolveTime } from '../../model/typedTime/resolveTime.js'
import type { DraftFlag, DraftTime, ImportFrame } from '../draft.js'

/** An entry whose time is to be found: what it writes, and what stands around it. */
export interface UntimedEntry {
  readonly time: WrittenTime | null
  /** A day alone. */
  readonly day: WrittenDate | null
  readonly written: string
  readonly list: number
  readonly heading: { readonly number: number; readonly date: WrittenDate } | null
  readonly zone: WrittenZone | null
  /** Its list is not in the order of time. */
  readonly behind: boolean
}

/** The time of an entry, null where none could be found, and what deserves a look. */
export interface TimedEntry {
  readonly time: DraftTime | null
  readonly flags: readonly DraftFlag[]
}

/** What a whole text says of its times. */
export interface TextTimes {
  /** The day that its title, its front matter or its name gives. */
  readonly day: WrittenDate | null
  readonly hour24: boolean
  /** What figures like `3/4` begin with, where the text as a whole tells. */
  readonly dateOrder?: 'month' | 'day' | undefined
  readonly zero: { readonly time: WrittenTime; readonly zone: WrittenZone | null } | null
}

const hourMs = 3_600_000
const dayMs = 86_400_000
/** Entries of a list may go back so far without it being the next day. */
const backMs = 3 * hourMs
/** A new list that would begin so long after the last tells the same day again. */
const newDayMs = 8 * hourMs

interface Last {
  readonly epochMs: number
  readonly list: number
  /** The entry left its day to those before it. */
  readonly chained: boolean
  /** The text says the day somewhere above. */
  readonly rooted: boolean
}

/** Finds the times of the entries of a text in their order, each from what it writes and from those before it. */
export function entryTimes(
  entries: readonly UntimedEntry[],
  text: TextTimes,
  frame: ImportFrame,
): readonly TimedEntry[] {
  const base = baseOf(text.day, frame)
  const zeroMs = zeroOf(text, base, frame) ?? frame.startEpochMs
  let last: Last | null = null
  let chain: Last | null = null
  let usedHeading = -1
  const named = new Map<string, WrittenZone>()
  return entries.map(entry => {
    const given = entry.time ?? dayAsTime(entry.day)
    if (given === null) return { time: null, flags: [] }
    const own = given.from.zone
    if (own !== undefined && own.written !== '' && own.written !== 'Z') named.set(own.written, own)
    // A text that names one zone and goes on without it means the same zone.
    const carried = entry.zone ?? (named.size === 1 ? [...named.values()][0]! : null)
    const written = withZone(given, carried)
    const headingIsNew = entry.heading !== null && entry.heading.number !== usedHeading
    const read = resolveEntry(written, { entry, last, chain, base, zeroMs, headingIsNew, text, frame })
    if (read === null) return { time: null, flags: [] }
    if (entry.heading !== null) usedHeading = entry.heading.number
    const wholeDay = entry.time === null ? wholeDayOf(read.time, entry.written, frame) : null
    const epochMs = wholeDay?.fromEpochMs ?? read.time.fromEpochMs ?? read.time.toEpochMs ?? 0
    const flags = flagsOf(written, own === undefined && entry.zone === null, entry, read, text, frame)
    const latestMs = wholeDay === null ? read.time.toEpochMs : null
    if (last?.list === entry.list && !entry.behind && latestMs !== null && latestMs < last.epochMs)
      flags.push({ code: 'clock-skew', byMs: last.epochMs - latestMs })
    last = { epochMs, list: entry.list, chained: written.from.date?.day === undefined, rooted: read.rooted }
    if (last.chained || !entry.behind) chain = last
    if (wholeDay !== null) return { time: wholeDay, flags: [...flags, { code: 'missing-time' }] }
    return { time: draftTime(read.time, entry.written, frame.timezone), flags }
  })
}

/** The draft's time of a time that was found. An open side stands at the other's instant. */
export function draftTime(time: ResolvedTime, written: string, timezone: string): DraftTime {
  const fromEpochMs = time.fromEpochMs ?? time.toEpochMs ?? 0
  return { fromEpochMs, toEpochMs: time.toEpochMs ?? fromEpochMs, written, at: canonicalTime(time, timezone) }
}

interface Around {
  readonly entry: UntimedEntry
  readonly last: Last | null
  readonly chain: Last | null
  readonly base: number | null
  readonly zeroMs: number | null
  readonly headingIsNew: boolean
  readonly text: TextTimes
  readonly frame: ImportFrame
}

interface ReadEntry {
  readonly time: ResolvedTime
  readonly rooted: boolean
  readonly skipped: boolean
}

function resolveEntry(written: WrittenTime, around: Around): ReadEntry | null {
  const { entry, last, chain, base, zeroMs, headingIsNew, text, frame } = around
  const anchor = base ?? frame.startEpochMs
  const context = (more: Partial<TimeContext>): TimeContext => ({
    timezone: frame.timezone,
    startEpochMs: written.from.elapsed === undefined ? anchor : zeroMs,
    hour24: text.hour24,
    ...(text.dateOrder === undefined ? {} : { dateOrder: text.dateOrder }),
    backMs,
    ...more,
  })
  const { date } = written.from
  const previous = last?.list === entry.list ? last : (chain ?? last)
  const read = (time: WrittenTime, more: Partial<TimeContext>, rooted: boolean): ReadEntry | null => {
    const resolved = resolveTime(time, context(more))
    if (!('code' in resolved)) return { time: resolved, rooted, skipped: false }
    if (resolved.code === 'weekday-disagrees') return read(withoutWeekday(time), more, rooted)
    if (resolved.code !== 'skipped-time') return null
    const shown = resolveTime(time, context({ ...more, timezone: 'UTC' }))
    return 'code' in shown ? null : { time: afterGap(shown, frame.timezone), rooted, skipped: true }
  }
  if (date !== undefined || written.from.elapsed !== undefined)
    return read(written, { previousEpochMs: previous?.epochMs }, true)
  const day = headingIsNew ? entry.heading!.date : null
  if (day !== null) return read(written, { day, previousEpochMs: previous?.epochMs }, true)
  const known = entry.heading?.date ?? text.day
  const onKnownDay = () =>
    read(written, { day: known ?? undefined, previousEpochMs: undefined }, known !== null)
  if (last !== null && last.list === entry.list)
    return read(written, { previousEpochMs: last.epochMs }, last.rooted)
  if (chain?.chained) {
    const next = read(written, { previousEpochMs: chain.epochMs }, chain.rooted)
    const gapMs = next === null ? 0 : (next.time.fromEpochMs ?? next.time.toEpochMs ?? 0) - chain.epochMs
    return gapMs > newDayMs && known !== null ? onKnownDay() : next
  }
  if (known !== null || last === null) return onKnownDay()
  return read(written, { previousEpochMs: last.epochMs }, last.rooted)
}

/** What clocks showed after they were set forward over a time: as much later as they were set. */
function afterGap(local: ResolvedTime, timezone: string): ResolvedTime {
  const moved = (ms: number | null) =>
    ms === null ? null : (instantsOf(ms, timezone)[0] ?? ms - offsetMsAt(ms - dayMs, timezone))
  return { ...local, fromEpochMs: moved(local.fromEpochMs), toEpochMs: moved(local.toEpochMs) }
}

function withoutWeekday(time: WrittenTime): WrittenTime {
  const plain = (moment: WrittenMoment): WrittenMoment => {
    if (moment.date === undefined) return moment
    const { weekday: _weekday, ...date } = moment.date
    return { ...moment, date }
  }
  return { ...time, from: plain(time.from), ...(time.to === undefined ? {} : { to: plain(time.to) }) }
}

function withZone(time: WrittenTime, zone: WrittenZone | null): WrittenTime {
  const zoned = (moment: WrittenMoment): WrittenMoment =>
    zone === null || moment.clock === undefined || moment.zone !== undefined ? moment : { ...moment, zone }
  return { ...time, from: zoned(time.from), ...(time.to === undefined ? {} : { to: zoned(time.to) }) }
}

const noon = { hour: 12, minute: 0, second: 0, milli: 0, finest: 'hour', eitherHalf: false } as const

function dayAsTime(date: WrittenDate | null): WrittenTime | null {
  if (date === null) return null
  return { kind: 'at', from: { date, clock: noon, about: false }, start: 0, end: 0 }
}

function wholeDayOf(noon: ResolvedTime, written: string, frame: ImportFrame): DraftTime {
  const day = canonicalInstant(noon.fromEpochMs ?? 0, frame.timezone).slice(0, 10)
  const edges = [Date.parse(`${day}T00:00Z`), Date.parse(`${day}T00:00Z`) + dayMs]
  const [fromEpochMs, toEpochMs] = edges.map(local => instantsOf(local, frame.timezone)[0] ?? local) as [
    number,
    number,
  ]
  const at = canonicalTime({ kind: 'between', fromEpochMs, toEpochMs }, frame.timezone)
  return { fromEpochMs, toEpochMs, written, at }
}

/** Noon of the day that a text as a whole is about. */
function baseOf(day: WrittenDate | null, frame: ImportFrame): number | null {
  if (day === null) return null
  const found = resolveMoment(
    { date: day, clock: noon, about: false },
    { timezone: frame.timezone, startEpochMs: frame.startEpochMs },
  )
  return 'code' in found ? null : found.epochMs
}

function zeroOf(text: TextTimes, base: number | null, frame: ImportFrame): number | null {
  if (text.zero === null) return null
  const zero = resolveTime(withZone(text.zero.time, text.zero.zone), {
    timezone: frame.timezone,
    startEpochMs: base ?? frame.startEpochMs,
    day: text.zero.time.from.date === undefined ? (text.day ?? undefined) : undefined,
  })
  return 'code' in zero ? null : zero.fromEpochMs
}

function flagsOf(
  written: WrittenTime,
  zoneMissing: boolean,
  entry: UntimedEntry,
  read: ReadEntry,
  text: TextTimes,
  frame: ImportFrame,
): DraftFlag[] {
  const flags: DraftFlag[] = []
  const { date, clock, zone } = written.from
  const local = canonicalInstant(read.time.fromEpochMs ?? read.time.toEpochMs ?? 0, frame.timezone)
  const { assumed } = read.time
  if (clock !== undefined && zoneMissing)
    flags.push({ code: 'missing-zone', assumed: zone?.written ?? frame.timezone })
  else if (zone !== undefined && assumed.includes('zone'))
    flags.push({ code: 'missing-zone', assumed: zone.written })
  const dayWritten = date ?? entry.heading?.date ?? text.day
  if (dayWritten?.day !== undefined && dayWritten.year === undefined && text.day?.year === undefined)
    flags.push({ code: 'missing-year', assumed: Number(local.slice(0, 4)) })
  if (clock !== undefined && date === undefined && !read.rooted)
    flags.push({ code: 'missing-date', assumed: local.slice(0, 10) })
  if (read.time.secondAt !== undefined || read.skipped) flags.push({ code: 'ambiguous-time' })
  return flags
}
