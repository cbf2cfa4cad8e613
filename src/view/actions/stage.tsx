import type { Action } from '../../model/case.js'
import { reportWords } from '../../words/report/reportWords.js'
import type { Report } from '../report.js'

/** How far an action is: promised, reported done, confirmed by replay (no case can be so far yet), or dropped. */
export function ActionStage({ report, action }: { report: Report; action: Action }) {
  const words = reportWords(report.language).actions
  const status = action.status ?? 'open'
  const reached = status === 'done' ? 2 : status === 'open' ? 1 : 0
  const date = status === 'done' ? action.done : action.due
  const dated = date === undefined ? '' : ` ${status === 'open' ? words.due(date) : date}`
  return (
    <span class="action-stage" data-status={status}>
      <span class="stage-dots" aria-hidden="true">
        {[0, 1, 2].map(place => (
          <i key={place} data-on={place < reached} />
        ))}
      </span>
      {words[status]}
      {dated}
    </span>
  )
}
