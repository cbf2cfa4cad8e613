import type { Shortcoming, Text } from '../../model/case.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { ActionStage } from '../actions/stage.js'
import { together } from '../ifs/combination.js'
import { IfNumber } from '../ifs/ifSwitch.js'
import { chipOf, VerdictChip } from '../ifs/verdictChip.js'
import type { Report } from '../report.js'
import { SourceLinks } from '../sources/sourceLinks.js'

/** Verdicts shown beside one if; the others are counted. */
const VERDICTS_SHOWN = 3

/** What fell short, in the organisation's own voice, each tied to what the model says and to what is to change. */
export function Shortcomings({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const shortcomings = Object.entries(report.document.shortcomings ?? {})
  const withheld = report.data.withheld.filter(({ section }) => section === 'shortcomings')
  if (shortcomings.length + withheld.length === 0) return <p>{words.shortcomings.none}</p>
  const judged = shortcomings.some(([, { ifs = [] }]) => ifs.length > 0)
  return (
    <div class="shortcomings">
      {shortcomings.map(([id, shortcoming]) => (
        <One key={id} report={report} id={id} shortcoming={shortcoming} />
      ))}
      {withheld.map(({ id, reason }) => (
        <p key={id} class="withheld-entry">
          <span>
            {words.shortcomings.withheld}: {words.facts.reasons[reason] ?? reason}
          </span>
        </p>
      ))}
      {judged && report.model !== null && (
        <p class="cap">{fidelityWords(report.language).line(report.model.fidelity)}</p>
      )}
    </div>
  )
}

function One({ report, id, shortcoming }: { report: Report; id: string; shortcoming: Shortcoming }) {
  const words = reportWords(report.language).shortcomings
  const { ifs = [], actions = [], sources = [] } = shortcoming
  return (
    <article class="shortcoming" id={`shortcoming-${id}`}>
      <h3>{report.text(shortcoming.title) || report.text(shortcoming['as-built'])}</h3>
      <dl>
        <Part report={report} term={words.asBuilt} text={shortcoming['as-built']} look="built" />
        <Part report={report} term={words.assumedThen} text={shortcoming['assumed-then']} look="assumed" />
        <Part report={report} term={words.whyReasonable} text={shortcoming['why-reasonable']} look="why" />
        <Part report={report} term={words.ideal} text={shortcoming.ideal} look="ideal" />
        {report.model !== null && (
          <div class="says">
            <dt>{words.says}</dt>
            <dd>
              {ifs.length === 0 && <p>{words.noneLinked}</p>}
              {ifs.map(one => (
                <IfVerdict key={one} report={report} id={one} />
              ))}
            </dd>
          </div>
        )}
        <Actions report={report} ids={actions} />
      </dl>
      <SourceLinks report={report} ids={sources} />
    </article>
  )
}

function Part({
  report,
  term,
  text,
  look,
}: {
  report: Report
  term: string
  text: Text | undefined
  look: string
}) {
  if (text === undefined) return null
  return (
    <div class={look}>
      <dt>{term}</dt>
      <dd>{report.text(text)}</dd>
    </div>
  )
}

/** What one if alone does, with what it requires. */
function IfVerdict({ report, id }: { report: Report; id: string }) {
  const words = reportWords(report.language).shortcomings
  const { model } = report
  if (model === null || !report.ifs.includes(id)) return null
  const rank = (kind: string) =>
    ['prevented', 'much', 'shorter', 'later', 'worse', 'not-back', 'contradicted'].indexOf(kind)
  const telling = model
    .judge(together(report, [id]))
    .verdicts.map(verdict => ({ verdict, kind: chipOf(report, verdict).kind }))
    .filter(({ kind }) => kind !== 'none')
    .sort((a, b) => rank(a.kind) - rank(b.kind))
  return (
    <div class="if-verdict">
      <p>
        <IfNumber report={report} id={id} /> {report.text(report.document.ifs?.[id]?.title) || id}
      </p>
      <div class="chips">
        {telling.length === 0 && <span class="quiet">{words.noEffect}</span>}
        {telling.slice(0, VERDICTS_SHOWN).map(({ verdict }) => (
          <VerdictChip
            key={verdict.component}
            report={report}
            verdict={verdict}
            service={report.title(verdict.component)}
          />
        ))}
        {telling.length > VERDICTS_SHOWN && (
          <span class="quiet">{words.more(telling.length - VERDICTS_SHOWN)}</span>
        )}
      </div>
    </div>
  )
}

function Actions({ report, ids }: { report: Report; ids: readonly string[] }) {
  const words = reportWords(report.language).shortcomings
  const { actions = {} } = report.document
  const known = ids.flatMap(id => {
    const action = Object.hasOwn(actions, id) ? actions[id] : undefined
    return action === undefined ? [] : [{ id, action }]
  })
  if (known.length === 0) return null
  return (
    <div class="todo">
      <dt>{words.actions}</dt>
      <dd>
        <ul>
          {known.map(({ id, action }) => (
            <li key={id}>
              <a href={`#action-${id}`}>{report.text(action.title)}</a>{' '}
              <ActionStage report={report} action={action} />
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
