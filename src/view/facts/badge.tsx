import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import type { Evidence, FactEntry } from './factEntry.js'

/** What a fact rests on: solid for a primary source, outlined for press, dotted for arithmetic, dashed for a claim. */
export function Badge({ report, entry }: { report: Report; entry: FactEntry }) {
  const words = reportWords(report.language).facts
  const claimant = entry.fact['claimed-by']
  return (
    <span class="badge" data-evidence={entry.evidence}>
      {claimant === undefined ? words[entry.evidence] : words.claimOf(report.text(claimant))}
    </span>
  )
}

/** The badge of a kind alone, for the key. */
export function KindBadge({ report, evidence }: { report: Report; evidence: Evidence }) {
  return (
    <span class="badge" data-evidence={evidence}>
      {reportWords(report.language).facts[evidence]}
    </span>
  )
}
