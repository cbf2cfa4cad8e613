import { type Options, parse } from 'csv-parse/browser/esm/sync'
import type { ImportNote } from '../draft.js'
import { importLimits } from '../importLimits.js'
import { importNote } from '../importNote.js'

/** A record of a table. */
export interface TableRecord {
  /** The line on which it ends, from 1. */
  readonly line: number
  /** As it stands. */
  readonly raw: string
  readonly cells: readonly string[]
}

/** A table as its file has it, the header among its records. */
export interface Table {
  readonly records: readonly TableRecord[]
  readonly notes: readonly ImportNote[]
}

const delimiters = [',', '\t', ';', '|'] as const
/** Characters from the beginning of a file by which its separator is guessed. */
const sampleLength = 20_000
/** Lines of the sample that are compared. */
const sampleLines = 30

/**
 * The separator that a text seems to use: the one that parts most of its first lines into equally many cells, more than
 * one. Null where none does.
 */
export function delimiterOf(text: string): string | null {
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1]
  if (hint !== undefined) return hint
  const sample = text.slice(0, sampleLength)
  const whole = text.length > sampleLength ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample
  let best: { delimiter: string; score: number } | null = null
  for (const delimiter of delimiters) {
    const rows = recordsOf(whole, delimiter, quoteOf(whole, delimiter), sampleLines)?.map(
      ({ cells }) => cells.length,
    )
    if (rows === undefined || rows.length < 2) continue
    const counts = new Map<number, number>()
    for (const cells of rows) counts.set(cells, (counts.get(cells) ?? 0) + 1)
    const [cells, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]!
    const share = count / rows.length
    const score = cells < 2 || share < 0.6 ? 0 : share + Math.min(cells, 20) / 100
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** Cells are quoted with `'` only where they begin so, and none with `"`. */
function quoteOf(text: string, delimiter: string): string {
  const beginnings = text
    .split('\n', sampleLines)
    .flatMap(line => line.split(delimiter, 20).map(cell => cell.trim()[0]))
  const count = (mark: string) => beginnings.filter(first => first === mark).length
  return count('"') === 0 && count("'") > 2 ? "'" : '"'
}

/** Reads a table with separators and quotes as its text seems to have them. Never throws. */
export function readTable(text: string, path: string): Table {
  const delimiter = delimiterOf(text) ?? ','
  const body = text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '\n')
  const notes: ImportNote[] = []
  const records = recordsOf(
    body,
    delimiter,
    quoteOf(body.slice(0, sampleLength), delimiter),
    importLimits.lines,
    fault => notes.push(importNote('broken-table', 'warning', path, { reason: fault })),
  )
  if ((records?.length ?? 0) >= importLimits.lines)
    notes.push(importNote('too-many-lines', 'warning', path, { limit: importLimits.lines }))
  return { records: records ?? [], notes }
}

function recordsOf(
  text: string,
  delimiter: string,
  quote: string,
  most: number,
  onFault?: (reason: string) => void,
): TableRecord[] | null {
  const records: TableRecord[] = []
  const options = {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    // Skipping empty lines takes csv-parse a time that grows with their square: they are left out below.
    skip_empty_lines: false,
    max_record_size: importLimits.recordLength,
    to: most,
    raw: true,
    info: true,
    trim: true,
    onRecord: (read: { record: string[]; info: { lines: number }; raw: string }) => {
      const cells = read.record.slice(0, importLimits.columns)
      if (cells.some(cell => cell !== ''))
        records.push({ line: read.info.lines, raw: read.raw.replace(/[\r\n]+$/, ''), cells })
      return null
    },
  }
  try {
    parse(text, options as unknown as Options)
    return records
  } catch (fault) {
    // The parser gives up at a record that never ends; what it read before stays.
    onFault?.(reasonOf(fault))
    return records.length > 0 || onFault !== undefined ? records : null
  }
}

function reasonOf(fault: unknown): string {
  const code = (fault as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ') : 'unknown'
}
