import { parseInstant } from '../../../../model/time.js'
import type { NewFact } from './factEdits.js'
import type { TimeFrame } from './factRow.js'
import { understandTime } from './factTimes.js'

/** A line of what was pasted: a time and a text, or a line without a time that can be read. */
export interface PastedRow {
  readonly fact: NewFact | null
  readonly line: string
}

/** So many rows are taken at once; more belong into the inbox. */
export const mostPastedRows = 2_000

/** Whether pasted text is rows rather than the content of one cell. */
export function isRows(text: string): boolean {
  const plain = text.replace(/\s+$/, '')
  return plain.includes('\t') || plain.split(/\r\n|\r|\n/).filter(line => line.trim() !== '').length > 1
}

/**
 * Reads rows from a spreadsheet (cells between tabs: the first that is a time is the time, the longest of the others the
 * text), or lines as people write them, through the same reader as imports. `text` makes the text of a fact.
 */
export async function readPastedRows(
  pasted: string,
  frame: TimeFrame,
  makeText: (text: string) => unknown,
  previousEpochMs: number | null,
): Promise<readonly PastedRow[]> {
  return pasted.includes('\t')
    ? cellsRows(pasted, frame, makeText, previousEpochMs)
    : linesRows(pasted, frame, makeText)
}

function cellsRows(
  pasted: string,
  frame: TimeFrame,
  makeText: (text: string) => unknown,
  previousEpochMs: number | null,
): readonly PastedRow[] {
  const startEpochMs = frame.starts.get('main') ?? 0
  let previous = previousEpochMs
  const rows: PastedRow[] = []
  for (const cells of readCells(pasted).slice(0, mostPastedRows)) {
    const line = cells.join('\t')
    if (line.trim() === '') continue
    let at: string | null = null
    let used = -1
    for (const [place, cell] of cells.entries()) {
      // A date alone and a clock in the next cell are one time.
      const both = `${cell} ${cells[place + 1] ?? ''}`.trim()
      for (const text of [cell.trim(), both]) {
        if (text === '' || at !== null) continue
        const read = understandTime(text, frame, { startEpochMs, previousEpochMs: previous }, 'en')
        if ('at' in read) {
          at = read.at
          used = text === cell.trim() ? place : place + 1
        }
      }
      if (at !== null) break
    }
    const text = cells
      .filter((cell, place) => place > used && cell.trim() !== '')
      .sort((a, b) => b.length - a.length)[0]
      ?.trim()
    if (at === null || text === undefined) {
      rows.push({ fact: null, line })
      continue
    }
    const atEpochMs = instantOf(at, frame)
    previous = atEpochMs
    rows.push({ fact: { at, atEpochMs, fact: { text: makeText(text) } }, line })
  }
  return rows
}

/** Cells between tabs; a cell in quotes may hold tabs and line breaks, as spreadsheets put them on the clipboard. */
export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (found === null) break
    rows.at(-1)!.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'))
    if (found[3] === '') break
    if (found[3] !== '\t') rows.push([])
  }
  return rows.filter(cells => cells.some(content => content.trim() !== ''))
}

async function linesRows(
  pasted: string,
  frame: TimeFrame,
  makeText: (text: string) => unknown,
): Promise<readonly PastedRow[]> {
  const { importPaste } = await import('../../../../interop/paste/importPaste.js')
  const { drafts } = importPaste(
    { files: [{ path: '', bytes: new TextEncoder().encode(pasted) }] },
    { timezone: frame.timezone, startEpochMs: frame.starts.get('main') ?? null },
  )
  return drafts.slice(0, mostPastedRows).map(({ time, text, origin }) => ({
    fact:
      time === null || text.trim() === ''
        ? null
        : { at: time.at, atEpochMs: time.fromEpochMs, fact: { text: makeText(text) } },
    line: origin.original,
  }))
}

/** The instant by which a new fact finds its place, UTC milliseconds. */
export function instantOf(at: string, frame: TimeFrame): number {
  const startEpochMs = frame.starts.get('main') ?? 0
  const first = at.replace(/^(?:by|after)\s+/i, '').split(/\s*(?:±|\.\.)\s*/)[0] ?? at
  const read = parseInstant(first, { timezone: frame.timezone, startEpochMs })
  return 'code' in read ? startEpochMs : read.epochMs
}
