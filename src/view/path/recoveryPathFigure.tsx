import { fitText, textWidth, wrapText } from '../../layout/textWidth.js'
import { pathWords } from '../../words/paths/pathWords.js'
import { Hatch } from '../hatch.js'
import type { FigureForm } from '../recovery/chartForm.js'
import type { Report } from '../report.js'
import { clockTicks } from './clockAxis.js'
import { type Stair, type Staircase, staircaseOf } from './stairs.js'

/** The recovery path of one service: a staircase on a clock, closed by the bar of the record. */
export function RecoveryPath({ report, of }: { report: Report; of: string }) {
  const { words, clock } = report
  const staircase = staircaseOf(report, of)
  if (staircase === null)
    return <p class="path-none">{pathWords(report.language).neverDown(report.title(of))}</p>
  return (
    <figure class="recoverypath" aria-label={`${words.path.label}: ${report.title(of)}`}>
      <Staircases report={report} staircase={staircase} form="wide" />
      <Staircases report={report} staircase={staircase} form="middle" />
      <Staircases report={report} staircase={staircase} form="tall" />
      <details>
        <summary>{words.path.table}</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.path.step}</th>
                <th scope="col">{words.path.from}</th>
                <th scope="col">{words.path.to}</th>
                <th scope="col">{words.path.time}</th>
                <th scope="col">{words.ifs.condition}</th>
              </tr>
            </thead>
            <tbody>
              {staircase.stairs.map(stair => (
                <tr key={stair.fromMs} data-from={stair.from}>
                  <th scope="row">{stair.label}</th>
                  <td>{clock.dayTime(stair.fromMs)}</td>
                  <td>{clock.dayTime(stair.toMs)}</td>
                  <td>{clock.duration(stair.toMs - stair.fromMs)}</td>
                  <td>{noteOf(report, stair)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

interface Form {
  /** How rows are set: names beside the bars, or above them. */
  readonly name: 'wide' | 'tall'
  readonly width: number
  readonly left: number
  readonly right: number
  readonly row: number
  readonly bar: number
  readonly top: number
}

const WIDE: Form = { name: 'wide', width: 1120, left: 330, right: 872, row: 34, bar: 24, top: 62 }
const TALL: Form = { name: 'tall', width: 350, left: 0, right: 348, row: 50, bar: 20, top: 50 }
/** For a tablet: set as on a phone, wider. */
const MIDDLE: Form = { ...TALL, width: 740, right: 736 }
const FORMS = { wide: WIDE, middle: MIDDLE, tall: TALL }
/** On a phone a note has a line of its own below the bar. */
const NOTE_LINE = 20
const LABEL_LEADING = 15

function Staircases({
  report,
  staircase,
  form: shownAs,
}: {
  report: Report
  staircase: Staircase
  form: FigureForm
}) {
  const { words, clock } = report
  const form = FORMS[shownAs]
  const { name } = form
  const { stairs, record, interval } = staircase
  const recordEnd = record === null ? null : (record.end.toMs ?? record.end.fromMs)
  const fromMs = Math.min(
    interval.fromMs,
    stairs[0]?.fromMs ?? interval.fromMs,
    record?.startMs ?? interval.fromMs,
  )
  const toMs = Math.max(stairs.at(-1)?.toMs ?? interval.toMs, recordEnd ?? 0)
  const x = (ms: number) =>
    form.left + ((ms - fromMs) / Math.max(1, toMs - fromMs)) * (form.right - form.left)
  const rows: { stair: Stair; label: readonly string[]; note: string; y: number; height: number }[] = []
  let rowsEnd = form.top
  for (const stair of stairs) {
    const note = noteOf(report, stair)
    const label = labelLines(report, stair, form, name)
    const extra = name === 'wide' ? 0 : (note === '' ? 0 : NOTE_LINE) + (label.length - 1) * LABEL_LEADING
    const rowHeight = form.row + extra
    rows.push({ stair, label, note, y: rowsEnd, height: rowHeight })
    rowsEnd += rowHeight
  }
  const height = rowsEnd + (record === null ? 0 : form.row + 2)
  const hatch = `hatch-path-${staircase.component}-${shownAs}`
  const ticks = clockTicks(clock, fromMs, toMs, form.right - form.left, name === 'wide' ? 74 : 62)
  const started = clock.dayTime(fromMs)
  const startRoom = x(fromMs) + textWidth(started, 13) + 10
  return (
    <svg class={`stairs ${shownAs}`} viewBox={`0 0 ${form.width} ${height + 6}`} aria-hidden="true">
      <Hatch id={hatch} />
      <text class="pathname" x={0} y={15}>
        {fitText(report.title(staircase.component), form.width, 16, 800)}
      </text>
      <text class="axis" x={x(fromMs)} y={form.top - 14}>
        {started}
      </text>
      {ticks.map(({ ms, label, midnight }) => {
        const half = textWidth(label, 13, 600) / 2
        const shown = x(ms) - half > startRoom && x(ms) + half < form.width + 4
        return (
          <g key={ms}>
            <line
              class={midnight ? 'grid midnight' : 'grid'}
              x1={x(ms)}
              x2={x(ms)}
              y1={form.top - 8}
              y2={height}
            />
            {shown && (
              <text
                class={midnight ? 'axis strong' : 'axis'}
                x={x(ms)}
                y={form.top - 14}
                text-anchor="middle"
              >
                {label}
              </text>
            )}
          </g>
        )
      })}
      {/* Where labels stand above the bars, the axis keeps clear of them: it would strike through their first letters. */}
      {name === 'wide' && <line class="base" x1={x(fromMs)} x2={x(fromMs)} y1={form.top - 8} y2={height} />}
      {rows.map(({ stair, label, note, y, height: rowHeight }, place) => (
        <StairRow
          key={stair.fromMs}
          report={report}
          stair={stair}
          label={label}
          note={note}
          form={form}
          name={name}
          x={x}
          y={y}
          height={rowHeight}
          hatch={hatch}
          last={place === stairs.length - 1 && record === null}
        />
      ))}
      {record !== null && (
        <RecordRow
          report={report}
          staircase={staircase}
          form={form}
          name={name}
          x={x}
          y={rowsEnd}
          toMs={toMs}
          label={words.path.total}
          hatch={hatch}
        />
      )}
    </svg>
  )
}

/** A step's name, in two lines where it is long. On a phone the time stands at its right. */
function labelLines(report: Report, stair: Stair, form: Form, name: 'wide' | 'tall'): readonly string[] {
  if (name === 'wide') return wrapText(stair.label, form.left - 24, 14, 2)
  const value = textWidth(report.clock.duration(stair.toMs - stair.fromMs), 14, 700)
  return wrapText(stair.label, form.width - value - 12, 13, 2)
}

interface StairRowProps {
  readonly report: Report
  readonly stair: Stair
  readonly form: Form
  readonly name: 'wide' | 'tall'
  readonly x: (ms: number) => number
  readonly y: number
  readonly height: number
  readonly label: readonly string[]
  readonly note: string
  readonly hatch: string
  readonly last: boolean
}

function StairRow({ report, stair, label, note, form, name, x, y, height, hatch, last }: StairRowProps) {
  const { clock } = report
  const wide = name === 'wide'
  const [x0, x1] = [x(stair.fromMs), x(stair.toMs)]
  const value = clock.duration(stair.toMs - stair.fromMs)
  const valueWidth = textWidth(value, 14, 700)
  const barY = wide ? y + 2 : y + 20 + (label.length - 1) * LABEL_LEADING
  const inside = wide && x1 - x0 > valueWidth + 20 && stair.kind === 'model'
  const after = x1 + 10 + (inside ? 0 : valueWidth + 14)
  const noteWidth = textWidth(note, 13, 600)
  const fitsAfter = after + noteWidth <= form.width
  const valueBefore = wide && !inside && x1 + 10 + valueWidth > form.width
  return (
    <g class={`stair ${stair.kind}`} data-from={stair.from}>
      {label.map((line, place) => (
        <text
          key={place}
          class="label"
          x={0}
          y={wide ? y + (label.length === 1 ? 19 : 12 + place * 16) : y + 13 + place * LABEL_LEADING}
        >
          {line}
          {place === 0 && label.join(' ') !== stair.label && <title>{stair.label}</title>}
        </text>
      ))}
      <rect
        class={stair.kind}
        x={round(x0)}
        y={barY}
        width={round(Math.max(2, x1 - x0))}
        height={form.bar}
        fill={stair.kind === 'gap' ? `url(#${hatch})` : undefined}
      />
      {!last && (
        <line
          class="fall"
          x1={round(x1)}
          x2={round(x1)}
          y1={barY + form.bar}
          y2={y + height + (wide ? 2 : 20)}
        />
      )}
      {wide ? (
        <text
          class={inside ? 'length in' : 'length'}
          x={inside ? x0 + 10 : valueBefore ? x0 - 8 : x1 + 10}
          y={barY + 17}
          text-anchor={valueBefore ? 'end' : 'start'}
        >
          {value}
        </text>
      ) : (
        <text class="length" x={form.width} y={y + 13} text-anchor="end">
          {value}
        </text>
      )}
      {note !== '' && wide && (
        <text
          class="note halo"
          x={fitsAfter ? after : x0 - 10 - (valueBefore ? valueWidth + 12 : 0)}
          y={barY + 17}
          text-anchor={fitsAfter ? 'start' : 'end'}
        >
          {note}
        </text>
      )}
      {note !== '' && !wide && (
        <text
          class="note halo"
          x={Math.max(0, Math.min(x0, form.width - noteWidth))}
          y={barY + form.bar + 16}
        >
          {note}
        </text>
      )}
    </g>
  )
}

interface RecordRowProps {
  readonly report: Report
  readonly staircase: Staircase
  readonly form: Form
  readonly name: 'wide' | 'tall'
  readonly x: (ms: number) => number
  readonly y: number
  readonly toMs: number
  readonly label: string
  readonly hatch: string
}

/** The record's bar closes the staircase. */
function RecordRow({ report, staircase, form, name, x, y, toMs, label, hatch }: RecordRowProps) {
  const { clock, words } = report
  const record = staircase.record!
  const { kind, fromMs, toMs: endMs } = record.end
  const solidTo = kind === 'by' ? (endMs ?? record.startMs) : (fromMs ?? record.startMs)
  const hatchedTo = kind === 'after' ? toMs : (endMs ?? solidTo)
  const length = clock.duration(Math.max(0, solidTo - record.startMs))
  const text =
    kind === 'by' ? words.recovery.by(length) : kind === 'after' ? words.recovery.afterwards(length) : length
  const wide = name === 'wide'
  const barY = wide ? y + 4 : y + 20
  const [x0, x1, x2] = [x(record.startMs), x(solidTo), x(hatchedTo)]
  const inside = wide && x1 - x0 > textWidth(text, 14, 700) + 20
  return (
    <g class="stair record">
      <text class="label strong" x={0} y={wide ? y + 20 : y + 13}>
        {label}
      </text>
      <rect class="was" x={round(x0)} y={barY} width={round(Math.max(2, x1 - x0))} height={form.bar - 4} />
      {x2 - x1 > 2 && (
        <rect
          class="gap"
          x={round(x1)}
          y={barY}
          width={round(x2 - x1)}
          height={form.bar - 4}
          fill={`url(#${hatch})`}
        />
      )}
      <text
        class={inside ? 'length in' : 'length'}
        x={wide ? (inside ? x0 + 10 : x2 + 10) : form.width}
        y={wide ? barY + 15 : y + 13}
        text-anchor={wide ? 'start' : 'end'}
      >
        {text}
      </text>
    </g>
  )
}

const MOST_IFS = 4

/** Which ifs remove a step alone, or else which one shortens it most. */
function noteOf(report: Report, stair: Stair): string {
  const { words, clock } = report
  if (stair.removedBy.length > 0) {
    const numbers = stair.removedBy.slice(0, MOST_IFS).map(id => String(report.numberOf(id)))
    return words.path.removedBy(words.path.either(numbers))
  }
  const best = [...stair.shortenedBy].sort((a, b) => a.leftMs - b.leftMs)[0]
  return best === undefined
    ? ''
    : words.path.shortenedBy(String(report.numberOf(best.id)), clock.duration(best.leftMs))
}

const round = (value: number) => Math.round(value * 10) / 10
