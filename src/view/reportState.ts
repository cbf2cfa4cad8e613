import { type Signal, signal } from '@preact/signals'
import type { Report } from './report.js'

/** What a reader has chosen. Every figure of a page reads the same two signals. */
export interface ReportState {
  /** Ids of the ifs that are on, in the order of the case. */
  readonly chosenIfs: Signal<readonly string[]>
  /** The moment that the replay shows: its place in the list, 0 before the first event. */
  readonly moment: Signal<number>
}

/** The state of a page as it is published: no if is on, and the replay shows the moment at which most is down. */
export function openState(report: Report): ReportState {
  return { chosenIfs: signal([]), moment: signal(worstMoment(report)) }
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

/** Turns ifs on or off; the replay stays at the same time, though its moments are others now. */
export function choose(report: Report, state: ReportState, ifs: readonly string[]): void {
  const { model } = report
  if (model === null) return
  const now = model.replay(state.chosenIfs.value).moments[state.moment.value - 1]?.timeMs ?? null
  const chosen = report.ifs.filter(id => ifs.includes(id))
  const { moments } = model.replay(chosen)
  state.moment.value = now === null ? 0 : moments.findLastIndex(moment => moment.timeMs <= now) + 1
  state.chosenIfs.value = chosen
}
