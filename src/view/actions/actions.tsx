import { reportWords } from '../../words/report/reportWords.js'
import { IfNumber } from '../ifs/ifSwitch.js'
import type { Report } from '../report.js'
import { SourceLinks } from '../sources/sourceLinks.js'
import { ActionStage } from './stage.js'

/** What was promised, which conditions it should bring about, and how far it is. */
export function Actions({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const actions = Object.entries(report.document.actions ?? {})
  const withheld = report.data.withheld.filter(({ section }) => section === 'actions')
  if (actions.length + withheld.length === 0) return <p id="actions">{words.actions.none}</p>
  return (
    <div id="actions">
      <table class="actions">
        <thead>
          <tr>
            {[words.actions.action, words.actions.ifs, words.actions.stage, words.actions.sources].map(
              head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {actions.map(([id, action]) => (
            <tr key={id} id={`action-${id}`}>
              <th scope="row" class="what">
                {report.text(action.title)}
                {action.owner !== undefined && <span class="owner"> {report.text(action.owner)}</span>}
              </th>
              <td class="brings">
                {(action.brings ?? [])
                  .filter(one => report.ifs.includes(one))
                  .map(one => (
                    <span key={one} title={report.text(report.document.ifs?.[one]?.title)}>
                      <IfNumber report={report} id={one} />
                    </span>
                  ))}
              </td>
              <td class="stage-cell">
                <ActionStage report={report} action={action} />
              </td>
              <td class="from">
                <SourceLinks report={report} ids={action.sources ?? []} />
              </td>
            </tr>
          ))}
          {withheld.map(({ id, reason }) => (
            <tr key={id} class="withheld">
              <th scope="row" class="what">
                <span>{words.actions.withheld}</span>
              </th>
              <td />
              <td class="stage-cell">
                <span>{words.facts.reasons[reason] ?? reason}</span>
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="cap">{words.actions.caption}</p>
    </div>
  )
}
