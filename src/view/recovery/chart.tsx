import type { Interval } from '../../engine/history.js'
import { Hatch } from '../hatch.js'
import type { Report } from '../report.js'
import { fitText, textWidth } from '../textWidth.js'
import { type Break, type BrokenAxis, brokenAxis, HOUR } from './brokenAxis.js'
import type { Row } from './rows.js'
import { originOf } from './serviceRecord.js'
import type { SitePower } from './sitePower.js'

/** The measures of one form of the chart. SVG units. */
interface Form {
  readonly name: 'wide' | 'tall'
  readonly width: number
  /** Where the axis begins and ends. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly rowHeight: number
  /** Height of the bar's middle within its row. */
  readonly bar: number
  readonly ifBar: number
  readonly tear: number
  readonly power: number
}

const WIDE: Form = {
  name: 'wide',
  width: 1120,
  left: 330,
  right: 1112,
  top: 30,
  rowHeight: 50,
  bar: 18,
  ifBar: 38,
  tear: 34,
  power: 74,
}
const TALL: Form = {
  name: 'tall',
  width: 350,
  left: 0,
  right: 344,
  top: 26,
  rowHeight: 60,
  bar: 30,
  ifBar: 48,
  tear: 20,
  power: 70,
}

export interface ChartProps {
  readonly report: Report
  readonly rows: readonly Row[]
  readonly power: SitePower | null
  /** Intervals down with the chosen ifs; null where none is chosen. */
  readonly withIfs: ReadonlyMap<string, readonly Interval[]> | null
  readonly form: 'wide' | 'tall'
}

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

export function Chart({ report, rows, power, withIfs, form: name }: ChartProps) {
  const form = name === 'wide' ? WIDE : TALL
  const axis = brokenAxis(pointsOf(report, rows), form.left, form.right, form.tear)
  const rowsTop = form.top + (power === null ? 0 : form.power)
  const bottom = rowsTop + rows.length * form.rowHeight
  const hatch = `hatch-recovery-${name}`
  return (
    <svg class={`chart ${name}`} viewBox={`0 0 ${form.width} ${bottom + 26}`} aria-hidden="true">
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
      <line class="base" x1={axis.x(axis.fromMs)} x2={axis.x(axis.fromMs)} y1={rowsTop} y2={bottom} />
      {name === 'wide' &&
        axis.breaks.map(one => (
          <Tear key={one.fromMs} report={report} cut={one} form={form} bottom={bottom} />
        ))}
    </svg>
  )
}

/** Every second day is shaded; each has its name where there is room for it. */
function Days({
  report,
  axis,
  form,
  bottom,
}: {
  report: Report
  axis: BrokenAxis
  form: Form
  bottom: number
}) {
  const { clock } = report
  const days: { from: number; to: number; name: string; shaded: boolean }[] = []
  let start = axis.fromMs
  let place = 0
  while (start < axis.toMs) {
    const midnight = clock.midnight(start + 26 * HOUR)
    const next = midnight <= start ? start + 24 * HOUR : clock.midnight(clock.midnight(start) + 26 * HOUR)
    const end = Math.min(axis.toMs, next)
    days.push({ from: axis.x(start), to: axis.x(end), name: clock.day(start), shaded: place % 2 === 1 })
    start = next
    place++
  }
  let free = -1
  return (
    <>
      {days.map(({ from, to, name, shaded }) => {
        const room = to - from
        const short = name.split(' ')[0] ?? name
        const text =
          textWidth(name, 13, 600) + 6 < room ? name : textWidth(short, 13, 600) + 2 < room ? short : ''
        const shown = text !== '' && from + 5 > free
        if (shown) free = from + 5 + textWidth(text, 13, 600)
        return (
          <g key={from}>
            {shaded && room > 0 && (
              <rect class="day" x={from} y={form.top - 8} width={room} height={bottom - form.top + 8} />
            )}
            {shown && (
              <text class="axis strong" x={from + 5} y={form.top - 14}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

/** Hours since the first loss, at the bottom; none under the tear. */
function Hours({
  report,
  axis,
  rowsTop,
  bottom,
  form,
}: {
  report: Report
  axis: BrokenAxis
  rowsTop: number
  bottom: number
  form: Form
}) {
  const step =
    [1, 2, 5, 10, 20, 50, 100].find(hours => hours * axis.perHour >= (form.name === 'wide' ? 64 : 38)) ?? 100
  const last = (axis.toMs - axis.fromMs) / HOUR
  const ticks: number[] = []
  for (let hours = step; hours <= last; hours += step) {
    const ms = axis.fromMs + hours * HOUR
    const hidden = axis.breaks.some(one => ms > one.fromMs && ms < one.toMs)
    const first = axis.x(ms) < axis.x(axis.fromMs) + (form.name === 'wide' ? 44 : 62)
    const near = first || axis.breaks.some(one => axis.x(ms) > one.left - 12 && axis.x(ms) < one.right + 12)
    if (!hidden && !near) ticks.push(hours)
  }
  return (
    <>
      <text
        class="axis"
        x={axis.x(axis.fromMs)}
        y={bottom + 18}
        text-anchor={form.name === 'wide' ? 'middle' : 'start'}
      >
        {report.clock.time(axis.fromMs)}
      </text>
      {ticks.map((hours, place) => {
        const x = axis.x(axis.fromMs + hours * HOUR)
        return (
          <g key={hours}>
            <line class="grid" x1={x} x2={x} y1={rowsTop} y2={bottom} />
            <text class="axis" x={x} y={bottom + 18} text-anchor={x > form.width - 20 ? 'end' : 'middle'}>
              {place === 0 ? report.words.recovery.hours(String(hours)) : hours}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** Context: the share of the site's servers that had power, as the model has it. */
function Power({
  report,
  axis,
  form,
  power,
}: {
  report: Report
  axis: BrokenAxis
  form: Form
  power: SitePower
}) {
  const base = form.top + form.power - 16
  const height = form.power - (form.name === 'wide' ? 32 : 42)
  const yOf = (share: number) => base - share * height
  const shown = power.steps.filter(
    (step, place) =>
      (power.steps[place + 1]?.fromMs ?? Number.POSITIVE_INFINITY) > axis.fromMs && step.fromMs < axis.toMs,
  )
  const points: [number, number][] = []
  for (const { fromMs, share } of shown) {
    const x = axis.x(Math.max(axis.fromMs, fromMs))
    const before = points.at(-1)
    if (before !== undefined) points.push([x, before[1]])
    points.push([x, yOf(share)])
  }
  const end = axis.x(axis.toMs)
  points.push([end, points.at(-1)?.[1] ?? base])
  const line = points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')
  const { words } = report
  let free = -1
  return (
    <g class="power">
      <text class="rowname" x={0} y={form.name === 'wide' ? form.top + 26 : form.top + 12}>
        {words.recovery.powerOf(report.title(power.site))}
      </text>
      <text
        class="rowsub"
        x={form.name === 'wide' ? 0 : form.width - 4}
        y={form.name === 'wide' ? form.top + 43 : form.top + 12}
        text-anchor={form.name === 'wide' ? 'start' : 'end'}
      >
        {words.recovery.powerSub}
      </text>
      <path class="area" d={`M${axis.x(axis.fromMs)} ${base}L${line}L${end} ${base}Z`} />
      <path class="level" d={`M${line}`} />
      <line class="rowline" x1={form.left} x2={form.right} y1={base} y2={base} />
      {shown.map(({ fromMs, share }, place) => {
        const from = axis.x(Math.max(axis.fromMs, fromMs))
        const to = axis.x(shown[place + 1]?.fromMs ?? axis.toMs)
        const text = share === 0 ? words.recovery.none : `${Math.round(share * 100)} %`
        if (to - from < textWidth(text, 12) + 8 || from < free) return null
        free = from + textWidth(text, 12) + 12
        return (
          <text
            key={fromMs}
            class="share"
            x={from + 6}
            y={share < 0.35 ? base - 6 - share * height : yOf(share) + 14}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

interface ServiceRowProps {
  readonly report: Report
  readonly row: Row
  readonly axis: BrokenAxis
  readonly form: Form
  readonly y: number
  readonly withIfs: readonly Interval[] | null
  readonly hatch: string
}

function ServiceRow({ report, row, axis, form, y, withIfs, hatch }: ServiceRowProps) {
  const { words } = report
  const wide = form.name === 'wide'
  const valueX = wide ? form.left - 24 : form.width
  const valueWidth = Math.max(textWidth(row.recordText, 14.5, 700), wide ? textWidth(row.modelText, 12.5) : 0)
  const nameRoom = (wide ? valueX : form.width) - valueWidth - 14
  const name = fitText(row.title, nameRoom, 14.5, 700)
  const sub = row.contradicted ? words.recovery.contradicted : ''
  return (
    <g class={row.contradicted ? 'service contradicted' : 'service'} data-component={row.component}>
      <line class="rowline" x1={0} x2={form.right} y1={y} y2={y} />
      <text class="rowname" x={0} y={y + (wide ? 21 : 17)}>
        {name}
        {name !== row.title && <title>{row.title}</title>}
      </text>
      {wide && sub !== '' && (
        <text class="rowsub warn" x={0} y={y + 38}>
          ✕ {sub}
        </text>
      )}
      <text
        class={row.record === null ? 'value none' : 'value'}
        x={valueX}
        y={y + (wide ? 21 : 17)}
        text-anchor="end"
      >
        {row.recordText}
      </text>
      <text class="modelvalue" x={valueX} y={y + (wide ? 38 : 53)} text-anchor="end">
        {!wide && row.contradicted ? '✕ ' : ''}
        {row.modelText}
      </text>
      {row.record !== null && <RecordBar row={row} axis={axis} y={y + form.bar} hatch={hatch} />}
      {row.model.down.map(interval => (
        <ModelBox key={interval.fromMs} interval={interval} axis={axis} y={y + form.bar} />
      ))}
      {row.contradicted && (
        <Unexplained
          report={report}
          row={row}
          axis={axis}
          form={form}
          y={y + form.ifBar}
          alone={withIfs === null}
        />
      )}
      {withIfs !== null && (
        <IfBar report={report} row={row} intervals={withIfs} axis={axis} form={form} y={y + form.ifBar} />
      )}
    </g>
  )
}

/** Ink: what the record says. Solid as far as it is certain; hatched where it gives a range or falls silent. */
function RecordBar({ row, axis, y, hatch }: { row: Row; axis: BrokenAxis; y: number; hatch: string }) {
  const { startMs, end } = row.record!
  const x0 = axis.x(startMs)
  const solidTo = axis.x(end.fromMs ?? end.toMs ?? startMs)
  const half = 5
  const hatched = axis.x(end.kind === 'after' ? axis.toMs : (end.toMs ?? startMs))
  return (
    <>
      <rect
        class="was"
        x={round(x0)}
        y={y - half}
        width={round(Math.max(1.5, solidTo - x0))}
        height={2 * half}
      />
      {hatched - solidTo > 2 && (
        <rect
          class="hatched"
          x={round(solidTo)}
          y={y - half}
          width={round(hatched - solidTo)}
          height={2 * half}
          fill={`url(#${hatch})`}
        />
      )}
      {end.kind !== 'after' && hatched - solidTo > 2 && (
        <path class="whisker" d={`M${round(hatched)} ${y - 8}V${y + 8}`} />
      )}
      {end.kind === 'by' && end.fromMs === null && (
        <>
          <path class="whisker" d={`M${round(solidTo)} ${y - 8}V${y + 8}`} />
          {solidTo - x0 > 30 && (
            <path
              class="whisker in"
              d={`M${round(solidTo - 4)} ${y}H${round(solidTo - 20)}M${round(solidTo - 15)} ${y - 3.5}L${round(solidTo - 20)} ${y}L${round(solidTo - 15)} ${y + 3.5}`}
            />
          )}
        </>
      )}
    </>
  )
}

/** Blue outline: the model. An open end has an arrow. */
function ModelBox({ interval, axis, y }: { interval: Interval; axis: BrokenAxis; y: number }) {
  const x0 = axis.x(interval.fromMs)
  const x1 = interval.open ? axis.x(axis.toMs) : axis.x(interval.toMs)
  const half = 9
  if (interval.open)
    return (
      <path
        class="model"
        d={`M${round(x1)} ${y - half}H${round(x0)}V${y + half}H${round(x1)}M${round(x1 - 6)} ${y - 5}L${round(x1)} ${y}L${round(x1 - 6)} ${y + 5}`}
      />
    )
  return (
    <rect class="model" x={round(x0)} y={y - half} width={round(Math.max(2, x1 - x0))} height={2 * half} />
  )
}

interface UnexplainedProps {
  readonly report: Report
  readonly row: Row
  readonly axis: BrokenAxis
  readonly form: Form
  readonly y: number
  /** No green bar stands at the left, so there is room for words. */
  readonly alone: boolean
}

/** Where the record goes on long after the model, the stretch that the model does not explain is measured. */
function Unexplained({ report, row, axis, form, y, alone }: UnexplainedProps) {
  const end = row.model.down.at(-1)
  const toMs =
    row.record?.end.kind === 'after' ? null : (row.record?.end.fromMs ?? row.record?.end.toMs ?? null)
  if (form.name === 'tall' || end === undefined || end.open || toMs === null || toMs <= end.toMs) return null
  const text = report.words.recovery.unexplained(report.clock.duration(toMs - end.toMs))
  const room = textWidth(text, 12.5, 600) + 12
  const [x0, x1] = [axis.x(end.toMs), axis.x(toMs)]
  // Over a tear the text stands in the longer part, and the line ends at the tear's edges by itself.
  const parts = [x0, ...axis.breaks.flatMap(cut => [cut.left, cut.right]).filter(x => x > x0 && x < x1), x1]
  let best = { from: x0, to: x0 }
  for (let place = 0; place + 1 < parts.length; place += 2) {
    const [from, to] = [parts[place]!, parts[place + 1]!]
    if (to - from > best.to - best.from) best = { from, to }
  }
  const inside = best.to - best.from >= room
  const leftward = alone && x0 - form.left > room
  if (!inside && !leftward) return null
  return (
    <g class="unexplained">
      <path
        d={`M${round(x0)} ${y - 5}V${y + 5}M${round(x0)} ${y}H${round(x1)}M${round(x1)} ${y - 5}V${y + 5}`}
      />
      <text
        x={inside ? (best.from + best.to) / 2 : x0 - 8}
        y={y + 4.5}
        text-anchor={inside ? 'middle' : 'end'}
      >
        {text}
      </text>
    </g>
  )
}

interface IfBarProps {
  readonly report: Report
  readonly row: Row
  readonly intervals: readonly Interval[]
  readonly axis: BrokenAxis
  readonly form: Form
  readonly y: number
}

/** Green: the model with the chosen ifs. Hours are not said where the record contradicts the model. */
function IfBar({ report, row, intervals, axis, form, y }: IfBarProps) {
  const { words, clock } = report
  const same = JSON.stringify(intervals) === JSON.stringify(row.model.down)
  const last = intervals.at(-1)
  const downMs = intervals.reduce((sum, interval) => sum + interval.toMs - interval.fromMs, 0)
  const text = same
    ? words.ifs.noEffect
    : last === undefined
      ? words.ifs.notDown
      : row.contradicted
        ? words.ifs.contradicted
        : last.open
          ? words.recovery.notBack
          : clock.duration(downMs)
  const end = last === undefined ? axis.x(axis.fromMs) : last.open ? axis.x(axis.toMs) : axis.x(last.toMs)
  const room = textWidth(text, 12.5, 700)
  const tear = axis.breaks.find(one => end + 8 < one.right && end + 8 + room > one.left)
  const limit = form.name === 'wide' ? form.right : form.width - textWidth(row.modelText, 12.5) - 10
  const behind = tear === undefined ? end + 8 : tear.right + 6
  const fits = behind + room <= limit
  return (
    <g class={same ? 'withifs same' : 'withifs'}>
      {intervals.map(interval => {
        const x0 = axis.x(interval.fromMs)
        const x1 = interval.open ? axis.x(axis.toMs) : axis.x(interval.toMs)
        return (
          <rect
            key={interval.fromMs}
            class={row.contradicted ? 'ifbar open' : 'ifbar'}
            x={round(x0)}
            y={y - 3.5}
            width={round(Math.max(2, x1 - x0))}
            height={7}
          />
        )
      })}
      <text class="ifvalue halo" x={fits ? behind : limit} y={y + 4.5} text-anchor={fits ? 'start' : 'end'}>
        {text}
      </text>
    </g>
  )
}

/** The tear crosses every row, so that nobody reads over it. */
function Tear({ report, cut, form, bottom }: { report: Report; cut: Break; form: Form; bottom: number }) {
  const { left, right } = cut
  const top = form.top - 8
  const inset = 4
  const edge = (x: number, down: boolean) => {
    const points: string[] = []
    const steps = Math.round((bottom - top + 4) / 9)
    for (let step = 0; step <= steps; step++)
      points.push(`${x + (step % 2 === 0 ? 0 : 4)} ${round(top + ((bottom + 4 - top) * step) / steps)}`)
    return (down ? points : points.reverse()).join('L')
  }
  const hours = report.words.recovery.hours(String(Math.round((cut.toMs - cut.fromMs) / HOUR)))
  const label = report.words.recovery.tear(hours)
  const middle = (left + right) / 2
  return (
    <g class="tear">
      <path d={`M${edge(left + inset - 4, true)}L${edge(right - inset, false)}Z`} />
      {textWidth(label, 12) < bottom - top - 16 && (
        <text transform={`translate(${middle + 4} ${(top + bottom) / 2}) rotate(-90)`} text-anchor="middle">
          {label}
        </text>
      )}
    </g>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
