import type { ServiceOutcome } from '../../assess/assessment.js'
import { AGREES_MS } from '../../assess/fidelity.js'
import { type ReviewedService, reviewScenario } from '../../assess/scenarioReview.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { type ReturnName, scenarioWords } from '../../words/scenario/scenarioWords.js'
import { worldClock } from '../facts/factEntry.js'
import { IfNumbers } from '../ifs/ifSwitch.js'
import { rowsOf } from '../recovery/rows.js'
import type { Report } from '../report.js'
import { quantityIn } from './quantityIn.js'
import { RangesOfFacts } from './rangesOfFacts.js'
import { Shares } from './shares.js'

/**
 * The same system met again: the conditions in place, what the model gives beside what came, which ranges would have
 * changed the answer, and whether one condition or several carry it. The report is one about that scenario.
 */
export function ScenarioReview({ report }: { report: Report }) {
  const { model, document, scenario } = report
  if (model === null) return null
  const words = scenarioWords(report.language)
  const review = reviewScenario(model.session, scenario)
  const start = model.scenario.startEpochMs
  const clock = worldClock(report)
  const events = Object.values(document.events ?? {})
  const returns = events.filter(({ release, repair }) => release !== undefined || repair !== undefined).length
  const coarse = coarseFor(report)
  const title = report.text(document.scenarios?.[scenario]?.title) || scenario
  return (
    <div class="scenario" id={`scenario-${scenario}`}>
      <p class="when">
        <b>{title}</b> ·{' '}
        {reportWords(report.language).masthead.start(
          clock.calendar(start).year,
          clock.date(start),
          clock.time(start),
        )}
      </p>
      {review.ifs.length > 0 && (
        <>
          <h3>{words.inPlace}</h3>
          <ul class="in-place">
            {review.ifs.map(id => (
              <li key={id}>
                <IfNumbers report={report} ids={[id]} /> {report.text(document.ifs?.[id]?.title)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{words.otherwiseSame(returns)}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.columns.service}</th>
              <th scope="col">{words.columns.first}</th>
              <th scope="col">{words.columns.record}</th>
              <th scope="col">{words.columns.inPlace}</th>
              {review.ifs.length > 0 && <th scope="col">{words.columns.without}</th>}
            </tr>
          </thead>
          <tbody>
            {review.services.map(service => (
              <ServiceRow
                key={service.component}
                report={report}
                service={service}
                compared={review.ifs.length > 0}
              />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{words.rangesHeading}</h3>
      <RangesOfFacts report={report} review={review} />
      {review.ifs.length > 0 && (
        <>
          <h3>{words.sharesHeading}</h3>
          <Shares report={report} review={review} />
        </>
      )}
      <h3>{words.standingHeading}</h3>
      <p>
        {words.knowing(review.knowing.map(path => quantityIn(report, path)))}{' '}
        <b>{fidelityWords(report.language).line(review.fidelity)}</b>
        {coarse !== null &&
          ` ${words.coarse(report.clock.duration(AGREES_MS), report.clock.duration(coarse))}`}
      </p>
    </div>
  )
}

function ServiceRow({
  report,
  service,
  compared,
}: {
  report: Report
  service: ReviewedService
  compared: boolean
}) {
  const words = scenarioWords(report.language)
  const main = report.under('main')
  return (
    <tr>
      <th scope="row">{report.title(service.component)}</th>
      <Recorded report={main} component={service.component} label={words.columns.first} />
      <Recorded report={report} component={service.component} label={words.columns.record} />
      <td class="model" data-label={words.columns.inPlace}>
        <Fared report={report} outcome={service.inPlace} comesBack={service.comesBack} />
      </td>
      {compared && (
        <td class="without" data-label={words.columns.without}>
          <Fared report={report} outcome={service.without} comesBack={service.comesBackWithout} />
        </td>
      )}
    </tr>
  )
}

/** How long a service was down by the record of a scenario. */
function Recorded({ report, component, label }: { report: Report | null; component: string; label: string }) {
  if (report === null) return <td data-label={label} />
  const row = rowsOf(report).find(one => one.component === component)
  const known = row !== undefined && row.record !== null
  return (
    <td class={known ? 'was' : undefined} data-label={label}>
      {known ? row.recordText : report.words.recovery.noRecord}
    </td>
  )
}

/** The shortest recorded outage of a service whose return tests the model; null where it is longer than what counts as agreement. */
function coarseFor(report: Report): number | null {
  const tested = new Set(
    report.model?.fidelity.facts.filter(({ kind }) => kind === 'test').map(({ component }) => component),
  )
  const lengths = rowsOf(report).flatMap(({ component, record }) =>
    record === null || record.end.toMs === null || !tested.has(component)
      ? []
      : [record.end.toMs - record.startMs],
  )
  const shortest = Math.min(...lengths)
  return shortest < AGREES_MS ? shortest : null
}

/** How long a service is down, and how it comes back. */
function Fared({
  report,
  outcome,
  comesBack,
}: {
  report: Report
  outcome: ServiceOutcome
  comesBack: ReturnName
}) {
  const words = scenarioWords(report.language)
  if (outcome.downMs === 0) return <>{words.notDown}</>
  const length = report.clock.duration(outcome.downMs)
  return (
    <>
      {outcome.backWithinHorizon ? length : report.words.ifs.atLeast(length)}
      <small>{words.returns[comesBack]}</small>
    </>
  )
}
