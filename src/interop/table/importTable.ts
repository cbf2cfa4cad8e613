import { type ComponentNames, componentNames } from '../componentNames.js'
import type { Draft, DraftFlag, ImportFrame, ImportInput, ImportNote, ImportResult } from '../draft.js'
import { draftOf } from '../draftOf.js'
import { openPseudonyms, type Pseudonyms } from '../drafts/pseudonyms.js'
import { gathered } from '../gathered.js'
import { importNote } from '../importNote.js'
import { entryTimes, type TimedEntry } from '../paste/entryTimes.js'
import { readTextFile } from '../textFile.js'
import { type Columns, type ColumnUse, cellOf, columnsOf } from './columns.js'
import { dateOrderOf } from './dateOrder.js'
import { readTable, type TableRecord } from './readTable.js'
import { changesOf, textOf } from './rowText.js'
import { untimedEntries } from './tableEntries.js'

/** A file's table with its columns known. */
interface KnownTable {
  readonly path: string
  readonly columns: Columns
  readonly records: readonly TableRecord[]
}

/**
 * Tables of text: commas, tabs, semicolons or bars, with or without a heading, as spreadsheets and tickets export them. Every
 * record with a time becomes a draft; of a day written in figures the column as a whole says what stands first.
 */
export function importTable(input: ImportInput, frame: ImportFrame): ImportResult {
  const notes: ImportNote[] = []
  const tables = input.files.flatMap(file => {
    const { path, text, notes: said } = readTextFile(file)
    notes.push(...said)
    return text === null ? [] : knownTable(text, path, notes)
  })
  const people = openPseudonyms(authorsOf(tables), frame.roles)
  const componentOf = componentNames(frame.components)
  const drafts = tables.flatMap(table => draftsOfTable(table, frame, people, componentOf, notes))
  return gathered('table', drafts, notes, people, 'table-without-rows')
}

function knownTable(text: string, path: string, notes: ImportNote[]): KnownTable[] {
  const { records, notes: said } = readTable(text, path)
  notes.push(...said)
  const columns = columnsOf(records)
  const missing = columns.of.has('time') || columns.of.has('date') ? null : 'no-time-column'
  const problem = missing ?? (columns.of.has('text') ? null : 'no-text-column')
  if (problem === null) return [{ path, columns, records: records.slice(columns.headerRecords) }]
  notes.push(importNote(problem, 'error', path))
  return []
}

function authorsOf(tables: readonly KnownTable[]): { id: string; names: string[] }[] {
  const names = new Set(
    tables.flatMap(({ records, columns }) => records.map(record => cellOf(record, columns, 'author'))),
  )
  names.delete('')
  return [...names].map(name => ({ id: name, names: [name] }))
}

function draftsOfTable(
  table: KnownTable,
  frame: ImportFrame,
  people: Pseudonyms,
  componentOf: ComponentNames,
  notes: ImportNote[],
): readonly Draft[] {
  const { path, columns, records } = table
  const dateUse: ColumnUse = columns.of.has('date') ? 'date' : 'time'
  const { order, example } = dateOrderOf(records.map(record => cellOf(record, columns, dateUse)))
  if (order === 'unclear') notes.push(importNote('day-and-month-unclear', 'warning', path, { example }))
  const entries = untimedEntries(records, columns)
  const read = (dateOrder: 'month' | 'day'): TimedTable => {
    const timed = entryTimes(entries, { day: null, hour24: true, zero: null, dateOrder }, frame)
    return { timed, descending: isDescending(timed) }
  }
  const times = order === 'day' ? read('day') : order === 'unclear' ? likelier(read, frame) : read('month')
  const seen = new Map<string, number>()
  return records.flatMap((record, index): Draft[] => {
    const text = textOf(record, columns)
    const { time, flags } = times.timed[index] ?? { time: null, flags: [] }
    if (text === '' || (time === null && cellOf(record, columns, 'time') === '')) return []
    const unclear: DraftFlag[] =
      order === 'unclear' && time !== null
        ? [{ code: 'missing-date', assumed: time.at.replace(/^(?:by|after) /, '').slice(0, 10) }]
        : []
    const count = seen.get(record.raw) ?? 0
    seen.set(record.raw, count + 1)
    const author = cellOf(record, columns, 'author')
    const source = cellOf(record, columns, 'source')
    return [
      draftOf({
        format: 'table',
        identity: `${time?.at ?? ''}\n${record.raw}\n${count}`,
        time,
        text,
        place: `${path === '' ? '' : `${path} `}line ${record.line}`,
        original: record.raw,
        link: source,
        by: author === '' ? undefined : people.ofName(author),
        changes: changesOf(record, columns, componentOf),
        claimedBy: cellOf(record, columns, 'claimedBy') || undefined,
        flags: [...inItsOrder(flags, times.descending), ...unclear.filter(() => !flags.some(isDate))],
        people,
      }),
    ]
  })
}

const isDate = (flag: DraftFlag): boolean => flag.code === 'missing-date'

interface TimedTable {
  readonly timed: readonly TimedEntry[]
  /** The newest record stands first. */
  readonly descending: boolean
}

/** A table that begins with the newest is no clock gone wrong. */
const inItsOrder = (flags: readonly DraftFlag[], descending: boolean): readonly DraftFlag[] =>
  descending ? flags.filter(({ code }) => code !== 'clock-skew') : flags

function isDescending(timed: readonly TimedEntry[]): boolean {
  const instants = timed.flatMap(({ time }) => time?.fromEpochMs ?? [])
  const steps = instants.slice(1).map((instant, index) => Math.sign(instant - instants[index]!))
  return steps.filter(step => step < 0).length > steps.filter(step => step > 0).length
}

/** Of two orders the one whose days lie nearer to the start of the case, month first where that does not tell either. */
function likelier(read: (order: 'month' | 'day') => TimedTable, frame: ImportFrame): TimedTable {
  const [month, day] = [read('month'), read('day')]
  if (frame.startEpochMs === null) return month
  const start = frame.startEpochMs
  const far = ({ timed }: TimedTable) =>
    timed.reduce((sum, { time }) => sum + (time === null ? 1e12 : Math.abs(time.fromEpochMs - start)), 0)
  return far(day) < far(month) ? day : month
}
