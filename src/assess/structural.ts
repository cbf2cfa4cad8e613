import type { Expression } from '../engine/expression.js'
import type { Run } from '../engine/history.js'
import { downIntervals } from '../engine/levels.js'
import { run as simulate } from '../engine/run.js'
import type { Scenario, System, Work } from '../engine/system.js'
import type { Return } from './assessment.js'

/** What can be said of a component without naming an hour. */
export interface Structure {
  readonly goesDown: boolean
  /** `by-itself` where it never goes down. */
  readonly comesBack: Return
}

/** A condition that never holds. */
const NEVER: Expression = { op: 'any', of: [] }

/**
 * The structure of what happens to components in a run: down at all or not; back by itself (also where no work that takes
 * a crew is ever done, and no event closes what `recovery: none` has tripped), by hand (only with such work), or not at
 * all. A return is waited for beyond the horizon, so that
 * an hour more or less does not decide it.
 */
export function structures(run: Run, components: readonly number[]): readonly Structure[] {
  const down = components.map(component => downIntervals(run, component))
  const anyDown = down.some(intervals => intervals.length > 0)
  if (!anyDown) return components.map(() => ({ goesDown: false, comesBack: 'by-itself' }))
  const cutOff = down.some(intervals => intervals.at(-1)?.open === true)
  const late = cutOff ? farRun(run.system, run.scenario) : run
  const handless = needsHands(run) ? farRun(withoutCrews(run.system), withoutClosing(run)) : late
  return components.map((component, place) => {
    if ((down[place]?.length ?? 0) === 0) return { goesDown: false, comesBack: 'by-itself' }
    const last = down[place]?.at(-1)
    const returns = last?.open !== true || isBack(late ?? run, component)
    if (!returns) return { goesDown: true, comesBack: 'not-at-all' }
    return { goesDown: true, comesBack: isBack(handless ?? run, component) ? 'by-itself' : 'by-hand' }
  })
}

function isBack(run: Run, component: number): boolean {
  return downIntervals(run, component).at(-1)?.open !== true
}

/** The same, watched until all could be done; null where it does not settle or grows beyond the engine's bounds. */
function farRun(system: System, scenario: Scenario): Run | null {
  const result = simulate(system, {
    ...scenario,
    horizonMs: scenario.horizonMs + lengthOfAll(system, scenario),
  })
  return result.ok ? result.run : null
}

/** Long enough for every batch, repair, hold-up and delay to come one after the other, twice. */
function lengthOfAll(system: System, scenario: Scenario): number {
  let sumMs = 0
  for (const { count, holdupMs, ways, repair } of system.components) {
    sumMs += holdupMs + (repair?.takesMs ?? 0)
    for (const { takesMs, batchUnits } of ways) sumMs += takesMs * Math.ceil(count / batchUnits)
  }
  for (const event of scenario.events) if (event.after >= 0) sumMs += event.timeMs
  return 2 * sumMs
}

function needsHands({ system, scenario }: Run): boolean {
  return (
    system.components.some(
      ({ ways, repair }) => ways.some(needsCrew) || (repair !== null && needsCrew(repair)),
    ) || scenario.events.some(({ repair }) => repair.some(component => isTripped(system, component)))
  )
}

const isTripped = (system: System, component: number) => system.components[component]?.byHand === true

/** The scenario in which no event closes a tripped breaker. */
function withoutClosing({ system, scenario }: Run): Scenario {
  return {
    ...scenario,
    events: scenario.events.map(event => ({
      ...event,
      repair: event.repair.filter(component => !isTripped(system, component)),
    })),
  }
}

/** The system in which work that takes a crew is never done. */
function withoutCrews(system: System): System {
  return {
    components: system.components.map(component => ({
      ...component,
      ways: component.ways.map(idle),
      repair: component.repair === null ? null : idle(component.repair),
    })),
  }
}

const needsCrew = (work: Work) => work.crew.length > 0
const idle = (work: Work): Work => (needsCrew(work) ? { ...work, crew: [], needs: NEVER } : work)
