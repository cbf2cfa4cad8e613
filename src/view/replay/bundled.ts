import type { Snapshot, State } from './states.js'

/** How components stand that are drawn as one box. */
export interface Bundled {
  readonly state: State
  /** Fully up, or waiting as they should. */
  readonly up: number
  /** Without those that are not there. */
  readonly total: number
}

/** Down where nothing is up, impaired where not everything is. */
export function bundled(snapshot: Snapshot, members: readonly string[]): Bundled {
  const counts: Record<State, number> = { up: 0, impaired: 0, down: 0, waiting: 0, absent: 0 }
  for (const id of members) counts[snapshot.stateOf(id)]++
  const total = members.length - counts.absent
  const up = counts.up + counts.waiting
  const state =
    total === 0
      ? 'absent'
      : counts.waiting === total
        ? 'waiting'
        : up === total
          ? 'up'
          : counts.down === total
            ? 'down'
            : 'impaired'
  return { state, up, total }
}
