import type { Interval } from '../../engine/history.js'
import { Hatch } from '../hatch.js'
import type { Report } from '../report.js'
import { brokenAxis } from './brokenAxis.js'
import { Days, Hours, Power, Tear } from './chartAxis.js'
import { type FigureForm, MIDDLE, TALL, WIDE } from './chartForm.js'
import { ServiceRow } from './chartRow.js'
import type { Row } from './rows.js'
import { originOf } from './serviceRecord.js'
import type { SitePower } from './sitePower.js'

export interface ChartProps {
  readonly report: Report
  readonly rows: readonly Row[]
  readonly power: SitePower | null
  /** Intervals down with the chosen ifs; null where none is chosen. */
  readonly withIfs: ReadonlyMap<string, readonly Interval[]> | null
  readonly form: FigureForm
}

const FORMS = { wide: WIDE, middle: MIDDLE, tall: TALL }

/** The times that the axis must show: ends of the record and of the model. */
export function pointsOf(report: Report, rows: readonly Row[]): number[] {
  const origin = originOf(report) ?? Math.min(...rows.map(row => row.model.down[0]?.fromMs ?? 0))
  const points = [origin]
  for (const { record, model } of rows) {
    if (record !== null)
      points.push(record.startMs, ...[record.end.fromMs, record.end.toMs].filter(ms => ms !== null))
    for (const { fromMs, toMs, open } of model.down) points.push(fromMs, ...(open ? [] : [toMs]))
  }
  // A little room behind the last end, for labels and for what goes on.
  const last = Math.max(...points)
  return [...points.filter(ms => ms >= origin), last + (last - origin) * 0.02]
}

export function Chart({ report, rows, power, withIfs, form: shownAs }: ChartProps) {
  const form = FORMS[shownAs]
  const { name } = form
  const axis = brokenAxis(pointsOf(report, rows), form.left, form.right, form.tear)
  const rowsTop = form.top + (power === null ? 0 : form.power)
  const bottom = rowsTop + rows.length * form.rowHeight
  const hatch = `hatch-recovery-${shownAs}`
  return (
    <svg class={`chart ${shownAs}`} viewBox={`0 0 ${form.width} ${bottom + 26}`} aria-hidden="true">
      <Hatch id={hatch} />
      <Days report={report} axis={axis} form={form} bottom={bottom} />
      {name === 'tall' &&
        axis.breaks.map(({ left, right }) => (
          <rect
            key={left}
            class="tearband"
            x={left}
            y={form.top - 8}
            width={right - left}
            height={bottom - form.top + 8}
            fill={`url(#${hatch})`}
          />
        ))}
      <Hours report={report} axis={axis} rowsTop={rowsTop} bottom={bottom} form={form} />
      {power !== null && <Power report={report} axis={axis} form={form} power={power} />}
      {rows.map((row, place) => (
        <ServiceRow
          key={row.component}
          report={report}
          row={row}
          axis={axis}
          form={form}
          y={rowsTop + place * form.rowHeight}
          withIfs={withIfs?.get(row.component) ?? null}
          hatch={hatch}
        />
      ))}
      {/* Where names stand above the bars, the axis keeps to the bars: it would strike through the names. */}
      {name === 'wide' ? (
        <line class="base" x1={axis.x(axis.fromMs)} x2={axis.x(axis.fromMs)} y1={rowsTop} y2={bottom} />
      ) : (
        rows.map((row, place) => {
          const middle = rowsTop + place * form.rowHeight + form.bar
          const x = axis.x(axis.fromMs)
          return <line key={row.component} class="base" x1={x} x2={x} y1={middle - 9} y2={middle + 26} />
        })
      )}
      {name === 'wide' &&
        axis.breaks.map(one => (
          <Tear key={one.fromMs} report={report} cut={one} form={form} bottom={bottom} />
        ))}
    </svg>
  )
}
