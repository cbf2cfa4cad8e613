import type { WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'
import { scanZone } from '../../model/typedTime/zones.js'
import type { UntimedEntry } from '../paste/entryTimes.js'
import { cellTime } from './cellTime.js'
import { type Columns, cellOf } from './columns.js'
import type { TableRecord } from './readTable.js'

/** What each record writes of time. A day in its own column holds for the records below that leave it out. */
export function untimedEntries(records: readonly TableRecord[], columns: Columns): readonly UntimedEntry[] {
  let day: string | null = null
  return records.map(record => {
    const own = cellOf(record, columns, 'date')
    if (own !== '') day = own
    const clock = cellOf(record, columns, 'time')
    const alone = cellTime(clock === '' ? own : clock, null)
    const dated = clock === '' || alone?.time?.from.date !== undefined ? null : cellTime(clock, day)
    const read = dated ?? alone
    const zone = zoneOf(cellOf(record, columns, 'zone'))
    const end = cellTime(cellOf(record, columns, 'end'), null)?.time ?? null
    return {
      time: read?.time == null ? null : withEnd(read.time, end),
      day: read?.day ?? null,
      written: [day !== null && alone?.time?.from.date === undefined ? day : '', clock]
        .filter(Boolean)
        .join(' '),
      list: 1,
      heading: null,
      zone: zone ?? columns.zone,
      behind: false,
    }
  })
}

/** A column of ends makes a range of a beginning. An end that is a whole time of its own keeps its day. */
function withEnd(time: WrittenTime, end: WrittenTime | null): WrittenTime {
  if (end === null || time.kind !== 'at' || end.kind !== 'at') return time
  return { ...time, kind: 'between', to: end.from }
}

function zoneOf(cell: string): WrittenZone | null {
  const zone = cell === '' ? null : scanZone(cell, 0, true)
  return zone !== null && zone.end === cell.length ? zone.value : null
}
