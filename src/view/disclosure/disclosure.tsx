import type { ComponentChildren } from 'preact'
import type { Basis } from '../../model/case.js'
import { reportWords } from '../../words/report/reportWords.js'
import { webAddress } from '../inline/webAddress.js'
import type { Report } from '../report.js'

/** What the report leaves out, counted and named with its reason. */
export function Disclosure({ report, titled = false }: { report: Report; titled?: boolean }) {
  const words = reportWords(report.language)
  const { disclosure } = words
  const { document, data, model } = report
  const unsourced = Object.values(document.facts ?? {}).filter(
    ({ sources = [] }) => sources.length === 0,
  ).length
  const unlinked = Object.values(document.sources ?? {}).filter(({ url }) => webAddress(url) === null).length
  const { contact } = document.case
  return (
    <div class={titled ? 'disclosure titled' : 'disclosure'} id="disclosure">
      {titled && <h3>{words.headings.disclosure}</h3>}
      <dl>
        <Entry
          term={
            data.withheld.length === 0 ? disclosure.noWithheld : disclosure.withheld(data.withheld.length)
          }
        >
          {data.withheld.length === 0
            ? disclosure.noWithheldText
            : disclosure.withheldText(reasonsOf(report).join(', '))}
        </Entry>
        <Entry term={disclosure.unsourced(unsourced)}>{disclosure.unsourcedText(unsourced)}</Entry>
        {unlinked > 0 && <Entry term={disclosure.unlinked(unlinked)}>{disclosure.unlinkedText}</Entry>}
        {model !== null && (
          <>
            <Entry term={disclosure.outside}>{disclosure.outsideText(outsideOf(report))}</Entry>
            <Entry term={disclosure.assumed}>
              {disclosure.assumedText(
                basisCounts(report).assumed + basisCounts(report).knowing,
                model.scenario.quantities.length,
                basisCounts(report).none,
              )}
            </Entry>
          </>
        )}
        <Entry term={disclosure.contact}>
          {contact === undefined ? (
            disclosure.noContact
          ) : (
            <>
              {disclosure.contactText} <Contact address={contact} />
            </>
          )}
        </Entry>
      </dl>
    </div>
  )
}

function Entry({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** `security 1 (until 2027-01-01)` */
function reasonsOf(report: Report): string[] {
  const words = reportWords(report.language).facts
  const { withheld } = report.data
  return [...new Set(withheld.map(({ reason }) => reason))].map(reason => {
    const these = withheld.filter(one => one.reason === reason)
    const until = [...new Set(these.flatMap(one => one.until ?? []))].sort()
    const dates = until.length === 0 ? '' : ` (${until.map(date => words.withheldUntil(date)).join(', ')})`
    return `${words.reasons[reason] ?? reason} ${these.length}${dates}`
  })
}

/** Facts about impact and recovery that no run is held against. */
function outsideOf(report: Report): number {
  const modelled = new Set(report.model?.wholeFidelity.byFact.map(({ id }) => id))
  const outside = new Set(
    report.model?.wholeFidelity.byFact
      .filter(({ verdict }) => verdict === 'not-modelled')
      .map(({ id }) => id),
  )
  return Object.entries(report.document.facts ?? {}).filter(
    ([id, { phase }]) =>
      outside.has(id) || (!modelled.has(id) && (phase === 'impact' || phase === 'recovery')),
  ).length
}

/** The kinds of basis that the durations of the model have. */
export type BasisKind = 'sources' | 'fitted' | 'derived' | 'assumed' | 'knowing' | 'none'

/** How many durations of the model rest on what. */
export function basisCounts(report: Report): Readonly<Record<BasisKind, number>> {
  const counts = { sources: 0, fitted: 0, derived: 0, assumed: 0, knowing: 0, none: 0 }
  for (const { basis } of report.model?.scenario.quantities ?? []) counts[basisKind(basis)]++
  return counts
}

/** What a basis is. */
export function basisKind(basis: Basis | null): BasisKind {
  if (basis === null) return 'none'
  if (basis === 'assumed') return 'assumed'
  if ('sources' in basis) return 'sources'
  if ('fitted' in basis) return 'fitted'
  return 'derived' in basis ? 'derived' : 'knowing'
}

function Contact({ address }: { address: string }) {
  const href = webAddress(address) ?? (/^[^\s@:/]+@[^\s@:/]+$/.test(address) ? `mailto:${address}` : null)
  return href === null ? (
    <span>{address}</span>
  ) : (
    <a href={href} rel="noreferrer">
      {address}
    </a>
  )
}
