import type { Language } from './durations.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Times of one scenario as people read them, in the zone of the case. Arguments are milliseconds from its start. */
export interface Times {
  /** `01:31` */
  readonly time: (ms: number) => string
  /** `10월 16일 01:31`, `16 Oct 01:31` */
  readonly dateTime: (ms: number) => string
  /** `10월 16일`, `16 Oct` */
  readonly date: (ms: number) => string
  /** The time, with its date where that is not the date of `previousMs`. */
  readonly after: (ms: number, previousMs: number | null) => string
  /** `10월 15일 15:27–15:33`, or with both dates: `10월 15일 15:27 – 10월 16일 01:31` */
  readonly span: (fromMs: number, toMs: number) => string
}

interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly clock: string
}

/** `Intl` only breaks a time into numbers, so that every browser and Node write the same words. */
export function openTimes(startEpochMs: number, timezone: string, language: Language): Times {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const wall = (ms: number): Wall => {
    const part: Record<string, string> = {}
    for (const { type, value } of format.formatToParts(startEpochMs + ms)) part[type] = value
    return {
      year: Number(part.year),
      month: Number(part.month),
      day: Number(part.day),
      clock: `${part.hour?.padStart(2, '0')}:${part.minute?.padStart(2, '0')}`,
    }
  }
  const dateOf = ({ month, day }: Wall) =>
    language === 'ko' ? `${month}월 ${day}일` : `${day} ${MONTHS[month - 1]}`
  const sameDate = (a: Wall, b: Wall) => a.year === b.year && a.month === b.month && a.day === b.day
  const dateTime = (ms: number) => {
    const at = wall(ms)
    return `${dateOf(at)} ${at.clock}`
  }
  return {
    time: ms => wall(ms).clock,
    dateTime,
    date: ms => dateOf(wall(ms)),
    after: (ms, previousMs) =>
      previousMs !== null && sameDate(wall(ms), wall(previousMs)) ? wall(ms).clock : dateTime(ms),
    span: (fromMs, toMs) => {
      const from = wall(fromMs)
      const to = wall(toMs)
      if (!sameDate(from, to)) return `${dateTime(fromMs)} – ${dateTime(toMs)}`
      return from.clock === to.clock ? dateTime(fromMs) : `${dateTime(fromMs)}–${to.clock}`
    },
  }
}
