import type { Run } from '../engine/history.js'
import { downIntervals, impairedIntervals } from '../engine/levels.js'
import { run as simulate } from '../engine/run.js'
import type { Scenario, System } from '../engine/system.js'
import type { Return } from './assessment.js'
import type { CaseSession } from './session.js'
import { standingAt } from './states.js'
import { structures } from './structural.js'

/** A component that falls when something is lost. */
export interface Fallen {
  readonly component: string
  readonly service: boolean
  /** It stands in what is lost. Of such only services are listed among the fallen. */
  readonly inside: boolean
  /** 0, or later where a hold-up carries it for a while. */
  readonly downAtMs: number
  /** Within the case's horizon; at least so long where it is not back by then. */
  readonly downMs: number
  readonly backWithinHorizon: boolean
  readonly comesBack: Return
}

/** The answer to one drill. */
export interface DrillOutcome {
  /** Ids of what is lost, in the order of the document, as everything below. */
  readonly lost: readonly string[]
  /** Ids of what stands in it and is lost with it. */
  readonly contents: readonly string[]
  readonly falls: readonly Fallen[]
  /** Services that never fall but lose units, or what makes them full. */
  readonly impaired: readonly string[]
  /** Services that neither fall nor are impaired. */
  readonly untouched: readonly string[]
  /** The system does not settle in this drill: nothing else is said. */
  readonly failed: boolean
}

/** Kinds of component that are lost one by one. */
export const DRILLED_KINDS: readonly string[] = ['site', 'room', 'feed', 'tool']

/** Ids of the components of the drilled kinds, in the order of the document. */
export function drilled(
  session: CaseSession,
  ifs: readonly string[] = [],
  scenarioId = 'main',
): readonly string[] {
  const { compiled, document } = session.with(ifs, scenarioId)
  return compiled.ids.filter(id => DRILLED_KINDS.includes(document.components?.[id]?.kind ?? ''))
}

/** Every component of the drilled kinds lost alone, in the order of the document. */
export function drillAll(session: CaseSession, ifs: readonly string[] = []): readonly DrillOutcome[] {
  return drilled(session, ifs).map(id => drill(session, [id], ifs))
}

/**
 * Loses components at the start, with no other event and nothing repaired, in the system as it was, as another scenario meets
 * it (with the ifs that it brings), or with ifs in place.
 * Throws for an id that the case does not have.
 */
export function drill(
  session: CaseSession,
  lost: readonly string[],
  ifs: readonly string[] = [],
  scenarioId = 'main',
): DrillOutcome {
  const { compiled, scenario } = session.with(ifs, scenarioId)
  const targets = lost.map(id => {
    const index = compiled.indexOf.get(id)
    if (index === undefined) throw new Error(`The case has no component ${id}.`)
    return index
  })
  const system = unrepaired(scenario.system)
  const { horizonMs } = scenario.scenario
  const indexes = [...system.components.keys()]
  const named = (of: readonly number[]) => of.map(index => compiled.ids[index] ?? '')
  const isTarget = (index: number) => targets.includes(index)
  const isInside = (index: number) => targets.some(target => standsIn(system, index, target))
  const what = {
    lost: named(indexes.filter(isTarget)),
    contents: named(indexes.filter(index => isInside(index) && !isTarget(index))),
  }
  const quiet = simulate(system, { events: [], horizonMs })
  const shaken = simulate(system, losing(targets, horizonMs))
  if (!quiet.ok || !shaken.ok) return { ...what, falls: [], impaired: [], untouched: [], failed: true }
  const services = new Set(session.services)
  const isService = (index: number) => services.has(compiled.ids[index] ?? '')
  const fallen = indexes.filter(
    index => (!isInside(index) || isService(index)) && falls(quiet.run, shaken.run, index),
  )
  const structure = structures(shaken.run, fallen)
  const standing = indexes.filter(index => isService(index) && !fallen.includes(index))
  const impaired = standing.filter(index => impairedIntervals(shaken.run, index).length > 0)
  return {
    ...what,
    falls: fallen.map((index, place) => ({
      component: compiled.ids[index] ?? '',
      service: isService(index),
      inside: isInside(index),
      ...downtimeOf(shaken.run, index),
      comesBack: structure[place]?.comesBack ?? 'not-at-all',
    })),
    impaired: named(impaired),
    untouched: named(standing.filter(index => !impaired.includes(index))),
    failed: false,
  }
}

/** Whether a component goes down that would not be down if nothing were lost. */
function falls(quiet: Run, shaken: Run, index: number): boolean {
  return downIntervals(shaken, index).some(({ fromMs }) => standingAt(quiet, index, fromMs) !== 'down')
}

function downtimeOf(run: Run, index: number) {
  const down = downIntervals(run, index)
  return {
    downAtMs: down[0]?.fromMs ?? 0,
    downMs: down.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
    backWithinHorizon: down.at(-1)?.open !== true,
  }
}

/** The system in which nothing destroyed is ever mended. */
function unrepaired(system: System): System {
  return { components: system.components.map(component => ({ ...component, repair: null })) }
}

function losing(targets: readonly number[], horizonMs: number): Scenario {
  const nothing = { when: null, unless: null, fail: [], cut: [], release: [], repair: [] }
  return { events: [{ timeMs: 0, after: -1, destroy: targets, ...nothing }], horizonMs }
}

function standsIn(system: System, index: number, outer: number): boolean {
  for (let at = index; at >= 0; at = system.components[at]?.within ?? -1) if (at === outer) return true
  return false
}
