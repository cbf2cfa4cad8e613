import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import { Rivals } from '../rivals/rivals.js'
import { KindBadge } from './badge.js'
import { type Evidence, type FactEntry, factEntries, worldClock } from './factEntry.js'
import { FactRow, WithheldRow } from './factRow.js'

const EVIDENCE: readonly Evidence[] = ['primary', 'press', 'derived', 'claim', 'unsourced']

/** A row of the table: a fact, or the place of one that is withheld. */
type Row =
  | { readonly kind: 'fact'; readonly atEpochMs: number; readonly entry: FactEntry }
  | { readonly kind: 'withheld'; readonly atEpochMs: number; readonly place: number }

/** All facts by day with their evidence and what the model says; below, rival claims on one axis. */
export function Facts({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const entries = factEntries(report)
  const rows = rowsOf(report, entries)
  if (rows.length === 0) return <p id="facts">{words.facts.none}</p>
  const model = report.model !== null
  return (
    <div id="facts">
      <Key report={report} entries={entries} />
      <table class="facts" role="table">
        <caption class="vh">{words.facts.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {words.facts.time}
            </th>
            <th scope="col" role="columnheader">
              {words.facts.fact}
            </th>
            <th scope="col" role="columnheader">
              {words.facts.evidence}
            </th>
            {model && (
              <th scope="col" role="columnheader">
                {words.facts.model}
              </th>
            )}
          </tr>
        </thead>
        {byDay(report, rows).map(({ heading, rows: ofDay }) => (
          <tbody key={heading} role="rowgroup">
            <tr class="day-row" role="row">
              <th colSpan={model ? 4 : 3} scope="rowgroup" role="rowheader">
                {heading}
              </th>
            </tr>
            {ofDay.map(row =>
              row.kind === 'fact' ? (
                <FactRow key={row.entry.id} report={report} entry={row.entry} />
              ) : (
                <WithheldRow key={row.place} report={report} withheld={report.data.withheld[row.place]!} />
              ),
            )}
          </tbody>
        ))}
      </table>
      {model && <p class="cap">{words.facts.rule}</p>}
      <Rivals report={report} entries={entries} />
    </div>
  )
}

/** How many facts there are of each kind of evidence. */
function Key({ report, entries }: { report: Report; entries: readonly FactEntry[] }) {
  const words = reportWords(report.language).facts
  const withheld = report.data.withheld.filter(({ section }) => section === 'facts').length
  return (
    <ul class="mix">
      {EVIDENCE.map(evidence => {
        const count = entries.filter(entry => entry.evidence === evidence).length
        return count === 0 ? null : (
          <li key={evidence}>
            <KindBadge report={report} evidence={evidence} /> {count}
          </li>
        )
      })}
      {withheld > 0 && (
        <li>
          <span class="badge" data-evidence="withheld">
            <span>{words.withheld}</span>
          </span>{' '}
          {withheld}
        </li>
      )}
    </ul>
  )
}

function rowsOf(report: Report, entries: readonly FactEntry[]): Row[] {
  const facts = entries.map((entry): Row => ({ kind: 'fact', atEpochMs: entry.atEpochMs, entry }))
  const clock = worldClock(report)
  const withheld = report.data.withheld.flatMap(({ section, at }, place): Row[] => {
    if (section !== 'facts') return []
    const ms = at === null ? Number.NaN : Date.parse(`${at}T12:00:00Z`)
    const midnight = Number.isNaN(ms) ? null : clock.midnight(ms)
    const endOfDay = midnight === null ? Number.POSITIVE_INFINITY : midnight + 86_399_999
    return [{ kind: 'withheld', atEpochMs: endOfDay, place }]
  })
  return [...facts, ...withheld].sort((a, b) => a.atEpochMs - b.atEpochMs)
}

/** Rows under the day they fall on. What has no time stands under the day before or after it. */
function byDay(report: Report, rows: readonly Row[]) {
  const words = reportWords(report.language)
  const clock = worldClock(report)
  const days: { midnight: number; heading: string; rows: Row[] }[] = []
  const dated = rows.filter(({ atEpochMs }) => Number.isFinite(atEpochMs))
  let previous: { year: number; month: number } | null = null
  for (const row of rows) {
    const atMs = Number.isFinite(row.atEpochMs)
      ? row.atEpochMs
      : ((row.atEpochMs < 0 ? dated[0] : dated.at(-1))?.atEpochMs ?? 0)
    const midnight = clock.midnight(atMs)
    const last = days.at(-1)
    if (last !== undefined && last.midnight === midnight) {
      last.rows.push(row)
      continue
    }
    const { year, month, day, weekday } = clock.calendar(atMs)
    const heading = words.dayHeading(
      previous?.month === month && previous.year === year ? null : month,
      day,
      words.weekdays[weekday] ?? '',
      previous?.year === year ? null : year,
    )
    previous = { year, month }
    days.push({ midnight, heading, rows: [row] })
  }
  return days
}
