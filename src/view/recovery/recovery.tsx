import type { Report } from '../report.js'
import { openState, type ReportState } from '../reportState.js'
import { brokenAxis } from './brokenAxis.js'
import { Chart, pointsOf } from './chart.js'
import { lengthLeftOut } from './chartAxis.js'
import { rowsOf } from './rows.js'
import { originOf } from './serviceRecord.js'
import { sitePower } from './sitePower.js'

/** When each service was back: the record in ink, the model in blue outline, the model with the chosen ifs in green. */
export function Recovery({ report, state = openState(report) }: { report: Report; state?: ReportState }) {
  const { model, words, clock } = report
  if (model === null) return null
  const rows = rowsOf(report)
  if (rows.length === 0) return null
  const chosen = state.chosenIfs.value
  const outcome = chosen.length === 0 ? null : model.judge(chosen)
  const withIfs =
    outcome === null
      ? null
      : new Map(outcome.verdicts.map(verdict => [verdict.component, verdict.after.down]))
  const power = sitePower(report)
  const axis = brokenAxis(pointsOf(report, rows), 0, 1, 0)
  const cut = axis.breaks.map(one => lengthLeftOut(report, one)).join(', ')
  return (
    <figure class="recovery" aria-label={words.recovery.label}>
      <Chart report={report} rows={rows} power={power} withIfs={withIfs} form="wide" />
      <Chart report={report} rows={rows} power={power} withIfs={withIfs} form="middle" />
      <Chart report={report} rows={rows} power={power} withIfs={withIfs} form="tall" />
      <figcaption>
        {words.recovery.since(clock.dayTime(originOf(report) ?? axis.fromMs))} {words.recovery.legend}
        {cut !== '' && ` ${words.recovery.cut(cut)}`}
        {rows.some(row => row.record?.ownStart === false) &&
          ` ${words.recovery.sharedStart(clock.time(axis.fromMs))}`}
      </figcaption>
      <details>
        <summary>{words.path.table}</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.recovery.service}</th>
                <th scope="col">{words.recovery.record}</th>
                <th scope="col">{words.recovery.modelColumn}</th>
                {withIfs !== null && <th scope="col">{words.recovery.withIfs}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.component} data-component={row.component}>
                  <th scope="row">{row.title}</th>
                  <td>{row.recordText}</td>
                  <td>
                    {spans(report, row.model.down)}
                    {row.contradicted && ` (${words.recovery.contradicted})`}
                  </td>
                  {withIfs !== null && (
                    <td>
                      {row.contradicted
                        ? words.ifs.contradicted
                        : spans(report, withIfs.get(row.component) ?? [])}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** Intervals in words: from, to, length. */
function spans(
  report: Report,
  intervals: readonly { fromMs: number; toMs: number; open: boolean }[],
): string {
  const { clock, words } = report
  if (intervals.length === 0) return words.recovery.notDown
  return intervals
    .map(({ fromMs, toMs, open }) =>
      open
        ? `${clock.dayTime(fromMs)} – ${words.recovery.notBack}`
        : `${clock.dayTime(fromMs)} – ${clock.dayTime(toMs)} (${clock.duration(toMs - fromMs)})`,
    )
    .join('; ')
}
