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
  /** `16일 01:31`, `16 Oct 01:31` */
  readonly dayTime: (ms: number) => string
  /** `16일 일`, `Sun 16` */
  readonly day: (ms: number) => string
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

/** The clock of a report. `Intl` only breaks a time into numbers, so that every browser and Node write the same words. */
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
  const dayTime = (ms: number) => {
    const { month, day } = wall(ms)
    return ko ? `${day}일 ${time(ms)}` : `${day} ${MONTHS[month - 1]} ${time(ms)}`
  }
  const midnight = (ms: number) => {
    const { hour, minute } = wall(ms)
    return Math.floor((startEpochMs + ms) / MINUTE) * MINUTE - startEpochMs - hour * HOUR - minute * MINUTE
  }
  return {
    ...times,
    time,
    dayTime,
    day: ms => {
      const { day, weekday } = wall(ms)
      return ko ? `${day}일 ${WEEKDAYS.ko[weekday]}` : `${WEEKDAYS.en[weekday]} ${day}`
    },
    after: (ms, previousMs) =>
      previousMs !== null && midnight(previousMs) === midnight(ms) ? time(ms) : dayTime(ms),
    midnight,
    hour: ms => wall(ms).hour,
    calendar: wall,
    duration: ms => duration(ms, language),
  }
}
