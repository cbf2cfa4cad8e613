import { matchAt, plainMarks } from '../../model/typedTime/match.js'
import type { WrittenDate, WrittenTime } from '../../model/typedTime/moment.js'
import { scanTime } from '../../model/typedTime/scanTime.js'

/** What a cell says of time: a time, or a day alone. */
export interface CellTime {
  readonly time: WrittenTime | null
  readonly day: WrittenDate | null
}

/** Longest cell that is read as a time, in characters. */
const longestCell = 100
const forms = { compact: true, dotted: true, westwardMs: [], proseFollows: false }
const dayMs = 86_400_000
/** Day 25569 of a spreadsheet is the first of January 1970. */
const spreadsheetEpochDays = 25_569

/**
 * The time in a cell, which must hold nothing else: written by people, exported by a spreadsheet (also as days since 1900),
 * or seconds and milliseconds of a machine. `date` is the cell of a column of days that stands beside it.
 */
export function cellTime(cell: string, date: string | null): CellTime | null {
  const text = plainMarks(`${date ?? ''} ${cell}`.normalize('NFC'))
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > longestCell) return null
  const machine = machineTime(text)
  if (machine !== null) return { time: machine, day: null }
  const time = scanTime(text, 0, forms)
  if (time === null || !isEnd(text, time)) return null
  const { date: day, clock, elapsed } = time.from
  if (clock !== undefined || elapsed !== undefined) return { time, day: null }
  return day?.day === undefined ? null : { time: null, day }
}

/** `2022-10-15 15:30:00 +0000 UTC`: the name of the zone after its offset says nothing new. */
function isEnd(text: string, time: WrittenTime): boolean {
  if (time.end === text.length) return true
  const behind = time.from.zone === undefined ? null : matchAt(/ ?\(?[A-Z]{2,5}\)?$/y, text, time.end)
  return behind !== null
}

function machineTime(text: string): WrittenTime | null {
  const at = (epochMs: number, inUtc: boolean): WrittenTime => {
    const moment = new Date(epochMs)
    const date = { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() }
    const clock = {
      hour: moment.getUTCHours(),
      minute: moment.getUTCMinutes(),
      second: moment.getUTCSeconds(),
      milli: moment.getUTCMilliseconds(),
      finest: 'second',
      eitherHalf: false,
    } as const
    const zone = inUtc ? { zone: { written: '', offsetMs: 0 } } : {}
    return { kind: 'at', from: { date, clock, ...zone, about: false }, start: 0, end: text.length }
  }
  if (/^1\d{9}(?:\.\d{1,9})?$/.test(text)) return at(Math.floor(Number(text) * 1000), true)
  if (/^1\d{12}$/.test(text)) return at(Number(text), true)
  if (!/^[34]\d{4}\.\d{1,12}$/.test(text)) return null
  const seconds = Math.round((Number(text) - spreadsheetEpochDays) * (dayMs / 1000))
  return at(seconds * 1000, false)
}
