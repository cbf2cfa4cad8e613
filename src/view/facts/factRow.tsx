import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import type { ReportData } from '../reportData.js'
import { SourceLinks } from '../sources/sourceLinks.js'
import { Badge } from './badge.js'
import { type FactEntry, factEntry } from './factEntry.js'
import { factTime } from './factTime.js'
import { ModelCell } from './modelCell.js'

/** One fact: when, what, on what evidence, and what the model has. Its anchor is permanent. */
export function FactRow({
  report,
  entry,
  sinceMs,
}: {
  report: Report
  entry: FactEntry
  /** The day that need not be named: that of the heading. */
  sinceMs: number
}) {
  const words = reportWords(report.language)
  const { fact, id } = entry
  const scenario =
    entry.scenario === 'main' ? null : report.text(report.document.scenarios?.[entry.scenario]?.title)
  return (
    <tr id={`fact-${id}`} class="fact">
      <th scope="row" class="when">
        <a class="permanent" href={`#fact-${id}`} title={words.facts.link}>
          {entry.time === null ? words.facts.undated : factTime(report, entry, sinceMs)}
        </a>
      </th>
      <td class="what">
        {report.text(fact.text)}
        {scenario !== null && (
          <span class="src"> {words.facts.scenario(scenario === '' ? entry.scenario : scenario)}</span>
        )}
        <Disputes report={report} entry={entry} />
        <Attachments report={report} paths={fact.evidence ?? []} />
      </td>
      <td class="evidence">
        <Badge report={report} entry={entry} /> <SourceLinks report={report} ids={fact.sources ?? []} />
      </td>
      {report.model !== null && (
        <td class="model">
          <ModelCell report={report} entry={entry} />
        </td>
      )}
    </tr>
  )
}

function Disputes({ report, entry }: { report: Report; entry: FactEntry }) {
  const rivals = rivalsOf(report, entry.id)
  if (rivals.length === 0) return null
  const words = reportWords(report.language).facts
  return (
    <span class="disputes">
      {' '}
      {words.disputedBy}{' '}
      {rivals.map((rival, place) => (
        <span key={rival.id}>
          {place > 0 && ', '}
          <a href={`#fact-${rival.id}`}>{factTime(report, rival, entry.atEpochMs)}</a>
        </span>
      ))}
    </span>
  )
}

/** Facts that dispute this one, or that it disputes. */
function rivalsOf(report: Report, id: string): FactEntry[] {
  return Object.entries(report.document.facts ?? {})
    .filter(
      ([other, fact]) =>
        other !== id && (disputes(fact).includes(id) || disputedIn(report, id).includes(other)),
    )
    .flatMap(([other]) => factEntry(report, other) ?? [])
}

const disputedIn = (report: Report, id: string) => disputes(report.document.facts?.[id] ?? {})

/** The ids that a fact disputes. */
export function disputes(fact: { readonly disputes?: string | readonly string[] }): readonly string[] {
  const { disputes: written = [] } = fact
  return typeof written === 'string' ? [written] : written
}

/** Pictures that are small enough stand in the page; the rest lies beside it. */
function Attachments({ report, paths }: { report: Report; paths: readonly string[] }) {
  const words = reportWords(report.language).facts
  const found = paths.flatMap(path => report.data.attachments.find(file => file.path === path) ?? [])
  if (found.length === 0) return null
  return (
    <span class="attachments">
      {found.map(({ path, dataUrl, sha256 }) => (
        <a key={path} href={path} title={`SHA-256 ${sha256}`}>
          {dataUrl === null ? (
            `${words.evidenceFile}: ${path.split('/').at(-1)}`
          ) : (
            <img src={dataUrl} alt={`${words.evidenceFile}: ${path.split('/').at(-1)}`} />
          )}
        </a>
      ))}
    </span>
  )
}

/** The place of a fact that is withheld, with the reason and nothing else. */
export function WithheldRow({
  report,
  withheld,
}: {
  report: Report
  withheld: ReportData['withheld'][number]
}) {
  const words = reportWords(report.language).facts
  return (
    <tr class="withheld">
      <th scope="row" class="when">
        <span>{words.withheld}</span>
      </th>
      <td class="what">
        <span>{words.withheldItem[withheld.section]}</span>
      </td>
      <td class="evidence">
        <span>
          {words.reasons[withheld.reason] ?? withheld.reason}
          {withheld.until !== null && `, ${words.withheldUntil(withheld.until)}`}
        </span>
      </td>
      {report.model !== null && <td />}
    </tr>
  )
}
