import type { Language } from '../../../../model/case.js'
import { parseFactTime } from '../../../../model/time.js'
import { readTypedTime } from '../../../../model/typedTime.js'
import { type Clock, openClock } from '../../../../view/clock.js'
import { duration } from '../../../../words/durations.js'
import { typedTimeWords } from '../../../../words/typedTime/typedTimeWords.js'
import type { FactRow, TimeFrame } from './factRow.js'

/** A time as a cell shows it: the clock, and beside it how exact it is. */
export interface ShownTime {
  readonly main: string
  readonly precision: string
}

/** The words that a time is shown with. */
export interface TimeWords {
  readonly by: string
  readonly after: string
  readonly unreadable: string
  readonly allDay: string
  readonly weekdays: readonly string[]
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** A clock whose milliseconds are UTC, in the zone of the case. */
export function worldClock(frame: TimeFrame, language: Language): Clock {
  return openClock(0, frame.timezone, language)
}

/** The time of a row on the clock of the case; without its day, which stands above the first row of the day. */
export function shownTime(row: FactRow, clock: Clock, language: Language, words: TimeWords): ShownTime {
  const { time, startEpochMs } = row
  if (time === null)
    return { main: row.at === '' ? '' : row.at, precision: row.at === '' ? '' : words.unreadable }
  const from = time.fromMs === null ? null : startEpochMs + time.fromMs
  const to = time.toMs === null ? null : startEpochMs + time.toMs
  if (time.kind === 'by' && to !== null) return { main: clock.time(to), precision: words.by }
  if (time.kind === 'after' && from !== null) return { main: clock.time(from), precision: words.after }
  if (from === null || to === null) return { main: row.at, precision: '' }
  if (time.kind === 'at') {
    const around = (to - from) / 2
    return {
      main: clock.time(from + around),
      precision: around === 0 ? '' : `±${duration(around, language)}`,
    }
  }
  const isDays = clock.midnight(from) === from && to - clock.midnight(to) >= dayMs - minuteMs
  if (isDays) {
    const isOne = clock.midnight(to) === from
    return { main: words.allDay, precision: isOne ? '' : `–${clock.date(to)}` }
  }
  return { main: clock.time(from), precision: `–${clock.after(to, from)}` }
}

/** The day of a row, `10월 15일 토`, `Sat 15 Oct`, with its year where the case began in another one; null where its time cannot be read. */
export function dayOf(row: FactRow, clock: Clock, language: Language, words: TimeWords): string | null {
  if (row.time === null) return null
  const { weekday, year } = clock.calendar(row.atEpochMs)
  const date = clock.date(row.atEpochMs)
  const isOther = year !== clock.calendar(row.startEpochMs).year
  return language === 'ko'
    ? `${isOther ? `${year}년 ` : ''}${date} ${words.weekdays[weekday]}`
    : `${words.weekdays[weekday]} ${date}${isOther ? ` ${year}` : ''}`
}

/** What was understood of a typed time: the text for the case, and what is said about it while one types. */
export type UnderstoodTime =
  | { readonly at: string; readonly said: string; readonly note: string }
  | { readonly problem: string; readonly suggestion: string | null }

/** Reads a time as people type it, against the row above. */
export function understandTime(
  text: string,
  frame: TimeFrame,
  context: { readonly startEpochMs: number; readonly previousEpochMs: number | null },
  language: Language,
): UnderstoodTime {
  const words = typedTimeWords(language)
  const { timezone } = frame
  const { startEpochMs, previousEpochMs } = context
  const read = readTypedTime(text, {
    timezone,
    startEpochMs,
    ...(previousEpochMs !== null && Number.isFinite(previousEpochMs) ? { previous: previousEpochMs } : {}),
  })
  if ('code' in read) {
    const written = parseFactTime(text, { timezone, startEpochMs })
    if (!('code' in written)) return { at: text.trim(), said: text.trim(), note: '' }
    return { problem: words.problems[read.code](read.values), suggestion: read.suggestion ?? null }
  }
  const note = [
    ...read.assumed.map(what => words.assumed[what]),
    ...(read.secondAt === undefined ? [] : [words.ambiguous(read.secondAt)]),
  ].join(' · ')
  return { at: read.at, said: read.at, note }
}
