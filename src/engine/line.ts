import { Heap } from './heap.js'
import type { Plans } from './plans.js'
import type { System } from './system.js'

/** A place in line: what a plan asks for, and since when. `token` tells whether it still stands. */
export interface Place {
  readonly plan: number
  readonly sinceMs: number
  readonly token: number
}

/** What a plan asks for: nothing, new work, or to resume a paused one (its index in `RunState.works`). */
export const asksNothing = -1
export const asksNew = -2

/**
 * Who waits, in the order of rule 6: priority, then since when, then id. A plan has one place at most. Places that
 * were not tried yet stand in `open` (work that takes time) or in `atOnce` (what takes no time: first what asks no
 * `when`, then what does); one that lacks crew stands with the team that it lacks until that team has units to give.
 */
export class Line {
  /** Per plan: what it asks for, since when, and the work record of a wait that lasts. */
  readonly asks: Int32Array
  readonly sinceMs: Float64Array
  readonly waiting: Int32Array
  private readonly token: Int32Array
  private readonly asksWhen: Uint8Array
  private readonly open: Heap<Place>
  private readonly atOnce: readonly [Heap<Place>, Heap<Place>]
  private readonly blocked = new Map<number, Heap<Place>>()
  private readonly before: (a: Place, b: Place) => boolean
  private readonly takesTime: (plan: number) => boolean

  constructor(system: System, plans: Plans) {
    this.asks = new Int32Array(plans.count).fill(asksNothing)
    this.sinceMs = new Float64Array(plans.count)
    this.waiting = new Int32Array(plans.count).fill(-1)
    this.token = new Int32Array(plans.count)
    this.asksWhen = new Uint8Array(plans.count)
    this.takesTime = plan => plans.work[plan]!.takesMs > 0
    const component = (place: Place) => system.components[plans.component[place.plan]!]!
    this.before = (a, b) => {
      const one = component(a)
      const other = component(b)
      if (one.priority !== other.priority) return one.priority < other.priority
      if (a.sinceMs !== b.sinceMs) return a.sinceMs < b.sinceMs
      if (one.idRank !== other.idRank) return one.idRank < other.idRank
      return a.plan < b.plan
    }
    this.open = new Heap(this.before)
    this.atOnce = [new Heap(this.before), new Heap(this.before)]
  }

  /** Gives a plan a place, or leaves it where it stands if it asks for the same as before. True if the place is new. */
  enter(plan: number, asks: number, asksWhen: boolean, nowMs: number): boolean {
    if (this.asks[plan] === asks) {
      if ((this.asksWhen[plan] === 1) === asksWhen) return false
      this.asksWhen[plan] = asksWhen ? 1 : 0
      this.token[plan]!++
      this.offer(this.placeOf(plan))
      return false
    }
    this.leave(plan)
    this.asks[plan] = asks
    this.asksWhen[plan] = asksWhen ? 1 : 0
    this.sinceMs[plan] = nowMs
    this.offer(this.placeOf(plan))
    return true
  }

  /** Takes a plan out of the line. */
  leave(plan: number): void {
    if (this.asks[plan] === asksNothing) return
    this.asks[plan] = asksNothing
    this.token[plan]!++
  }

  /** The first place, not yet tried, of what takes time. */
  nextOpen(): Place | undefined {
    return this.nextOf(this.open)
  }

  /** The first place, not yet tried, of what takes no time. */
  nextAtOnce(): Place | undefined {
    return this.nextOf(this.atOnce[0]) ?? this.nextOf(this.atOnce[1])
  }

  /** Whether a place that was not tried yet, of what takes time, may stand. */
  get hasOpen(): boolean {
    return this.open.size > 0
  }

  /** Leaves a place that was tried in vain with a team that has too few units to give. */
  block(place: Place, team: number): void {
    let heap = this.blocked.get(team)
    if (heap === undefined) {
      heap = new Heap(this.before)
      this.blocked.set(team, heap)
    }
    heap.push(place)
  }

  /** Offers again all who wait for a team. */
  wake(team: number): void {
    const heap = this.blocked.get(team)
    if (heap === undefined) return
    for (let place = this.nextOf(heap); place !== undefined; place = this.nextOf(heap)) this.offer(place)
  }

  private placeOf(plan: number): Place {
    return { plan, sinceMs: this.sinceMs[plan]!, token: this.token[plan]! }
  }

  private offer(place: Place): void {
    if (this.takesTime(place.plan)) this.open.push(place)
    else this.atOnce[this.asksWhen[place.plan] === 1 ? 1 : 0]!.push(place)
  }

  private nextOf(heap: Heap<Place>): Place | undefined {
    for (let place = heap.pop(); place !== undefined; place = heap.pop()) {
      if (place.token === this.token[place.plan]) return place
    }
    return undefined
  }
}
