import { reportWords } from '../../words/report/reportWords.js'
import { factEntry, scenarioStart } from '../facts/factEntry.js'
import { factTime } from '../facts/factTime.js'
import type { Report } from '../report.js'

/** A fact in a sentence: its time, linked to its row. The day stands in front where it is not the day the case begins. */
export function FactRef({ report, id }: { report: Report; id: string }) {
  const words = reportWords(report.language)
  const entry = factEntry(report, id)
  if (entry === null) return <Unknown text={words.fact.unknown(id)} />
  const claimant = entry.fact['claimed-by']
  const evidence =
    claimant === undefined ? words.facts[entry.evidence] : words.facts.claimOf(report.text(claimant))
  return (
    <a
      class="fact-ref"
      data-evidence={entry.evidence}
      href={`#fact-${id}`}
      title={`${report.text(entry.fact.text)} (${evidence})`}
    >
      {factTime(report, entry, scenarioStart(report, 'main'))}
    </a>
  )
}

/** A fact that is withheld, in a sentence. */
export function WithheldRef({ report }: { report: Report }) {
  return <span class="withheld-ref">{reportWords(report.language).fact.withheld}</span>
}

/** What stands where a narrative names something that the case does not have: visible, and not loud. */
export function Unknown({ text }: { text: string }) {
  return <span class="unknown">{text}</span>
}
