import { useState } from 'preact/hooks'
import type { Report } from '../report.js'
import { openState, type ReportState } from '../reportState.js'
import { withRequired } from './combination.js'
import { FidelityLine } from './ifResult.js'
import { IfSwitch, useIsOn } from './ifSwitch.js'
import { chipOf, VerdictChip } from './verdictChip.js'

/** One if inside the narrative: its switch, what it means, and what it alone does. */
export function IfCard({
  report,
  state = openState(report),
  of,
}: {
  report: Report
  state?: ReportState
  of: string
}) {
  const [said, tell] = useState('')
  const on = useIsOn(state, of)
  const { model, words } = report
  const written = report.document.ifs?.[of]
  if (model === null || written === undefined) return null
  const verdicts = model
    .judge(withRequired(report, of))
    .verdicts.filter(verdict => chipOf(report, verdict).kind !== 'none')
  return (
    <div class="ifcard" data-on={on} data-from={`ifs/${of}`}>
      <IfSwitch report={report} state={state} id={of} tell={tell} />
      {written.about !== undefined && <p class="about">{report.text(written.about)}</p>}
      <div class="chips">
        {verdicts.length === 0 && (
          <span class="chip" data-v="none">
            {words.ifs.noEffectAnywhere}
          </span>
        )}
        {verdicts.map(verdict => (
          <VerdictChip
            key={verdict.component}
            report={report}
            verdict={verdict}
            service={report.title(verdict.component)}
          />
        ))}
      </div>
      <p class="said" role="status">
        {said}
      </p>
      <FidelityLine report={report} />
    </div>
  )
}
