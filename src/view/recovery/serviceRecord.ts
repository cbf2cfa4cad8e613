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

/**
 * The outage of a component as facts tell it, or null where no fact speaks of it. It begins with a fact by which it went
 * down; where none says so, with the first recorded outage. It ends with the first fact that has it no longer down after
 * the last that has it down: also where only a part is back.
 */
export function recordOf(report: Report, component: string): ServiceRecord | null {
  const { model } = report
  if (model === null) return null
  const index = model.session.compiled.indexOf.get(component)
  const about = report.facts
    .filter(fact => fact.scenario === report.scenario)
    .flatMap(fact =>
      fact.expectations
        .filter(one => one.component === index)
        .map(one => ({ fact, mode: one.mode, down: isDown(one.state) })),
    )
    .sort((a, b) => instant(a.fact) - instant(b.fact))
  if (about.length === 0) return null
  const began = about.find(one => one.down && one.mode === 'changes')
  const startMs = began === undefined ? (originOf(report) ?? 0) : instant(began.fact)
  const lastDown = about.findLast(one => one.down)
  const downMs = lastDown === undefined ? null : Math.max(startMs, instant(lastDown.fact))
  const back = about.find(one => !one.down && (downMs === null || instant(one.fact) >= downMs))
  const facts = about.map(one => one.fact.id)
  const ownStart = began !== undefined
  if (back === undefined) {
    return { startMs, ownStart, end: { kind: 'after', fromMs: downMs ?? startMs, toMs: null }, facts }
  }
  const { kind, fromMs, toMs } = back.fact.time
  if (kind === 'by' && downMs !== null && downMs > startMs)
    return { startMs, ownStart, end: { kind, fromMs: downMs, toMs }, facts }
  return { startMs, ownStart, end: { kind, fromMs, toMs }, facts }
}

/** The earliest recorded loss of a service: hours are counted from it. Null where the record has none. */
export function originOf(report: Report): number | null {
  const { model } = report
  if (model === null) return null
  const services = new Set(model.services.map(id => model.session.compiled.indexOf.get(id)))
  const starts = report.facts
    .filter(
      fact =>
        fact.scenario === report.scenario &&
        fact.expectations.some(one => services.has(one.component) && isDown(one.state)),
    )
    .map(instant)
  return starts.length === 0 ? null : Math.min(...starts)
}

function isDown(state: CompiledFact['expectations'][number]['state']): boolean {
  return state.level === 'down' || state.exactly === 0
}

/** A fact's time as one instant: `by T` and `after T` at T, an interval in its middle. */
export function instant({ time: { fromMs, toMs } }: CompiledFact): number {
  if (fromMs === null) return toMs ?? 0
  return toMs === null ? fromMs : Math.round((fromMs + toMs) / 2)
}
