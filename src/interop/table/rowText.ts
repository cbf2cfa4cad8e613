import type { ComponentNames } from '../componentNames.js'
import { type Columns, cellOf } from './columns.js'
import type { TableRecord } from './readTable.js'

/** Words for how a service is, as people fill a column with them, and the state of a component that they mean. */
const states: readonly (readonly [state: string, words: RegExp])[] = [
  [
    'up',
    /^(up|ok|okay|operational|normal|healthy|restored|recovered|resolved|green|정상|정상화|복구|복구됨|복구 ?완료|해소|완료)$/i,
  ],
  [
    'impaired',
    /^(impaired|degraded|partial|partial outage|slow|unstable|warning|yellow|amber|저하|지연|부분 ?장애|일부 ?장애|불안정|느림|주의)$/i,
  ],
  [
    'down',
    /^(down|outage|major outage|unavailable|failed|failing|offline|critical|red|중단|장애|불가|다운|먹통|심각)$/i,
  ],
]

/** What a record says: its text, with the service and the state before it where no component of the case is meant. */
export function textOf(record: TableRecord, columns: Columns): string {
  const text = cellOf(record, columns, 'text')
  const [service, state] = [cellOf(record, columns, 'service'), cellOf(record, columns, 'state')]
  const about = [service, state].filter(
    part => part !== '' && !text.toLowerCase().includes(part.toLowerCase()),
  )
  return [about.join(' '), text].filter(Boolean).join(': ')
}

/** The state of the component that the record's service means, where both are known. */
export function changesOf(
  record: TableRecord,
  columns: Columns,
  componentOf: ComponentNames,
): Readonly<Record<string, string>> | undefined {
  const component = componentOf(cellOf(record, columns, 'service'))
  const written = cellOf(record, columns, 'state')
  const state = states.find(([, words]) => words.test(written))?.[0]
  return component === null || state === undefined ? undefined : { [component]: state }
}
