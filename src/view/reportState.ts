import { batch, type Signal, signal } from '@preact/signals'
import type { Report } from './report.js'

/** What a reader has chosen. Every figure of a page reads the same signals. */
export interface ReportState {
  /** Ids of the ifs that are on, in the order of the case. */
  readonly chosenIfs: Signal<readonly string[]>
  /** The moment that the replay shows: its place in the list, 0 before the first event. */
  readonly moment: Signal<number>
  /** A time between moments, milliseconds from the start; null where the replay steps by moments. `moment` is the last one before. */
  readonly clockMs: Signal<number | null>
  /** Places of the picture that the reader has opened, or folded, against how they stand at first. */
  readonly turned: Signal<ReadonlySet<string>>
}

/** The state of a page as it is published: no if is on, and the replay shows the moment at which most is down. */
export function openState(report: Report): ReportState {
  return {
    chosenIfs: signal([]),
    moment: signal(worstMoment(report)),
    clockMs: signal(null),
    turned: signal(new Set()),
  }
}

/** The first moment after which no more services are down than at it. */
export function worstMoment(report: Report): number {
  const { model } = report
  if (model === null) return 0
  const down = new Set<string>()
  let worst = { place: 0, count: 0 }
  model.moments.forEach((moment, place) => {
    for (const change of moment.changes) {
      if (!model.services.includes(change.component)) continue
      if (change.level === 0) down.add(change.component)
      else down.delete(change.component)
    }
    if (down.size > worst.count) worst = { place: place + 1, count: down.size }
  })
  return worst.place
}

/** The time that the replay shows, milliseconds from the start; null before the first event. */
export function shownMs(report: Report, state: ReportState): number | null {
  const { model } = report
  if (model === null) return null
  const { moments } = model.replay(state.chosenIfs.value)
  return state.clockMs.value ?? moments[state.moment.value - 1]?.timeMs ?? null
}

/** Shows a time: the moment at it, or the time between two moments. Null is before the first event. */
export function showTime(report: Report, state: ReportState, timeMs: number | null): void {
  const { model } = report
  if (model === null) return
  const { moments } = model.replay(state.chosenIfs.value)
  const place = timeMs === null ? -1 : moments.findLastIndex(moment => moment.timeMs <= timeMs)
  batch(() => {
    state.moment.value = place + 1
    state.clockMs.value = timeMs === null || moments[place]?.timeMs === timeMs ? null : timeMs
  })
}

/** Turns ifs on or off; the replay stays at the same time, though its moments are others now. */
export function choose(report: Report, state: ReportState, ifs: readonly string[]): void {
  const { model } = report
  if (model === null) return
  const now = state.moment.value === 0 ? null : shownMs(report, state)
  const stepsByTime = state.clockMs.value !== null
  const chosen = report.ifs.filter(id => ifs.includes(id))
  const { moments } = model.replay(chosen)
  batch(() => {
    state.moment.value = now === null ? 0 : moments.findLastIndex(moment => moment.timeMs <= now) + 1
    state.clockMs.value = stepsByTime ? now : null
    state.chosenIfs.value = chosen
  })
}
