import type { FactRange } from '../../assess/factRanges.js'
import type { ScenarioReview } from '../../assess/scenarioReview.js'
import { difference } from '../../words/durations.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { scenarioWords } from '../../words/scenario/scenarioWords.js'
import { factEntry } from '../facts/factEntry.js'
import { factTime } from '../facts/factTime.js'
import type { Report } from '../report.js'
import { quantityIn } from './quantityIn.js'

/** Each fact of a scenario over the ranges of the model: how far they move it, and which ends would give another verdict. */
export function RangesOfFacts({ report, review }: { report: Report; review: ScenarioReview }) {
  const words = scenarioWords(report.language)
  const { ranges, services } = review
  const named = (components: readonly string[]) => components.map(report.title).join(', ')
  const firm = services.filter(({ rests }) => rests.length === 0).map(({ component }) => component)
  return (
    <>
      <p>{words.tried(ranges.tried, ranges.untried)}</p>
      <ul class="ranges">
        {groupsOf(ranges.facts).map(facts => (
          <FactOverRanges
            key={`${facts[0]!.outcome.id} ${facts[0]!.outcome.component}`}
            report={report}
            facts={facts}
          />
        ))}
        {firm.length > 0 && <li>{words.sameReturn(named(firm))}</li>}
        {services
          .filter(({ rests }) => rests.length > 0)
          .map(({ component, rests }) => (
            <li key={component}>
              {words.returnRests(named([component]), rests.map(path => quantityIn(report, path)).join(', '))}
            </li>
          ))}
      </ul>
    </>
  )
}

/** What one fact says of several components, where the model answers the same for all of them. */
function groupsOf(facts: readonly FactRange[]): readonly (readonly FactRange[])[] {
  const groups = new Map<string, FactRange[]>()
  for (const fact of facts) {
    // What follows at once from a time that was put in is no answer of the model.
    if (fact.outcome.kind === 'input') continue
    const { id, state, simulatedMs } = fact.outcome
    const key = JSON.stringify([
      id,
      state,
      simulatedMs,
      fact.earliestMs,
      fact.latestMs,
      fact.moving,
      fact.turning,
    ])
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()]
}

function FactOverRanges({ report, facts }: { report: Report; facts: readonly FactRange[] }) {
  const { clock } = report
  const words = scenarioWords(report.language)
  const said = fidelityWords(report.language)
  const [{ outcome, earliestMs, latestMs, moving, turning }] = facts as [FactRange]
  const entry = factEntry(report, outcome.id)
  const record = entry === null ? '' : factTime(report, entry, report.model?.scenario.startEpochMs ?? 0)
  const time = (ms: number) => clock.after(ms, 0)
  const span =
    earliestMs === null || latestMs === null || earliestMs === latestMs
      ? null
      : `${time(earliestMs)}–${clock.after(latestMs, earliestMs)}`
  const quantities = (paths: FactRange['moving']) =>
    paths.length > 2 ? words.all : paths.map(path => quantityIn(report, path)).join(', ')
  return (
    <li>
      {words.fact({
        service: facts.map(one => report.title(one.outcome.component)).join(', '),
        record,
        model: outcome.simulatedMs === null ? null : time(outcome.simulatedMs),
        error:
          outcome.errorMs === null || outcome.errorMs === 0
            ? ''
            : difference(outcome.errorMs, report.language),
        span,
      })}{' '}
      {words.moves(moving.map(path => quantityIn(report, path)))}{' '}
      {turning.length === 0
        ? words.sameVerdict
        : `${turning
            .map(({ paths, end, verdict }) => words.turns(quantities(paths), end, said.verdicts[verdict]))
            .join('; ')}.`}
    </li>
  )
}
