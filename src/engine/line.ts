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
 * `when`, then what does). One that lacks crew stands with the first team that it lacks, and is not looked at again
 * before that team has units to give.
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
  /** Per team: who waits for it; teams that have got units to give since; and who was tried in vain since. */
  private readonly blocked = new Map<number, Heap<Place>>()
  private readonly blockedAtOnce = new Map<number, Place[]>()
  private readonly awake = new Set<number>()
  private readonly tried: { readonly place: Place; readonly team: number }[] = []
  private readonly leastUnits = new Map<number, number>()
  private readonly before: (a: Place, b: Place) => boolean
  private readonly plans: Plans

  constructor(system: System, plans: Plans) {
    this.asks = new Int32Array(plans.count).fill(asksNothing)
    this.sinceMs = new Float64Array(plans.count)
    this.waiting = new Int32Array(plans.count).fill(-1)
    this.token = new Int32Array(plans.count)
    this.asksWhen = new Uint8Array(plans.count)
    this.plans = plans
    for (const { team, units } of plans.work.flatMap(work => work.crew)) {
      this.leastUnits.set(team, Math.min(units, this.leastUnits.get(team) ?? units))
    }
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

  /** Gives a plan a place, or leaves it where it stands if it asks for the same as before. */
  enter(plan: number, asks: number, asksWhen: boolean, nowMs: number): void {
    const when = asksWhen ? 1 : 0
    if (this.asks[plan] !== asks) {
      this.leave(plan)
      this.asks[plan] = asks
      this.sinceMs[plan] = nowMs
    } else if (this.asksWhen[plan] === when) return
    this.asksWhen[plan] = when
    this.token[plan]!++
    this.offer({ plan, sinceMs: this.sinceMs[plan]!, token: this.token[plan]! })
  }

  /** Takes a plan out of the line. */
  leave(plan: number): void {
    if (this.asks[plan] === asksNothing) return
    this.asks[plan] = asksNothing
    this.token[plan]!++
  }

  /** Whether there is work that takes time and was not tried yet. */
  get hasOpen(): boolean {
    return this.open.size > 0
  }

  /** The next place to be tried of what takes time. `free` gives the units that a team has to give now. */
  nextOpen(free: (team: number) => number): Place | undefined {
    let first = this.open
    let best = this.standing(first)
    for (const team of this.awake) {
      const heap = this.blocked.get(team)
      const place =
        heap === undefined || free(team) < this.leastUnits.get(team)! ? undefined : this.standing(heap)
      if (place === undefined) this.awake.delete(team)
      else if (best === undefined || this.before(place, best)) {
        best = place
        first = heap!
      }
    }
    first.pop()
    if (best === undefined) this.rest()
    return best
  }

  /** The next place to be tried of what takes no time. */
  nextAtOnce(): Place | undefined {
    for (const heap of this.atOnce) {
      const place = this.standing(heap)
      if (place !== undefined) return heap.pop()
    }
    return undefined
  }

  /** Leaves a place that was tried in vain with a team that has too few units to give. */
  block(place: Place, team: number): void {
    if (this.takesTime(place.plan)) this.tried.push({ place, team })
    else if (!this.blockedAtOnce.has(team)) this.blockedAtOnce.set(team, [place])
    else this.blockedAtOnce.get(team)!.push(place)
  }

  /** A team has got units to give: those who wait for it are tried again. */
  wake(team: number): void {
    if (!this.leastUnits.has(team)) return
    this.rest()
    this.awake.add(team)
    for (const place of this.blockedAtOnce.get(team) ?? []) {
      if (place.token === this.token[place.plan]) this.offer(place)
    }
    this.blockedAtOnce.delete(team)
  }

  /** Puts those who were tried in vain where they wait for their teams. */
  private rest(): void {
    for (let each = this.tried.pop(); each !== undefined; each = this.tried.pop()) {
      let heap = this.blocked.get(each.team)
      if (heap === undefined) {
        heap = new Heap(this.before)
        this.blocked.set(each.team, heap)
      }
      heap.push(each.place)
    }
  }

  private offer(place: Place): void {
    if (this.takesTime(place.plan)) this.open.push(place)
    else this.atOnce[this.asksWhen[place.plan] === 1 ? 1 : 0]!.push(place)
  }

  /** The first place of a heap, after those that do not stand any more were taken out. */
  private standing(heap: Heap<Place>): Place | undefined {
    for (let place = heap.peek(); place !== undefined; place = heap.peek()) {
      if (place.token === this.token[place.plan]) return place
      heap.pop()
    }
    return undefined
  }

  private takesTime(plan: number): boolean {
    return this.plans.work[plan]!.takesMs > 0
  }
}
