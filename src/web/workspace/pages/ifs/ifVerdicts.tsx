import { IfCard } from '../../../../view/ifs/ifCard.js'
import { formWords } from '../../../../words/workspace/forms.js'
import { useCase } from '../../case/useCase.js'
import { ReportPart } from '../../preview/reportPart.js'
import { useReport } from '../../result/useReport.js'

/** What an if would change, as the report will say it: with the fidelity line, and hours only where the record allows them. */
export function IfVerdicts({ id }: { readonly id: string }) {
  const open = useCase()
  const words = formWords(open.language.value)
  const report = useReport().value
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
