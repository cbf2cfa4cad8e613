import type { CompiledFact } from '../../model/facts.js'
import type { Report } from '../report.js'

/**
 * What the record says of one outage: since when, and until when. The end is a stretch: `fromMs` is the last instant at which
 * it is known to be down, `toMs` the first at which it is known to be back; null where the record does not say.
 */
export interface ServiceRecord {
  readonly startMs: number
  /** Whether a fact about this service says when it began; otherwise it is counted from the first recorded outage. */
  readonly ownStart: boolean
  readonly end: {
    readonly kind: 'at' | 'by' | 'after' | 'between'
    readonly fromMs: number | null
    readonly toMs: number | null
  }
  readonly facts: readonly string[]
}

/** The outage of a component as facts tell it, or null where no fact speaks of it. */
export function recordOf(report: Report, component: string): ServiceRecord | null {
  const { model } = report
  if (model === null) return null
  const index = model.session.compiled.indexOf.get(component)
  const about = report.facts
    .filter(fact => fact.scenario === 'main')
    .flatMap(fact =>
      fact.expectations.filter(one => one.component === index).map(one => ({ fact, isUp: isUp(one.state) })),
    )
    .sort((a, b) => instant(a.fact) - instant(b.fact))
  if (about.length === 0) return null
  const away = about.filter(one => !one.isUp)
  const firstAway = away[0]
  const startMs = firstAway === undefined ? (originOf(report) ?? 0) : instant(firstAway.fact)
  const lastAway = away.at(-1)
  const back = about.filter(
    one => one.isUp && (lastAway === undefined || instant(one.fact) >= instant(lastAway.fact)),
  )[0]
  const facts = about.map(one => one.fact.id)
  if (back === undefined) {
    const lastMs = lastAway === undefined ? startMs : instant(lastAway.fact)
    return {
      startMs,
      ownStart: firstAway !== undefined,
      end: { kind: 'after', fromMs: lastMs, toMs: null },
      facts,
    }
  }
  return { startMs, ownStart: firstAway !== undefined, end: back.fact.time, facts }
}

/** The earliest recorded loss of a service: hours are counted from it. Null where the record has none. */
export function originOf(report: Report): number | null {
  const { model } = report
  if (model === null) return null
  const services = new Set(model.services.map(id => model.session.compiled.indexOf.get(id)))
  const starts = report.facts
    .filter(
      fact =>
        fact.scenario === 'main' &&
        fact.expectations.some(one => services.has(one.component) && !isUp(one.state)),
    )
    .map(instant)
  return starts.length === 0 ? null : Math.min(...starts)
}

function isUp(state: CompiledFact['expectations'][number]['state']): boolean {
  return state.level === 'up'
}

/** A fact's time as one instant: `by T` and `after T` at T, an interval in its middle. */
export function instant({ time: { fromMs, toMs } }: CompiledFact): number {
  if (fromMs === null) return toMs ?? 0
  return toMs === null ? fromMs : Math.round((fromMs + toMs) / 2)
}
