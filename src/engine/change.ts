import { RunFailure, repeaters } from './failure.js'
import type { Cause } from './history.js'
import type { RunState } from './state.js'

/** Changes a level at once: records it, and gives a turn to all that it may touch. A level that stays is no change. */
export function changeLevel(state: RunState, component: number, level: number, cause: Cause): void {
  const before = state.level[component]!
  if (level === before) return
  const change = state.changes.length
  state.changes.push({ timeMs: state.nowMs, component, level, cause })
  state.lastChange[component] = change
  state.level[component] = level
  if (level === 0 && state.layout.byHand[component] === 1) state.tripped[component] = 1
  keepBounds(state, component)
  state.touched.add(component)
  state.network.carry(component, level - before, change, state.touched)
  if ((level === 0) !== (before === 0)) {
    const { contents, contentsFrom } = state.layout
    const to = contentsFrom[component + 1]!
    for (let at = contentsFrom[component]!; at < to; at++) state.touched.add(contents[at]!)
  }
  if (level < before) state.shrunk.add(component)
  else state.line.wake(component)
}

function keepBounds(state: RunState, component: number): void {
  const { changes, nowMs, limits } = state
  if (state.changedAtMs[component] !== nowMs) {
    state.changedAtMs[component] = nowMs
    state.changesNow[component] = 0
  }
  if (++state.changesNow[component]! > limits.changesInOneInstant) {
    let from = changes.length
    while (from > 0 && changes[from - 1]!.timeMs === nowMs) from--
    throw new RunFailure({
      code: 'loop',
      timeMs: nowMs,
      components: repeaters(changes, from),
      limit: limits.changesInOneInstant,
    })
  }
  if (changes.length > limits.changesInOneRun) {
    throw new RunFailure({
      code: 'too-many-changes',
      timeMs: nowMs,
      components: repeaters(changes, 0),
      limit: limits.changesInOneRun,
    })
  }
}
