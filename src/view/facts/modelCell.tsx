import type { FactSummary } from '../../assess/assessment.js'
import { difference } from '../../words/durations.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'
import { type FactEntry, worldClock } from './factEntry.js'

const MINUTE = 60_000

/** What a cell says: a sign, words, and how it looks. */
interface Said {
  readonly look: 'agrees' | 'off' | 'contradicted' | 'quiet'
  readonly sign: string
  readonly text: string
}

/** What the model has where the record has this fact. */
export function ModelCell({ report, entry }: { report: Report; entry: FactEntry }) {
  const summary = report.model?.wholeFidelity.byFact.find(({ id }) => id === entry.id)
  if (summary === undefined) return null
  const said = saidOf(report, entry, summary)
  const { kinds, kindMeanings, verdictMeanings } = fidelityWords(report.language)
  return (
    <span
      class="model-says"
      data-look={said.look}
      title={`${kinds[summary.kind]}: ${kindMeanings[summary.kind]} ${verdictMeanings[summary.verdict]}`}
    >
      <span aria-hidden="true">{said.sign} </span>
      {said.text}
    </span>
  )
}

/** A contradiction is said whatever the kind of the fact; what is no evidence is said before an agreement. */
function saidOf(
  report: Report,
  entry: FactEntry,
  { kind, verdict, simulatedMs, errorMs }: FactSummary,
): Said {
  const words = reportWords(report.language).facts
  const clock = worldClock(report)
  const at = simulatedMs === null ? null : clock.after(entry.startEpochMs + simulatedMs, entry.atEpochMs)
  const error =
    errorMs === null || Math.abs(errorMs) < MINUTE ? '' : ` (${difference(errorMs, report.language)})`
  if (verdict === 'contradicted') {
    const text = at === null ? words.contradictedNone : `${at}${error}`
    return { look: 'contradicted', sign: '✕', text }
  }
  if (verdict === 'off') return { look: 'off', sign: '△', text: at === null ? words.off : `${at}${error}` }
  if (verdict === 'not-modelled') return { look: 'quiet', sign: '–', text: words.notModelled }
  if (kind === 'input') return { look: 'quiet', sign: '↦', text: words.input }
  if (kind === 'fitted') return { look: 'quiet', sign: '◎', text: words.fitted }
  return { look: 'agrees', sign: '✓', text: at === null ? words.holds : `${at}${error}` }
}
