import { useEffect, useState } from 'preact/hooks'
import type { Verdict } from '../../assess/assessment.js'
import type { CasePath } from '../../model/problem.js'
import { quantityName } from '../../words/quantities.js'
import { verdictWords } from '../../words/verdicts/verdictWords.js'
import type { Report } from '../report.js'

interface VerdictPartsProps {
  readonly report: Report
  readonly chosen: readonly string[]
  readonly verdict: Verdict
}

/** How long a choice must rest before every range is run at both ends: that takes many runs. */
const REST_MS = 700

/** A verdict in its two parts: what holds whatever the durations, and the hours with what would change them. */
export function VerdictParts({ report, chosen, verdict }: VerdictPartsProps) {
  const words = verdictWords(report.language)
  const shown = useRanges(report, chosen, verdict)
  const { structural, timed } = shown
  const names = (paths: readonly CasePath[]) => [...new Set(paths.map(path => nameOf(report, path)))]
  const flips = names((timed?.flips ?? []).map(flip => flip.path))
  return (
    <dl class="parts" aria-live="polite">
      <dt>{report.words.ifs.structural}</dt>
      <dd>{words.structural(shown, names(structural.rests))}</dd>
      <dt>{report.words.ifs.timed}</dt>
      <dd>{words.timed(shown, flips, [])}</dd>
    </dl>
  )
}

/** The verdict at medians at once; with its ranges when the choice has rested for a while. */
function useRanges(report: Report, chosen: readonly string[], verdict: Verdict): Verdict {
  const key = `${verdict.component} ${chosen.join()}`
  const [careful, setCareful] = useState<{ readonly key: string; readonly verdict: Verdict } | null>(null)
  useEffect(() => {
    if (chosen.length === 0) return
    const timer = setTimeout(() => {
      const found = report.model
        ?.judgeRanges(chosen)
        .verdicts.find(({ component }) => component === verdict.component)
      if (found !== undefined) setCareful({ key, verdict: found })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [key])
  return careful?.key === key ? careful.verdict : verdict
}

function nameOf(report: Report, path: CasePath): string {
  const { document } = report
  return quantityName(
    path,
    {
      component: report.title,
      event: id => report.text(document.events?.[id]?.title) || id,
      quantity: id => report.text(document.quantities?.[id]?.title) || id,
    },
    report.language,
  )
}
