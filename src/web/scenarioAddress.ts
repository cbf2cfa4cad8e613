import { readScenarioMoment } from '../view/replay/momentAddress.js'
import type { Report } from '../view/report.js'
import { type ReportState, showTime } from '../view/reportState.js'

/** A link to a moment of another scenario shows it in that scenario's replay. */
export function followScenarios(report: Report, states: ReadonlyMap<string, ReportState>): void {
  const take = () => {
    const moment = readScenarioMoment(location.hash)
    const state = moment === null ? undefined : states.get(moment.scenario)
    const shown = moment === null ? null : report.under(moment.scenario)
    if (moment === null || state === undefined || shown === null) return
    showTime(shown, state, moment.timeMs)
    const place = document.querySelector(`.replay[data-scenario="${CSS.escape(moment.scenario)}"]`)
    // What stands above folds once it is alive: the place is known in the frame after.
    requestAnimationFrame(() => requestAnimationFrame(() => place?.scrollIntoView({ block: 'start' })))
  }
  take()
  addEventListener('hashchange', take)
}
