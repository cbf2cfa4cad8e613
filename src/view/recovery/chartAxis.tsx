import { textWidth } from '../../layout/textWidth.js'
import type { Report } from '../report.js'
import { type Break, type BrokenAxis, HOUR } from './brokenAxis.js'
import { type Form, round } from './chartForm.js'
import type { SitePower } from './sitePower.js'

/** From here on an outage is told in days. */
const LONG_HOURS = 21 * 24
const NAME_WIDTH = 46

/** How many days one shade covers: one, but for outages of weeks, where a day has no room for its name. */
function daysTogether({ fromMs, toMs, perHour }: BrokenAxis): number {
  if ((toMs - fromMs) / HOUR < LONG_HOURS) return 1
  return [1, 2, 7, 14].find(days => days * 24 * perHour >= NAME_WIDTH) ?? 28
}

/** Every second day is shaded; each has its name where there is room for it. */
export function Days({
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
  const days: { from: number; to: number; name: string; short: string; shaded: boolean }[] = []
  let start = axis.fromMs
  let place = 0
  const together = daysTogether(axis)
  while (start < axis.toMs) {
    const midnight = clock.midnight(start + 26 * HOUR)
    const ahead = ((together - 1) * 24 + 26) * HOUR
    const next = midnight <= start ? start + 24 * HOUR : clock.midnight(clock.midnight(start) + ahead)
    const end = Math.min(axis.toMs, next)
    const [name, short] = [clock.day(start), clock.dayShort(start)]
    days.push({ from: axis.x(start), to: axis.x(end), name, short, shaded: place % 2 === 1 })
    start = next
    place++
  }
  let free = -1
  return (
    <>
      {days.map(({ from, to, name, short, shaded }) => {
        const room = to - from
        // A day that begins inside a tear has its name behind it; none is written over one.
        const tornAt = axis.breaks.find(cut => from >= cut.left && from < cut.right)
        const left = tornAt === undefined ? from + 5 : tornAt.right + 3
        const next = axis.breaks.find(cut => cut.left > left)
        const limit = Math.min(to, next?.left ?? to)
        const text = [name, short].find(one => left + textWidth(one, 13, 600) <= limit - 1) ?? ''
        const shown = text !== '' && left > free
        if (shown) free = left + textWidth(text, 13, 600) + 4
        return (
          <g key={from}>
            {shaded && room > 0 && (
              <rect class="day" x={from} y={form.top - 8} width={room} height={bottom - form.top + 8} />
            )}
            {shown && (
              <text class="axis strong" x={left} y={form.top - 14}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

/** Hours since the first loss, or days where there are weeks of them, at the bottom; none under the tear. */
export function Hours({
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
  const last = (axis.toMs - axis.fromMs) / HOUR
  const unit = last < LONG_HOURS ? 1 : 24
  const units = unit === 1 ? report.words.recovery.hours : report.words.recovery.days
  const step = unit * ([1, 2, 5, 10, 20, 50, 100].find(one => one * unit * axis.perHour >= form.apart) ?? 100)
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
              {place === 0 ? units(String(hours / unit)) : hours / unit}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** Context: the share of the site's servers that had power, as the model has it. */
export function Power({
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
  const wide = form.name === 'wide'
  const name = words.recovery.powerOf(report.title(power.site))
  const besides = textWidth(name, 14.5, 700) + textWidth(words.recovery.powerSub, 12) + 16 <= form.width
  // On a phone what the curve means stands beside its name, or below it where there is no room.
  const at = wide
    ? { name: 26, sub: 43, x: 0 }
    : besides
      ? { name: 12, sub: 12, x: form.width - 4 }
      : { name: 6, sub: 21, x: 0 }
  let free = -1
  return (
    <g class="power">
      <text class="rowname" x={0} y={form.top + at.name}>
        {name}
      </text>
      <text class="rowsub" x={at.x} y={form.top + at.sub} text-anchor={at.x === 0 ? 'start' : 'end'}>
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

/** How much a tear leaves out, in whole hours, or in days where there are many. */
export function lengthLeftOut(report: Report, { fromMs, toMs }: Break): string {
  const hours = Math.round((toMs - fromMs) / HOUR)
  return hours < LONG_HOURS / 2
    ? report.words.recovery.hours(String(hours))
    : report.clock.duration(hours * HOUR)
}

/** The tear crosses every row, so that nobody reads over it. */
export function Tear({
  report,
  cut,
  form,
  bottom,
}: {
  report: Report
  cut: Break
  form: Form
  bottom: number
}) {
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
  const label = report.words.recovery.tear(lengthLeftOut(report, cut))
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
