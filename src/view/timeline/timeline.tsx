import { parseInstant } from '../../model/time.js'
import { reportWords } from '../../words/report/reportWords.js'
import { Badge } from '../facts/badge.js'
import { type FactEntry, factEntries, scenarioStart, worldClock } from '../facts/factEntry.js'
import { factTime } from '../facts/factTime.js'
import type { Report } from '../report.js'

const HOUR = 3_600_000
/** Space between two facts, in px: grows with the logarithm of the time between them. */
const SPACE_PX = { least: 10, perDoubling: 7, most: 72 }

/** Facts of a span of time below each other; the space between two of them tells how much time lies between. */
export function Timeline({
  report,
  from,
  to,
}: {
  report: Report
  /** Times as a case writes them; null is without a bound. */
  from: string | null
  to: string | null
}) {
  const words = reportWords(report.language)
  const fromMs = from === null ? Number.NEGATIVE_INFINITY : timeOf(report, from)
  const toMs = to === null ? Number.POSITIVE_INFINITY : timeOf(report, to)
  if (fromMs === null || toMs === null) return <p class="unknown">{words.timeline.badSpan}</p>
  const entries = factEntries(report).filter(
    ({ time, atEpochMs }) => time !== null && atEpochMs >= fromMs && atEpochMs <= toMs,
  )
  if (entries.length === 0) return <p class="timeline-none">{words.timeline.none}</p>
  const clock = worldClock(report)
  const first = entries[0]!.atEpochMs
  const last = entries.at(-1)!.atEpochMs
  return (
    <figure
      class="timeline"
      aria-label={words.timeline.figure(clock.dayTime(first), clock.after(last, first))}
    >
      <ol>
        {entries.map((entry, place) => (
          <Item key={entry.id} report={report} entry={entry} previous={entries[place - 1]} />
        ))}
      </ol>
    </figure>
  )
}

function Item({
  report,
  entry,
  previous,
}: {
  report: Report
  entry: FactEntry
  previous: FactEntry | undefined
}) {
  const gapMs = previous === undefined ? 0 : entry.atEpochMs - previous.atEpochMs
  const space = previous === undefined ? 0 : spacePx(gapMs)
  return (
    <li style={{ paddingTop: `${space}px` }} data-evidence={entry.evidence}>
      <a class="when" href={`#fact-${entry.id}`}>
        {factTime(report, entry, previous?.atEpochMs ?? scenarioStart(report, 'main'))}
      </a>
      <span class="what">
        {report.text(entry.fact.text)} {entry.evidence === 'claim' && <Badge report={report} entry={entry} />}
        {gapMs >= HOUR && <small class="gap"> +{worldClock(report).duration(gapMs)}</small>}
      </span>
    </li>
  )
}

function spacePx(gapMs: number): number {
  const minutes = gapMs / 60_000
  return Math.round(
    Math.min(SPACE_PX.most, SPACE_PX.least + SPACE_PX.perDoubling * Math.log2(1 + minutes / 4)),
  )
}

/** UTC milliseconds of a time as a case writes it; null where it is none. */
function timeOf(report: Report, text: string): number | null {
  const { timezone, start } = report.document.case
  const begun = parseInstant(start, { timezone, startEpochMs: 0 })
  const read = parseInstant(text, { timezone, startEpochMs: 'code' in begun ? 0 : begun.epochMs })
  return 'code' in read ? null : read.epochMs
}
