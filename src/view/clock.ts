import type { Language } from '../model/case.js'
import { duration } from '../words/durations.js'
import { openTimes, type Times } from '../words/times.js'
import { remembered } from './remembered.js'

/** A moment in the zone of the case. */
export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** 0 is Sunday. */
  readonly weekday: number
}

/** Times as people read them, in the zone of the case and the language of the report. All arguments are milliseconds from the start. */
export interface Clock extends Times {
  /** `16일 01:31`, `16 Oct 01:31`; in another month than that of the start `11월 16일 01:31` */
  readonly dayTime: (ms: number) => string
  /** `16일 일`, `Sun 16`; in another month than that of the start `11월 16일`, `16 Nov` */
  readonly day: (ms: number) => string
  /** The same where there is little room: `16일`, `16`; `11/16`, `16 Nov` */
  readonly dayShort: (ms: number) => string
  /** The time, with the day in front where it is not the day of `previousMs`. */
  readonly after: (ms: number, previousMs: number | null) => string
  /** First instant of the local day that `ms` lies in. */
  readonly midnight: (ms: number) => number
  readonly hour: (ms: number) => number
  readonly calendar: (ms: number) => Wall
  /** `10시간 04분`, `10 h 04 min`; seconds only below ten minutes. */
  readonly duration: (ms: number) => string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}

/**
 * The clock of a report. One that starts with the epoch is the clock of the world: no month is its own, and none is said where
 * only the day is asked for. `Intl` only breaks a time into numbers, so that every browser and Node write
 * the same words.
 */
export function openClock(startEpochMs: number, timezone: string, language: Language): Clock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const wall = remembered((ms: number): Wall => {
    const part: Record<string, number> = {}
    for (const { type, value } of format.formatToParts(startEpochMs + ms)) part[type] = Number(value)
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
    return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() }
  })
  const ko = language === 'ko'
  const times = openTimes(startEpochMs, timezone, language)
  const time = remembered(times.time)
  const elsewhere = (ms: number, monthOfMs = 0) => wall(ms).month !== wall(monthOfMs).month
  const named = (ms: number) => startEpochMs !== 0 && elsewhere(ms)
  const dayTimeIn = (ms: number, inMonth: boolean) => {
    const { month, day } = wall(ms)
    if (!ko) return `${day} ${MONTHS[month - 1]} ${time(ms)}`
    return `${inMonth ? `${month}월 ` : ''}${day}일 ${time(ms)}`
  }
  const dayTime = (ms: number) => dayTimeIn(ms, named(ms))
  const midnight = (ms: number) => {
    const { hour, minute } = wall(ms)
    return Math.floor((startEpochMs + ms) / MINUTE) * MINUTE - startEpochMs - hour * HOUR - minute * MINUTE
  }
  return {
    ...times,
    time,
    dayTime,
    day: ms => {
      const { month, day, weekday } = wall(ms)
      if (named(ms)) return ko ? `${month}월 ${day}일` : `${day} ${MONTHS[month - 1]}`
      return ko ? `${day}일 ${WEEKDAYS.ko[weekday]}` : `${WEEKDAYS.en[weekday]} ${day}`
    },
    dayShort: ms => {
      const { month, day } = wall(ms)
      if (named(ms)) return ko ? `${month}/${day}` : `${day} ${MONTHS[month - 1]}`
      return ko ? `${day}일` : String(day)
    },
    after: (ms, previousMs) => {
      if (previousMs === null) return dayTime(ms)
      if (midnight(previousMs) === midnight(ms)) return time(ms)
      return dayTimeIn(ms, named(ms) || elsewhere(ms, previousMs))
    },
    midnight,
    hour: ms => wall(ms).hour,
    calendar: wall,
    duration: ms => duration(ms, language),
  }
}
