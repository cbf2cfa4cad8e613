import { holds } from '../../engine/expression.js'
import { levelsAt } from '../../engine/levels.js'
import { oncePerReport } from '../remembered.js'
import type { Report } from '../report.js'

/** From a time on, the share of servers whose needs hold, 0 to 1. */
export interface PowerStep {
  readonly fromMs: number
  readonly share: number
}

/** Context for the chart: the site with the most servers, and how many of them had what they need, in the model. */
export interface SitePower {
  readonly site: string
  readonly steps: readonly PowerStep[]
}

/** Null where the case has no servers that need something. */
export const sitePower = oncePerReport((report: Report): SitePower | null => {
  const { model, document } = report
  if (model === null) return null
  const { ids } = model.session.compiled
  const { components } = model.run.system
  const hosts = ids.flatMap((id, index) => {
    const component = components[index]
    const isHosts = document.components?.[id]?.kind === 'hosts' && component?.initial === 'up'
    return isHosts && component.needs !== null && component.within >= 0 ? [{ index, component }] : []
  })
  const perSite = new Map<number, number>()
  for (const { component } of hosts)
    perSite.set(component.within, (perSite.get(component.within) ?? 0) + component.count)
  const most = [...perSite].sort((a, b) => b[1] - a[1])[0]
  if (most === undefined) return null
  const [site, total] = most
  const inSite = hosts.filter(({ component }) => component.within === site)
  const times = [...new Set([0, ...model.run.changes.map(change => change.timeMs)])].sort((a, b) => a - b)
  const steps: PowerStep[] = []
  for (const fromMs of times) {
    const levels = levelsAt(model.run, fromMs)
    const powered = inSite
      .filter(
        ({ component }) =>
          component.needs !== null && holds(component.needs, levels) && (levels[site] ?? 0) > 0,
      )
      .reduce((sum, { component }) => sum + component.count, 0)
    const share = powered / total
    if (steps.at(-1)?.share !== share) steps.push({ fromMs, share })
  }
  return { site: ids[site] ?? '', steps }
})
