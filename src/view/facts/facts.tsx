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
      <table class="facts">
        <caption class="vh">{words.facts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.facts.time}</th>
            <th scope="col">{words.facts.fact}</th>
            <th scope="col">{words.facts.evidence}</th>
            {model && <th scope="col">{words.facts.model}</th>}
          </tr>
        </thead>
        {byDay(report, rows).map(({ heading, sinceMs, rows: ofDay }) => (
          <tbody key={heading}>
            <tr class="day-row">
              <th colSpan={model ? 4 : 3} scope="rowgroup">
                {heading}
              </th>
            </tr>
            {ofDay.map(row =>
              row.kind === 'fact' ? (
                <FactRow key={row.entry.id} report={report} entry={row.entry} sinceMs={sinceMs} />
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

/** Days with a row or two that follow each other stand under one heading. */
const FEW_ROWS = 1

interface Day {
  readonly midnight: number
  readonly rows: readonly Row[]
}

/** Rows under the day they fall on, or under several days where each has few. */
function byDay(report: Report, rows: readonly Row[]) {
  const clock = worldClock(report)
  const days: { midnight: number; rows: Row[] }[] = []
  const dated = rows.filter(({ atEpochMs }) => Number.isFinite(atEpochMs))
  for (const row of rows) {
    const atMs = Number.isFinite(row.atEpochMs)
      ? row.atEpochMs
      : ((row.atEpochMs < 0 ? dated[0] : dated.at(-1))?.atEpochMs ?? 0)
    const midnight = clock.midnight(atMs)
    const last = days.at(-1)
    if (last !== undefined && last.midnight === midnight) last.rows.push(row)
    else days.push({ midnight, rows: [row] })
  }
  return headed(report, joined(days))
}

/** Runs of days with few rows become one group each. */
function joined(days: readonly Day[]): Day[][] {
  const groups: Day[][] = []
  for (const day of days) {
    const last = groups.at(-1)
    const few = day.rows.length <= FEW_ROWS
    if (last !== undefined && few && last.every(({ rows }) => rows.length <= FEW_ROWS)) last.push(day)
    else groups.push([day])
  }
  return groups
}

/** `sinceMs` is the day that the rows need not name again; null where the group has several. */
function headed(report: Report, groups: readonly (readonly Day[])[]) {
  const words = reportWords(report.language)
  const clock = worldClock(report)
  let previous: { year: number; month: number } | null = null
  const heading = (midnight: number) => {
    const { year, month, day, weekday } = clock.calendar(midnight)
    const text = words.dayHeading(
      previous?.month === month && previous.year === year ? null : month,
      day,
      words.weekdays[weekday] ?? '',
      previous?.year === year ? null : year,
    )
    previous = { year, month }
    return text
  }
  return groups.map(days => {
    const first = days[0]!.midnight
    const last = days.at(-1)!.midnight
    // A span of days names its months and years in full: its end may lie in another year.
    if (days.length > 1) previous = null
    return {
      heading: days.length === 1 ? heading(first) : words.days2(heading(first), heading(last)),
      sinceMs: days.length === 1 ? first : first - 1,
      rows: days.flatMap(({ rows }) => rows),
    }
  })
}
