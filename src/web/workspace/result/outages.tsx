import { duration } from '../../../words/durations.js'
import { resultWords } from '../../../words/workspace/result.js'
import { placeAddress } from '../case/openPlace.js'
import { useCase } from '../case/useCase.js'
import { language } from '../session/session.js'
import type { ModelResult, ServiceResult } from './caseResult.js'

/** How long each service is down in the run, drawn on one time axis: solid is down, hatched impaired. */
export function Outages({ model }: { readonly model: ModelResult }) {
  const words = resultWords(language.value)
  const away = model.services.filter(({ stretches }) => stretches.length > 0)
  if (away.length === 0) return <p class="note quiet">{words.noOutage}</p>
  const endMs = shownUntil(model, away)
  return (
    <ul class="outage-list">
      {away.map(service => (
        <Outage key={service.component} service={service} endMs={endMs} />
      ))}
    </ul>
  )
}

/** The axis ends a little after the last return, or at the horizon where something does not return. */
function shownUntil(model: ModelResult, away: readonly ServiceResult[]): number {
  const last = Math.max(...away.flatMap(({ stretches }) => stretches.map(({ toMs }) => toMs)))
  return Math.min(model.horizonMs, last * 1.02) || 1
}

function Outage({ service, endMs }: { readonly service: ServiceResult; readonly endMs: number }) {
  const open = useCase()
  const words = resultWords(language.value)
  const { component, title, downMs, impairedMs, stretches, backWithinHorizon } = service
  const text = [
    downMs > 0 ? words.down(duration(downMs, language.value)) : '',
    impairedMs > 0 ? words.impaired(duration(impairedMs, language.value)) : '',
    backWithinHorizon ? '' : words.notBack,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <li>
      <a href={placeAddress(open.id, { kind: 'entry', path: ['components', component] })}>{title}</a>
      <span class="outage-text">{text}</span>
      <svg class="outage-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {stretches.map(({ state, fromMs, toMs }) => (
          <rect
            key={`${state}${fromMs}`}
            data-state={state}
            x={(fromMs / endMs) * 100}
            y={state === 'down' ? 0 : 2}
            width={Math.max(0.6, ((Math.min(toMs, endMs) - fromMs) / endMs) * 100)}
            height={state === 'down' ? 6 : 2}
          />
        ))}
      </svg>
    </li>
  )
}
