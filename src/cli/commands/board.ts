import { type BoardRow, boardOf } from '../../assess/board.js'
import { textIn } from '../../model/text.js'
import { parseInstant } from '../../model/time.js'
import { isTimezone } from '../../model/timezone.js'
import { readTypedTime } from '../../model/typedTime.js'
import { liveWords } from '../../words/live/liveWords.js'
import { openTimes, type Times } from '../../words/times.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { InvalidCase, readCase } from '../openCase.js'
import { type Cell, table } from '../table.js'
import { visible } from '../visible.js'

/** `manil board CASE`: how services stand by the timeline alone, at a time or as the record ends. */
export async function board(
  path: string,
  options: { readonly at: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, language, words, paint } = context
  const said = liveWords(language)
  const loaded = readCase(path, context)
  const { document } = loaded
  if (document === null) throw new InvalidCase(loaded.id, loaded.problems, words)
  const { timezone, start } = document.case
  const begun = isTimezone(timezone) ? parseInstant(start, { timezone, startEpochMs: 0 }) : null
  if (begun === null || 'code' in begun) throw new InvalidCase(loaded.id, loaded.problems, words)
  const frame = { timezone, startEpochMs: begun.epochMs }
  const atEpochMs = options.at === null ? null : instant(options.at, frame, context)
  const { rows } = boardOf(document, atEpochMs)
  if (context.json) {
    writeJson(context, { case: loaded.id, atEpochMs, rows })
    return exitStatus.fine
  }
  if (rows.length === 0) {
    effects.write(`${said.noServices(visible(loaded.id))}\n`)
    return exitStatus.fine
  }
  const times = openTimes(frame.startEpochMs, timezone, language)
  const title =
    atEpochMs === null ? said.boardNow : said.boardAt(times.dateTime(atEpochMs - frame.startEpochMs))
  effects.write(`${paint('bold', title)}\n\n`)
  const columns = [
    { title: said.columns.service, flexible: true },
    { title: said.columns.state },
    { title: said.columns.since },
    { title: said.columns.fact, flexible: true },
  ]
  const cells = rows.map((row): Cell[] => [
    visible(textIn(row.title, language)),
    stateCell(row, context),
    sinceText(row, times, frame.startEpochMs, context),
    visible(row.fact ?? '') + (row.disputed ? ` (${said.disputed})` : ''),
  ])
  effects.write(`${table(columns, cells, paint)}\n`)
  return exitStatus.fine
}

const colours = { up: 'green', impaired: 'amber', down: 'red', unknown: 'dim' } as const

function stateCell({ state, written }: BoardRow, { language }: Context): Cell {
  const word = liveWords(language).states[state]
  const text = written === '' || written === state ? word : `${word} (${written})`
  return { text, colour: colours[state] }
}

function sinceText(
  { since, sinceMs }: BoardRow,
  times: Times,
  startEpochMs: number,
  { language }: Context,
): string {
  const said = liveWords(language)
  if (sinceMs === null) return ''
  const time = times.dateTime(sinceMs - startEpochMs)
  if (since.fromEpochMs === null) return said.by(time)
  if (since.toEpochMs === null) return said.after(time)
  return since.fromEpochMs === since.toEpochMs ? time : said.about(time)
}

function instant(
  text: string,
  frame: { readonly timezone: string; readonly startEpochMs: number },
  { words }: Context,
): number {
  const read = readTypedTime(text, frame)
  const epochMs = 'code' in read ? null : (read.toEpochMs ?? read.fromEpochMs)
  if (epochMs === null) throw new CannotDo('bad-time', words.case.badTime(visible(text)))
  return epochMs
}
