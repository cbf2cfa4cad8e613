import type { WrittenDate, WrittenZone } from '../../model/typedTime/moment.js'
import { type LineTime, leadingTime, type TextForms } from './leadingTime.js'
import type { PastedLine } from './lines.js'
import { dayAlone, zoneStatement } from './statements.js'

/** A row of a Markdown table that gives a time. */
export interface TimedRow {
  readonly line: PastedLine
  readonly time: LineTime
  /** The day of the row's own column, or of the last row that had one. */
  readonly day: WrittenDate | null
  /** Of the heading of the column. */
  readonly zone: WrittenZone | null
  readonly text: string
}

/** Rows that are looked at to find the column of times. */
const lookedAt = 20
const timeName = /time|when|시각|시간|일시|timestamp|\butc\b|\bkst\b/i

/** The cells of a row between its bars; a bar after a backslash is text. */
export function cellsOf(row: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  for (let index = 0; index < row.length; index++) {
    if (row[index] === '\\' && row[index + 1] === '|') cell += row[++index]
    else if (row[index] === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += row[index]
  }
  cells.push(cell.trim())
  return cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined)
}

/** The rows of one Markdown table that give times, with what its other columns say. */
export function timedRows(lines: readonly PastedLine[], forms: TextForms): readonly TimedRow[] {
  const rows = lines.map(line => ({ line, cells: cellsOf(line.content) }))
  const dashes = rows.findIndex(({ cells }) => cells.every(cell => /^:?-{1,}:?$/.test(cell)))
  const header = dashes === 1 ? rows[0]!.cells : []
  const body = dashes === 1 ? rows.slice(2) : rows
  const columns = Math.max(0, ...body.slice(0, lookedAt).map(({ cells }) => cells.length))
  const timed = (column: number) =>
    body.slice(0, lookedAt).filter(({ cells }) => leadingTime(cells[column] ?? '', forms)?.time).length
  const scores = Array.from({ length: columns }, (_none, column) => ({
    column,
    score: timed(column) + (timeName.test(header[column] ?? '') && timed(column) > 0 ? lookedAt : 0),
  })).sort((a, b) => b.score - a.score || a.column - b.column)
  const best = scores[0]
  if (best === undefined || best.score === 0) return []
  const dayed = (column: number) =>
    column === best.column
      ? 0
      : body.slice(0, lookedAt).filter(({ cells }) => dayAlone(cells[column] ?? '')).length
  const dateScores = Array.from({ length: columns }, (_none, column) => dayed(column))
  const mostDays = Math.max(0, ...dateScores)
  const dateColumn = mostDays === 0 ? -1 : dateScores.indexOf(mostDays)
  const year = /\b(?:19|20)\d{2}\b/.exec(header[dateColumn] ?? '')?.[0]
  const zone = zoneStatement(header[best.column] ?? '') ?? zoneStatement(header[dateColumn] ?? '')
  const found: TimedRow[] = []
  let day: WrittenDate | null = null
  for (const { line, cells } of body) {
    const own: WrittenDate | null = dateColumn < 0 ? null : dayAlone(cells[dateColumn] ?? '')
    if (own !== null)
      day = year !== undefined && own.year === undefined ? { ...own, year: Number(year) } : own
    const time = leadingTime(cells[best.column] ?? '', forms)
    if (time === null) continue
    const others = cells.filter(
      (cell, column) => column !== best.column && column !== dateColumn && cell !== '',
    )
    found.push({
      line,
      time,
      day: own ?? day,
      zone,
      text: [time.rest, ...others].filter(Boolean).join(' — '),
    })
  }
  return found
}
