import type { Interval } from '../../engine/history.js'
import { textWidth, wrapText } from '../../layout/textWidth.js'
import type { Report } from '../report.js'
import type { BrokenAxis } from './brokenAxis.js'
import { type Form, round } from './chartForm.js'
import type { Row } from './rows.js'

interface ServiceRowProps {
  readonly report: Report
  readonly row: Row
  readonly axis: BrokenAxis
  readonly form: Form
  readonly y: number
  readonly withIfs: readonly Interval[] | null
  readonly hatch: string
}

/** One service: its name and lengths, the record, the model, and the model with the chosen ifs. */
export function ServiceRow({ report, row, axis, form, y, withIfs, hatch }: ServiceRowProps) {
  const { words } = report
  const wide = form.name === 'wide'
  const valueX = wide ? form.left - 24 : form.width
  const valueWidth = Math.max(textWidth(row.recordText, 14.5, 700), wide ? textWidth(row.modelText, 12.5) : 0)
  const nameRoom = (wide ? valueX : form.width) - valueWidth - 14
  // Where its words do not fit beside the model's, only the sign of contradiction is written.
  const said = row.contradicted ? `✕ ${words.recovery.contradicted}` : ''
  const sub = wide && textWidth(said, 12) + textWidth(row.modelText, 12.5) + 12 <= valueX ? said : ''
  const modelText = row.contradicted && sub === '' ? `✕ ${row.modelText}` : row.modelText
  const names = wrapText(row.title, nameRoom, 14.5, wide && sub === '' ? 2 : 1, 700)
  return (
    <g class={row.contradicted ? 'service contradicted' : 'service'} data-component={row.component}>
      <line class="rowline" x1={0} x2={form.right} y1={y} y2={y} />
      {names.map((line, place) => (
        <text key={line} class="rowname" x={0} y={y + (wide ? 21 : 17) + place * 17}>
          {line}
          {line.endsWith('…') && <title>{row.title}</title>}
        </text>
      ))}
      {sub !== '' && (
        <text class="rowsub warn" x={0} y={y + 38}>
          {sub}
        </text>
      )}
      <text
        class={row.record === null ? 'value none' : 'value'}
        x={valueX}
        y={y + (wide ? 21 : 17)}
        text-anchor="end"
        data-from={row.record?.facts.map(id => `facts/${id}/at`).join(' ')}
      >
        {row.recordText}
      </text>
      <text class="modelvalue" x={valueX} y={y + (wide ? 38 : 53)} text-anchor="end">
        {modelText}
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
  const behind = axis.breaks.find(cut => cut.left < x0 - 8 && cut.right > x0 - 8 - room)
  const textEnd = behind === undefined ? x0 - 8 : behind.left - 6
  return (
    <g class="unexplained">
      <path
        d={`M${round(x0)} ${y - 5}V${y + 5}M${round(x0)} ${y}H${round(x1)}M${round(x1)} ${y - 5}V${y + 5}`}
      />
      <text
        x={inside ? (best.from + best.to) / 2 : textEnd}
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
  const wide = form.name === 'wide'
  const modelText = row.contradicted ? `✕ ${row.modelText}` : row.modelText
  const limit = wide ? form.right : form.width - textWidth(modelText, 12.5) - 10
  const tears = wide ? axis.breaks : []
  let behind = end + 8
  for (const tear of tears) if (behind < tear.right && behind + room > tear.left) behind = tear.right + 6
  const fits = behind + room <= limit
  // Where there is no room behind the bar, the text stands over its end, and before a tear that would hide it.
  let until = limit
  for (const tear of [...tears].reverse())
    if (until > tear.left && until - room < tear.right) until = tear.left - 6
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
      <text class="ifvalue halo" x={fits ? behind : until} y={y + 4.5} text-anchor={fits ? 'start' : 'end'}>
        {text}
      </text>
    </g>
  )
}
