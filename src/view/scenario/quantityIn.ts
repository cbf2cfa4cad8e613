import type { CasePath } from '../../model/problem.js'
import { quantityName } from '../../words/quantities.js'
import type { Report } from '../report.js'

/** A quantity of a scenario in the words of the case. */
export function quantityIn(report: Report, path: CasePath): string {
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
