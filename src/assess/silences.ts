import { downIntervals } from '../engine/levels.js'
import type { Question } from './assessment.js'
import { factsOf, instantOf } from './record.js'
import type { CaseSession } from './session.js'
import { standingAt } from './states.js'

/** A gap is asked about from this length on, and from this share of the whole outage on. */
const SILENCE_MS = 2 * 3_600_000
const SILENCE_SHARE = 0.05
/** How many gaps are asked about: the longest. */
const ASKED_SILENCES = 5

/**
 * Stretches of the outage in which hours pass without any fact, the longest first. The outage lasts from the first fall of a
 * service, in the model or in the record, to its last return in either. `down` counts the services that the model has
 * down in the middle of the stretch.
 */
export function silences(session: CaseSession): readonly Question[] {
  return session.compiled.scenarios
    .flatMap(({ id }) => scenarioSilences(session, id))
    .sort(
      (a, b) => Number(b.values.lengthMs) - Number(a.values.lengthMs) || (a.fromMs ?? 0) - (b.fromMs ?? 0),
    )
    .slice(0, ASKED_SILENCES)
}

function scenarioSilences(session: CaseSession, scenarioId: string): readonly Question[] {
  const { run, scenario, compiled } = session.with([], scenarioId)
  const { horizonMs } = scenario.scenario
  const facts = factsOf(session.compiled)
    .filter(fact => fact.scenario === scenarioId)
    .map(fact => ({ id: fact.id, timeMs: instantOf(fact), expects: fact.expectations.length > 0 }))
    .filter(({ timeMs }) => timeMs >= 0 && timeMs <= horizonMs)
    .sort((a, b) => a.timeMs - b.timeMs)
  if (facts.length === 0) return []
  const services = session.services.flatMap(id => compiled.indexOf.get(id) ?? [])
  const down = services.flatMap(index => downIntervals(run, index))
  const recorded = facts.filter(({ expects }) => expects).map(({ timeMs }) => timeMs)
  const beginMs = Math.min(...down.map(({ fromMs }) => fromMs), ...recorded)
  const endMs = Math.max(...down.filter(({ open }) => !open).map(({ toMs }) => toMs), ...recorded)
  const leastMs = Math.max(SILENCE_MS, (endMs - beginMs) * SILENCE_SHARE)
  const marks = [
    { id: null, timeMs: beginMs },
    ...facts.filter(({ timeMs }) => timeMs > beginMs && timeMs < endMs),
    { id: null, timeMs: endMs },
  ]
  return marks.slice(1).flatMap((mark, place): Question[] => {
    const previous = marks[place]
    if (previous === undefined || !(mark.timeMs - previous.timeMs >= leastMs)) return []
    const middleMs = Math.floor((previous.timeMs + mark.timeMs) / 2)
    const standing = session.services.filter(id => {
      const index = compiled.indexOf.get(id)
      return index !== undefined && standingAt(run, index, middleMs) === 'down'
    })
    return [
      {
        kind: 'silence',
        component: standing[0] ?? null,
        components: standing,
        scenario: scenarioId,
        facts: [previous.id, 'id' in mark ? mark.id : null].filter(id => id !== null),
        path: null,
        paths: [],
        fromMs: previous.timeMs,
        toMs: mark.timeMs,
        values: { lengthMs: mark.timeMs - previous.timeMs, down: standing.length },
      },
    ]
  })
}
