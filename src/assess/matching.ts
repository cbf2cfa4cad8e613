/** A fact of one component, by the interval of time in which it puts the transition (null = unbounded). */
export interface Sighting {
  readonly fromMs: number | null
  readonly toMs: number | null
  /** Names the state that begins: sightings of one state may be of one transition. */
  readonly state: string
  /** Times at which the run comes into that state, in order. */
  readonly candidates: readonly number[]
}

/** More than any sum of errors: one fact matched is worth more than all errors together. */
const UNMATCHED = 1e13

interface Chain {
  readonly cost: number
  readonly previous: { readonly sighting: number; readonly candidate: number } | null
}

/**
 * Matches what was seen of one component with the transitions of its run, in the order of time: as many as possible, then with
 * the least sum of errors. Sightings come sorted. Two of the same state may share a transition unless another state
 * was seen between them. Gives for each sighting the time of its transition, or null.
 */
export function matchInOrder(sightings: readonly Sighting[]): readonly (number | null)[] {
  const chains: Chain[][] = []
  /** The least cost of each of them. */
  const leastOf: number[] = []
  let best: { cost: number; sighting: number; candidate: number } | null = null
  sightings.forEach((sighting, at) => {
    const row: Chain[] = sighting.candidates.map(timeMs => ({
      cost: at * UNMATCHED + Math.abs(errorOf(sighting, timeMs)),
      previous: null,
    }))
    let lastOther = at - 1
    while (lastOther >= 0 && sightings[lastOther]?.state === sighting.state) lastOther--
    // From the latest on, which are nearly always the cheapest: most of the others need no second look. Of equals the earliest.
    for (let earlier = at - 1; earlier >= 0; earlier--) {
      const beginsMs = sightings[earlier]?.candidates[0]
      if (beginsMs === undefined) continue
      const least = (leastOf[earlier] ?? 0) + (at - earlier - 1) * UNMATCHED
      if (mayExtend(row, sighting, beginsMs, least)) {
        extend(row, chains[earlier] ?? [], sightings, earlier, at, lastOther)
      }
    }
    leastOf.push(row.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY))
    row.forEach(({ cost }, candidate) => {
      const whole = cost + (sightings.length - 1 - at) * UNMATCHED
      if (best === null || whole < best.cost) best = { cost: whole, sighting: at, candidate }
    })
    chains.push(row)
  })
  const matched: (number | null)[] = sightings.map(() => null)
  let end = best as { sighting: number; candidate: number } | null
  while (end !== null) {
    matched[end.sighting] = sightings[end.sighting]?.candidates[end.candidate] ?? null
    end = chains[end.sighting]?.[end.candidate]?.previous ?? null
  }
  return matched
}

/** How far a time lies outside of the interval of a fact; positive is later, 0 is inside. Milliseconds. */
export function errorOf(
  interval: { readonly fromMs: number | null; readonly toMs: number | null },
  timeMs: number,
): number {
  if (interval.fromMs !== null && timeMs < interval.fromMs) return timeMs - interval.fromMs
  if (interval.toMs !== null && timeMs > interval.toMs) return timeMs - interval.toMs
  return 0
}

/** Whether chains that begin no earlier than a time and cost no less than `least` may be worth going on from. */
function mayExtend(row: readonly Chain[], to: Sighting, beginsMs: number, least: number): boolean {
  for (let candidate = 0; candidate < row.length; candidate++) {
    const timeMs = to.candidates[candidate]!
    if (beginsMs <= timeMs && least + Math.abs(errorOf(to, timeMs)) <= row[candidate]!.cost) return true
  }
  return false
}

/**
 * Improves the chains that end in sighting `at` by those that end in an earlier one, with what lies between unmatched. `lastOther` is the
 * last sighting before `at` of another state, or -1.
 */
function extend(
  row: Chain[],
  chains: readonly Chain[],
  sightings: readonly Sighting[],
  earlier: number,
  at: number,
  lastOther: number,
): void {
  const from = sightings[earlier]
  const to = sightings[at]
  if (from === undefined || to === undefined) return
  const apart = from.state === to.state && lastOther > earlier
  const skipped = (at - earlier - 1) * UNMATCHED
  let cheapest = Number.POSITIVE_INFINITY
  let cheapestAt = -1
  let next = 0
  for (let candidate = 0; candidate < to.candidates.length; candidate++) {
    const timeMs = to.candidates[candidate]!
    for (; next < from.candidates.length; next++) {
      const previousMs = from.candidates[next]!
      if (apart ? previousMs >= timeMs : previousMs > timeMs) break
      const chain = chains[next]!.cost
      if (chain < cheapest) {
        cheapest = chain
        cheapestAt = next
      }
    }
    if (cheapestAt < 0) continue
    const cost = cheapest + skipped + Math.abs(errorOf(to, timeMs))
    const known = row[candidate]!
    if (cost < known.cost || (cost === known.cost && known.previous !== null)) {
      row[candidate] = { cost, previous: { sighting: earlier, candidate: cheapestAt } }
    }
  }
}
