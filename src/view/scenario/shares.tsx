import type { ReviewedService, ScenarioReview } from '../../assess/scenarioReview.js'
import { scenarioWords } from '../../words/scenario/scenarioWords.js'
import type { Report } from '../report.js'

/** Whether one of the conditions in place carries the answer alone, or several do together, for services that fare alike. */
export function Shares({ report, review }: { report: Report; review: ScenarioReview }) {
  const words = scenarioWords(report.language)
  return (
    <ul class="shares">
      {groupsOf(review.services).map(services => {
        const { share, enough } = services[0]!
        const names = services.map(({ component }) => report.title(component)).join(', ')
        const ifs = (ids: readonly string[]) => ids.map(id => String(report.numberOf(id)))
        if (share === 'none') return <li key={names}>{words.none(names)}</li>
        if (share === 'one') return <li key={names}>{words.one(names, ifs(enough).join(', '))}</li>
        return (
          <li key={names}>
            {words.several(names)} {leftOut(report, services[0]!, ifs)}
          </li>
        )
      })}
    </ul>
  )
}

/** Ifs without which a service is down for equally long are named together. */
function leftOut(
  report: Report,
  { needed }: ReviewedService,
  ifs: (ids: readonly string[]) => readonly string[],
): string {
  const words = scenarioWords(report.language)
  if (needed.length === 0) return words.noneNeeded
  const byLength = new Map<string, string[]>()
  for (const { ifId, outcome } of needed) {
    const length = report.clock.duration(outcome.downMs)
    const said = outcome.backWithinHorizon ? length : report.words.ifs.atLeast(length)
    byLength.set(said, [...(byLength.get(said) ?? []), ifId])
  }
  return [...byLength].map(([length, ids]) => words.leftOut(ifs(ids), length)).join(' ')
}

function groupsOf(services: readonly ReviewedService[]): readonly (readonly ReviewedService[])[] {
  const groups = new Map<string, ReviewedService[]>()
  for (const service of services) {
    const { share, enough, needed } = service
    const key = JSON.stringify([share, enough, needed.map(({ ifId, outcome }) => [ifId, outcome.downMs])])
    groups.set(key, [...(groups.get(key) ?? []), service])
  }
  return [...groups.values()]
}
