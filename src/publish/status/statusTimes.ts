import type { Language } from '../../model/case.js'
import { offsetMsAt } from '../../model/timezone.js'
import { statusWords } from '../../words/status/statusWords.js'
import { openTimes } from '../../words/times.js'
import type { PublicStatus, PublicTime } from './publicStatus.js'

/** Times of a status page in the words of a language. Arguments are UTC milliseconds. */
export interface StatusTimes {
  /** `10월 15일 15:30` */
  readonly dateTime: (epochMs: number) => string
  readonly date: (epochMs: number) => string
  /** A time as precisely as it is known: `15:30`, `15:30 무렵`, `15:40 이전`; with its date where `dated`. */
  readonly known: (time: PublicTime, dated: boolean) => string
  /** `UTC+09:00` */
  readonly offset: (epochMs: number) => string
}

/** A stretch up to this long is told as "about" its middle. */
const ABOUT_MS = 40 * 60_000

export function statusTimes({ timezone, startEpochMs }: PublicStatus, language: Language): StatusTimes {
  const times = openTimes(startEpochMs, timezone, language)
  const words = statusWords(language).times
  const dateTime = (epochMs: number) => times.dateTime(epochMs - startEpochMs)
  return {
    dateTime,
    date: epochMs => times.date(epochMs - startEpochMs),
    known: ({ fromEpochMs, toEpochMs, epochMs }, dated) => {
      const say = (ms: number) => (dated ? dateTime(ms) : times.time(ms - startEpochMs))
      if (fromEpochMs === null) return words.by(say(epochMs))
      if (toEpochMs === null) return words.after(say(epochMs))
      if (fromEpochMs === toEpochMs) return say(epochMs)
      if (toEpochMs - fromEpochMs <= ABOUT_MS) return words.about(say(epochMs))
      const last = times.after(toEpochMs - startEpochMs, fromEpochMs - startEpochMs)
      return words.range(say(fromEpochMs), last)
    },
    offset: epochMs => {
      const minutes = Math.round(offsetMsAt(epochMs, timezone) / 60_000)
      const two = (figure: number) => String(figure).padStart(2, '0')
      const size = Math.abs(minutes)
      return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
    },
  }
}
