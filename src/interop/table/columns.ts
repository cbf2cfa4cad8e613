import type { WrittenZone } from '../../model/typedTime/moment.js'
import { zoneStatement } from '../paste/statements.js'
import { cellTime } from './cellTime.js'
import type { TableRecord } from './readTable.js'

/** What a column of a table holds. */
export type ColumnUse =
  | 'time'
  | 'date'
  | 'end'
  | 'text'
  | 'source'
  | 'author'
  | 'service'
  | 'state'
  | 'zone'
  | 'claimedBy'

/** Where each use stands, how many records are heading, and the zone that the heading names. */
export interface Columns {
  readonly of: ReadonlyMap<ColumnUse, number>
  readonly headerRecords: number
  readonly zone: WrittenZone | null
}

/** Names of columns in Korean and English, without blanks, case and what stands in brackets. */
const names: readonly (readonly [ColumnUse, RegExp])[] = [
  ['end', /^(end(ed)?(time|at|date)?|until|to|finish(ed)?|종료(시각|시간|일시)?|끝|복구(시각|시간|일시))$/],
  ['zone', /^(time ?zone|tz|zone|시간대)$/],
  [
    'time',
    /^(time|timestamp|date ?time|date(and|\/|&)?time|when|at|clock|occurred(at)?|created(at)?|start(ed)?(time|at|date)?|begin|from|event ?time|time(utc|kst|gmt|local)|(발생|시작|조치|인지)?(시각|시간|일시)|때|언제|ts)$/,
  ],
  ['date', /^(date|day|날짜|일자|날|(발생|작업)일자?)$/],
  [
    'text',
    /^(text|event|events|description|desc|summary|message|msg|title|what|whathappened|note|notes|details?|action|activity|comment|body|content|entry|내용|(조치|발생|작업|주요)?내용|설명|사건|이벤트|메시지|제목|조치(사항)?|상황|비고|무엇|현상)$/,
  ],
  ['source', /^(source|url|link|links|ref|reference|evidence|출처|근거|링크|주소|참고)$/],
  [
    'author',
    /^(who|author|by|user|owner|name|reporter|person|from|actor|작성자|담당|담당자|보고자|이름|사람|조치자|누가)$/,
  ],
  [
    'service',
    /^(service|services|component|components|system|systems|application|app|서비스(명)?|구성요소|시스템|대상|영향)$/,
  ],
  ['state', /^(state|status|상태|결과)$/],
  ['claimedBy', /^(claimed ?by|claimant|organi[sz]ation|company|주장|주장한곳|기관|회사|말한곳)$/],
]

/** Records that may stand above the heading: the name of the table, its date. */
const mostAbove = 5
/** Records by which columns without a name are known. */
const sampled = 50

/** Finds the columns by the names of a heading, and those that it does not name by what stands in them. */
export function columnsOf(records: readonly TableRecord[]): Columns {
  const heading = records.slice(0, mostAbove).findIndex(({ cells }) => {
    const uses = cells.map(useOf)
    return (
      uses.some(use => use === 'time' || use === 'date') && new Set(uses.filter(use => use !== null)).size > 1
    )
  })
  const found = new Map<ColumnUse, number>()
  let zone: WrittenZone | null = null
  if (heading >= 0) {
    records[heading]!.cells.forEach((name, column) => {
      const use = useOf(name)
      if (use !== null && !found.has(use)) found.set(use, column)
      if (use === 'time' || use === 'date') zone = zone ?? zoneStatement(`time ${name}`)
    })
  }
  const body = records.slice(heading + 1, heading + 1 + sampled)
  const guessed = heading >= 0 ? 0 : body[0]?.cells.some(cell => cellTime(cell, null) !== null) ? 0 : 1
  fillByContent(found, body.slice(guessed))
  return { of: found, headerRecords: heading >= 0 ? heading + 1 : guessed, zone }
}

/** What a record has in the column of a use; empty where there is none. */
export function cellOf(record: TableRecord, columns: Columns, use: ColumnUse): string {
  const column = columns.of.get(use)
  return column === undefined ? '' : (record.cells[column] ?? '').trim()
}

/** What a name of a column says that it holds. */
function useOf(name: string): ColumnUse | null {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .slice(0, 60)
    .replace(/[([].*$/, '')
    .replace(/[\s_\-*:]/g, '')
  return names.find(([, expression]) => expression.test(plain))?.[0] ?? null
}

function fillByContent(found: Map<ColumnUse, number>, body: readonly TableRecord[]): void {
  const width = Math.max(0, ...body.map(({ cells }) => cells.length))
  const taken = () => new Set(found.values())
  const columns = Array.from({ length: width }, (_none, column) => ({
    column,
    timed: body.filter(({ cells }) => cellTime(cells[column] ?? '', null)?.time).length,
    length: body.reduce((sum, { cells }) => sum + (cells[column]?.length ?? 0), 0),
  }))
  if (!found.has('time')) {
    const best = columns
      .filter(({ column, timed }) => timed > body.length / 2 && !taken().has(column))
      .sort((a, b) => b.timed - a.timed || a.column - b.column)[0]
    if (best !== undefined) found.set('time', best.column)
  }
  if (!found.has('text')) {
    const best = columns
      .filter(({ column, timed, length }) => !taken().has(column) && timed <= body.length / 2 && length > 0)
      .sort((a, b) => b.length - a.length || a.column - b.column)[0]
    if (best !== undefined) found.set('text', best.column)
  }
}
