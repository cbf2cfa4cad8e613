import type { Pause, Span, WorkRecord } from './history.js'

/** A work while the run goes on; `recordOf` makes it part of the history. */
export interface OpenWork {
  /** Index into `RunState.works`. */
  readonly index: number
  readonly plan: number
  readonly component: number
  state: 'waiting' | 'running' | 'paused' | 'ended'
  /** Order in which works began, and in which they began or resumed last. -1 before. */
  begunOrder: number
  startOrder: number
  /** What is left to do, as of `startedMs` while it runs. */
  remainingMs: number
  startedMs: number
  spans: Span[]
  spanFromMs: number
  lacks: Pause | null
  endMs: number
  end: WorkRecord['end']
  units: number
  begunBy: readonly number[]
  begunByEvent: number | null
  begunByWork: number | null
}

/** Turns the work's life to another state (or another lack) at `nowMs`; stretches without length leave no trace. */
export function turn(work: OpenWork, nowMs: number, state: OpenWork['state'], lacks: Pause | null): void {
  if (work.state === state && work.lacks === lacks) return
  closeSpan(work, nowMs)
  work.state = state
  work.lacks = lacks
}

function closeSpan(work: OpenWork, nowMs: number): void {
  if (work.state !== 'ended' && nowMs > work.spanFromMs) {
    const last = work.spans.at(-1)
    const span = { fromMs: work.spanFromMs, toMs: nowMs, state: work.state, lacks: work.lacks }
    if (last === undefined) work.spans = [span]
    else if (last.state === span.state && last.lacks === span.lacks) {
      work.spans[work.spans.length - 1] = { ...span, fromMs: last.fromMs }
    } else work.spans.push(span)
  }
  work.spanFromMs = nowMs
}

/** Ends a work's life. */
export function close(work: OpenWork, nowMs: number, end: WorkRecord['end']): void {
  closeSpan(work, nowMs)
  work.state = 'ended'
  work.endMs = nowMs
  work.end = end
}

/** The work as the history keeps it. */
export function recordOf(work: OpenWork, way: number): WorkRecord {
  return {
    component: work.component,
    kind: way < 0 ? 'repair' : 'recovery',
    way: Math.max(way, 0),
    spans: work.spans,
    endMs: work.endMs,
    end: work.end,
    units: work.units,
    begunBy: work.begunBy,
    begunByEvent: work.begunByEvent,
    begunByWork: work.begunByWork,
  }
}
