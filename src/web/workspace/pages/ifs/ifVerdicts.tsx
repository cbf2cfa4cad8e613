import { useMemo } from 'preact/hooks'
import { IfCard } from '../../../../view/ifs/ifCard.js'
import { openReport } from '../../../../view/report.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import { ReportPart } from '../../preview/reportPart.js'
import { reportDataOf } from '../../result/reportDataOf.js'

/** What an if would change, as the report will say it: with the fidelity line, and hours only where the record allows them. */
export function IfVerdicts({ id }: { readonly id: string }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const document = open.sound.value
  const report = useMemo(
    () => (document === null ? null : openReport(reportDataOf(open.id, document, language))),
    [open, document, language],
  )
  const known = report?.model !== null && report?.document.ifs?.[id] !== undefined
  return (
    <section class="if-verdicts" aria-label={words.verdicts}>
      <h3>{words.verdicts}</h3>
      {report !== null && known ? (
        <ReportPart>
          <IfCard key={id} report={report} of={id} />
        </ReportPart>
      ) : (
        <p class="entries-none">{words.verdictsWaiting}</p>
      )}
    </section>
  )
}
