import { eachComponent } from '../engine/expression.js'
import type { Interval, Run } from '../engine/history.js'
import { downIntervals, impairedIntervals, initialLevel } from '../engine/levels.js'

/** A state that a fact speaks of: one of the three, or a number of units. */
export type State =
  | { readonly level: 'up' | 'impaired' | 'down' }
  | { readonly exactly: number }
  | { readonly atLeast: number }

/** How a component stands at a time. */
export type Standing = 'up' | 'impaired' | 'down'

/**
 * Stretches of a run in which a component is in a state, in order of time. What it is only within one instant, on the way to
 * something else, does not count. "Exactly n units" also holds for the instant in which a return passes n, since
 * batches rarely end at the number that somebody counted.
 */
export function stateIntervals(run: Run, component: number, state: State): readonly Interval[] {
  if ('level' in state) {
    if (state.level === 'down') return downIntervals(run, component)
    if (state.level === 'impaired') return impairedIntervals(run, component)
    return complement(run, [...downIntervals(run, component), ...impairedIntervals(run, component)])
  }
  const held: Interval[] = []
  const steps = levelSteps(run, component)
  steps.forEach(({ fromMs, level, before }, place) => {
    const next = steps[place + 1]
    const open = next === undefined
    const toMs = next?.fromMs ?? run.scenario.horizonMs
    if ('atLeast' in state) {
      if (level < state.atLeast) return
      const last = held.at(-1)
      if (last !== undefined && last.toMs === fromMs) held[held.length - 1] = { ...last, toMs, open }
      else held.push({ fromMs, toMs, open })
    } else if (level === state.exactly) held.push({ fromMs, toMs, open })
    else if (before < state.exactly && state.exactly < level) held.push({ fromMs, toMs: fromMs, open: false })
  })
  return held
}

/** The times at which a component comes into a state, in order. Standing in it from before the start is none. */
export function transitionsInto(run: Run, component: number, state: State): readonly number[] {
  const involved = involvedIn(run, component)
  const changesAtStart = run.changes.some(change => change.timeMs === 0 && involved.has(change.component))
  return stateIntervals(run, component, state)
    .map(interval => interval.fromMs)
    .filter(timeMs => timeMs > 0 || changesAtStart)
}

/** How a component stands at a time, its `full` considered. */
export function standingAt(run: Run, component: number, timeMs: number): Standing {
  const within = ({ fromMs, toMs, open }: Interval) => fromMs <= timeMs && (timeMs < toMs || open)
  if (downIntervals(run, component).some(within)) return 'down'
  return impairedIntervals(run, component).some(within) ? 'impaired' : 'up'
}

/**
 * Index of the change that brought a component into the state it is in at a time: the last one up to then of the component
 * itself or of what its `full` reads. Null where nothing had changed.
 */
export function changeBehind(run: Run, component: number, timeMs: number): number | null {
  const involved = involvedIn(run, component)
  let own: number | null = null
  let other: number | null = null
  run.changes.forEach((change, index) => {
    if (change.timeMs > timeMs) return
    if (change.component === component) own = index
    else if (involved.has(change.component)) other = index
  })
  if (own === null || other === null) return own ?? other
  const ownTimeMs = run.changes[own as number]?.timeMs ?? 0
  const otherTimeMs = run.changes[other as number]?.timeMs ?? 0
  return otherTimeMs > ownTimeMs ? other : own
}

interface LevelStep {
  readonly fromMs: number
  readonly level: number
  /** The level of the step before. */
  readonly before: number
}

/** The levels of a component as they stand when each instant is over, from 0 on. */
function levelSteps(run: Run, component: number): readonly LevelStep[] {
  const steps: LevelStep[] = []
  let settled = initialLevel(run.system, component)
  let before = settled
  let current = 0
  for (const change of run.changes) {
    if (change.component !== component) continue
    if (change.timeMs > current) {
      steps.push({ fromMs: current, level: settled, before })
      before = settled
      current = change.timeMs
    }
    settled = change.level
  }
  steps.push({ fromMs: current, level: settled, before })
  return steps
}

function complement(run: Run, away: readonly Interval[]): readonly Interval[] {
  const { horizonMs } = run.scenario
  const sorted = [...away].sort((a, b) => a.fromMs - b.fromMs)
  const rest: Interval[] = []
  let fromMs = 0
  for (const interval of sorted) {
    if (interval.fromMs > fromMs) rest.push({ fromMs, toMs: interval.fromMs, open: false })
    if (interval.open) return rest
    fromMs = Math.max(fromMs, interval.toMs)
  }
  rest.push({ fromMs, toMs: horizonMs, open: true })
  return rest
}

function involvedIn(run: Run, component: number): ReadonlySet<number> {
  const involved = new Set([component])
  const { full } = run.system.components[component] ?? { full: null }
  if (full !== null) eachComponent(full, index => involved.add(index))
  return involved
}
