import { matchAt } from './match.js'
import type { Scanned, WrittenClock, WrittenDate, WrittenMoment, WrittenZone } from './moment.js'
import { type ClockForms, scanClock, scanMinuteOnly } from './scanClock.js'
import { scanDate } from './scanDate.js'
import { scanWestward, scanZone } from './zones.js'

/** How a moment may be written where it stands. */
export interface MomentForms extends ClockForms {
  /** Offsets west of UTC that are believed after `2024-11-03 01:30`; elsewhere `-05:00` is the end of a range. */
  readonly westwardMs: readonly number[]
  /** At the end of a range `40분` may stand for the hour of its beginning. */
  readonly minuteOnly?: boolean
}

/** Parts of one moment; more are no time. */
const mostParts = 8

const filler = /[ ,]*(?:(?:at|on|the) (?=[\dA-Za-z])|@ ?)?/iy
/** `10/20/2022 - 15:38`, `February 15, 2024: 7:56am`: what people put between a day and its clock. */
const dayEnds = / ?(?:-|–|—|\||:|\/) ?(?=\d|오|정|자)/y
const aboutBefore =
  /(?:about|around|approx(?:imately|\.)?|circa|ca?\.|roughly|some time (?:around|about)|sometime (?:around|about)|약|대략) ?|[~≈] ?(?=\S)/iy
const aboutAfter =
  / ?(?:쯤|경(?![가-힣])|즈음|무렵|께(?![가-힣])|전후|안팎|-?ish(?![a-z])|or so(?![a-z])|approx(?:imately|\.)?(?![a-z]))/iy
const sinceStart = /(T ?)?([+-])(?: ?)/iy
const startItself = /T ?\+? ?0(?![\d:])/y
const behindClock = /(\d{1,3}):(\d{2})(?::(\d{2}))?(?!\d)/y
const minutesAlone = /\d{1,5}(?![\d:.]|[A-Za-z가-힣])/y
const later = / ?(?:later(?![a-z])|after that(?![a-z])|뒤(?![가-힣])|후(?![가-힣]))/iy
const durationPart =
  / ?(\d{1,6}(?:\.\d{1,3})?) ?(days?|d|일|hours?|hrs?|hr|h|시간|minutes?|mins?|min|m|분|seconds?|secs?|sec|s|초)(?![A-Za-z])/iy

/** One moment at a place of a text: its parts in whatever order they were written. Null where there is none. */
export function scanMoment(
  text: string,
  position: number,
  forms: MomentForms,
): Scanned<WrittenMoment> | null {
  let date: WrittenDate | undefined
  let clock: WrittenClock | undefined
  let zone: WrittenZone | undefined
  let about = false
  let end = position
  for (let part = 0; part < mostParts; part++) {
    const place = matchAt(filler, text, end)![0].length + end
    const before = clock === undefined ? matchAt(aboutBefore, text, place) : null
    if (before !== null && !about) {
      about = true
      end = place + before[0].length
      continue
    }
    if (date === undefined && clock === undefined) {
      const elapsed = scanElapsed(text, place)
      if (elapsed !== null) {
        const behind = matchAt(aboutAfter, text, elapsed.end)
        return {
          value: { elapsed: elapsed.value, about: about || behind !== null },
          end: elapsed.end + (behind?.[0].length ?? 0),
        }
      }
    }
    const day = dateMayFollow(date) ? scanDate(text, place) : null
    const isNamed = clock === undefined || !forms.proseFollows || namesDay(text, day)
    if (day !== null && isNamed && mayJoin(date, clock, day.value)) {
      date = { ...date, ...day.value }
      end = day.end
      continue
    }
    if (clock === undefined) {
      const joined = date !== undefined && /t/i.test(text[end] ?? '') && /\d/.test(text[end + 1] ?? '')
      const start = joined ? end + 1 : place
      const figures = scanClock(text, start, {
        ...forms,
        compact: forms.compact || (date !== undefined && joined) || hasYear(date),
      })
      const found = figures ?? (forms.minuteOnly ? scanMinuteOnly(text, start) : null)
      if (found !== null) {
        clock = found.value
        end = found.end
        const west = date === undefined || zone !== undefined ? null : scanWestward(text, end)
        if (west !== null && (joined || forms.westwardMs.includes(west.value.offsetMs!))) {
          zone = west.value
          end = west.end
        }
        const behind = matchAt(aboutAfter, text, end)
        if (behind !== null) about = true
        end += behind?.[0].length ?? 0
        continue
      }
    }
    const parted = date?.day !== undefined && clock === undefined ? matchAt(dayEnds, text, end) : null
    const partedForms = { ...forms, compact: false, dotted: false }
    if (parted !== null && scanClock(text, end + parted[0].length, partedForms) !== null) {
      end += parted[0].length
      continue
    }
    const named =
      zone === undefined ? scanZone(text, clock === undefined ? place : end, clock !== undefined) : null
    const spaced = named ?? (zone === undefined ? scanZone(text, place, false) : null)
    if (
      spaced !== null &&
      (clock !== undefined || scanClock(text, afterSpace(text, spaced.end), forms) !== null)
    ) {
      zone = spaced.value
      end = spaced.end
      continue
    }
    break
  }
  if (date === undefined && clock === undefined) return null
  return {
    value: {
      ...(date === undefined ? {} : { date }),
      ...(clock === undefined ? {} : { clock }),
      ...(zone === undefined ? {} : { zone }),
      about,
    },
    end,
  }
}

const hasYear = (date: WrittenDate | undefined): boolean => date?.year !== undefined

const afterSpace = (text: string, position: number): number =>
  text[position] === ' ' ? position + 1 : position

/** A weekday alone waits for its date; a date waits for its weekday; nothing else is written twice. */
function dateMayFollow(date: WrittenDate | undefined): boolean {
  return date === undefined || date.day === undefined || date.weekday === undefined
}

/** Whether a day, or the one after a weekday, has its month: in prose after a clock nothing less belongs to it. */
function namesDay(text: string, day: Scanned<WrittenDate> | null): boolean {
  if (day === null) return false
  const { month, day: ofMonth, weekday } = day.value
  if (month !== undefined && ofMonth !== undefined) return true
  if (weekday === undefined) return false
  const next = scanDate(text, day.end + matchAt(filler, text, day.end)![0].length)?.value
  return next?.month !== undefined && next.day !== undefined
}

function mayJoin(date: WrittenDate | undefined, clock: WrittenClock | undefined, next: WrittenDate): boolean {
  if (date === undefined) return true
  const weekdayAlone = (value: WrittenDate) => value.weekday !== undefined && value.day === undefined
  if (weekdayAlone(date)) return next.day !== undefined
  return weekdayAlone(next) && date.weekday === undefined && clock === undefined
}

function scanElapsed(text: string, position: number): Scanned<NonNullable<WrittenMoment['elapsed']>> | null {
  const start = matchAt(startItself, text, position)
  const unit = start === null ? null : matchAt(durationPart, text, position + start[0].length - 1)
  if (start !== null && unit === null)
    return { value: { ms: 0, since: 'start' }, end: position + start[0].length }
  const sign = matchAt(sinceStart, text, position)
  if (sign !== null) {
    const size = scanSize(text, position + sign[0].length, sign[1] !== undefined)
    if (size === null) return null
    return { value: { ms: sign[2] === '-' ? -size.value : size.value, since: 'start' }, end: size.end }
  }
  const size = scanDuration(text, position)
  const behind = size === null ? null : matchAt(later, text, size.end)
  if (size === null || behind === null) return null
  return { value: { ms: size.value, since: 'previous' }, end: size.end + behind[0].length }
}

/** After `T+` minutes need no unit, and `1:30` is an hour and a half. */
function scanSize(text: string, position: number, afterT: boolean): Scanned<number> | null {
  const withClock = afterT ? matchAt(behindClock, text, position) : null
  if (withClock !== null) {
    const [, hours, minutes, seconds] = withClock
    const ms = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000
    return { value: ms, end: position + withClock[0].length }
  }
  const duration = scanDuration(text, position)
  if (duration !== null || !afterT) return duration
  const alone = matchAt(minutesAlone, text, position)
  return alone === null ? null : { value: Number(alone[0]) * 60_000, end: position + alone[0].length }
}

/** `1h30m`, `12 minutes`, `1시간 30분`, in milliseconds. */
export function scanDuration(text: string, position: number): Scanned<number> | null {
  let end = position
  let ms = 0
  for (let part = 0; part < 4; part++) {
    const match = matchAt(durationPart, text, end)
    if (match === null) break
    ms += Number(match[1]) * unitMs(match[2]!.toLowerCase())
    end += match[0].length
  }
  return end === position ? null : { value: Math.round(ms), end }
}

function unitMs(unit: string): number {
  if (unit === '일' || unit.startsWith('d')) return 86_400_000
  if (unit === '시간' || unit.startsWith('h')) return 3_600_000
  if (unit === '초' || unit.startsWith('s')) return 1000
  return 60_000
}
