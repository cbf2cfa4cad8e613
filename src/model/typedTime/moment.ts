/** A day as somebody wrote it. What is missing is found from what stands around it. */
export interface WrittenDate {
  readonly year?: number
  /** 1 to 12. */
  readonly month?: number
  readonly day?: number
  /** What stands first in figures like `3/4`. */
  readonly order?: 'month' | 'day' | 'year'
  /** `3/4`: other orders in which the same figures are a date, likeliest first. */
  readonly others?: readonly WrittenDate[]
  /** 0 is Sunday. */
  readonly weekday?: number
  /** `next day` is 1, `어제` is -1: days from the row above. */
  readonly daysOn?: number
  /** `D+1`: days from the start of the case. */
  readonly daysFromStart?: number
}

/** A time of day as somebody wrote it. */
export interface WrittenClock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly milli: number
  readonly half?: 'am' | 'pm' | 'night'
  /** The finest part that was written: it says how much "about" may be. */
  readonly finest: 'hour' | 'minute' | 'second'
  /** `3:30`, which may be either half of the day; `03:30` and `15:30` may not. */
  readonly eitherHalf: boolean
  /** `1530` alone, which may be meant as a year. */
  readonly bare?: true
  /** `40분` at the end of a range: its hour is that of the range's beginning. */
  readonly minuteOnly?: true
}

/** A zone as somebody wrote it. */
export interface WrittenZone {
  readonly written: string
  /** What its clocks show minus UTC, in milliseconds; or the IANA zone that is meant. */
  readonly offsetMs?: number
  readonly timezone?: string
  /** The letters mean several zones, or mean this one in another season. */
  readonly unsure?: true
}

/** One moment as somebody wrote it: a day, a clock and a zone, or a time since something. */
export interface WrittenMoment {
  readonly date?: WrittenDate
  readonly clock?: WrittenClock
  readonly zone?: WrittenZone
  /** Milliseconds since the start of the case (`T+12m`) or since the row above (`12분 뒤`). */
  readonly elapsed?: { readonly ms: number; readonly since: 'start' | 'previous' }
  readonly about: boolean
}

/** A whole time as somebody wrote it. */
export interface WrittenTime {
  readonly kind: 'at' | 'by' | 'after' | 'between'
  readonly from: WrittenMoment
  /** Only of `between`. */
  readonly to?: WrittenMoment
  /** `± 5m`. */
  readonly precisionMs?: number
  /** Where it begins and ends in the text that was read. */
  readonly start: number
  readonly end: number
}

/** What a piece of text was read as, and where it ends. */
export interface Scanned<T> {
  readonly value: T
  readonly end: number
}
