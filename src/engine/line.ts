import { Heap } from './heap.js'
import type { Layout } from './layout.js'
import type { Plans } from './plans.js'

/** A place in line: what a plan asks for, and since when. `token` tells whether it still stands. */
export interface Place {
  readonly plan: number
  readonly sinceMs: number
  readonly token: number
  /** The shelf from which it was taken to be tried again, or `null`. */
  shelf: Shelf | null
}

/** Those who wait for a team and need the same number of its units. */
interface Shelf {
  readonly team: number
  readonly units: number
  readonly heap: Heap<Place>
  /** Whether the first of them stands in `open`, so that the next need not. */
  offered: boolean
}

/** What a plan asks for: nothing, new work, or to resume a paused one (its index in `RunState.works`). */
export const asksNothing = -1
export const asksNew = -2

/**
 * Who waits, in the order of rule 6: priority, then since when, then id. A plan has one place at most. Places that
 * were not tried yet stand in `open` (work that takes time) or in `atOnce` (what takes no time: first what asks no
 * `when`, then what does). One that lacks crew stands with the first team that it lacks, on the shelf of those that need as
 * many units of it, and is not looked at again before that team has got so many to give.
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
  /** Per team who waits for it; and the teams that may have units for one of them. */
  private readonly shelves = new Map<number, Shelf[]>()
  private readonly blockedAtOnce = new Map<number, Place[]>()
  private readonly awake = new Set<number>()
  private readonly before: (a: Place, b: Place) => boolean
  private readonly plans: Plans

  constructor({ plans, priority, idRank }: Layout) {
    this.asks = new Int32Array(plans.count).fill(asksNothing)
    this.sinceMs = new Float64Array(plans.count)
    this.waiting = new Int32Array(plans.count).fill(-1)
    this.token = new Int32Array(plans.count)
    this.asksWhen = new Uint8Array(plans.count)
    this.plans = plans
    this.before = (a, b) => {
      const one = plans.component[a.plan]!
      const other = plans.component[b.plan]!
      if (priority[one] !== priority[other]) return priority[one]! < priority[other]!
      if (a.sinceMs !== b.sinceMs) return a.sinceMs < b.sinceMs
      if (one !== other) return idRank[one]! < idRank[other]!
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
    this.offer({ plan, sinceMs: this.sinceMs[plan]!, token: this.token[plan]!, shelf: null })
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
    for (;;) {
      for (const team of this.awake) this.offerAgain(team, free(team))
      this.awake.clear()
      const place = this.open.pop()
      if (place === undefined) return undefined
      if (place.shelf !== null) {
        place.shelf.offered = false
        this.awake.add(place.shelf.team)
        place.shelf = null
      }
      if (place.token === this.token[place.plan]) return place
    }
  }

  /** Of those who wait for a team that has units to give, the first of each shelf stands in line with the others. */
  private offerAgain(team: number, units: number): void {
    for (const shelf of this.shelves.get(team) ?? []) {
      if (shelf.units > units || shelf.offered) continue
      const place = this.standing(shelf.heap)
      if (place === undefined) continue
      shelf.heap.pop()
      place.shelf = shelf
      shelf.offered = true
      this.open.push(place)
    }
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
    if (this.takesTime(place.plan)) this.shelfOf(place, team).heap.push(place)
    else if (!this.blockedAtOnce.has(team)) this.blockedAtOnce.set(team, [place])
    else this.blockedAtOnce.get(team)!.push(place)
  }

  /** A team has got units to give: those who wait for it are tried again. */
  wake(team: number): void {
    if (this.shelves.has(team)) this.awake.add(team)
    const places = this.blockedAtOnce.get(team)
    if (places === undefined) return
    this.blockedAtOnce.delete(team)
    for (const place of places) if (place.token === this.token[place.plan]) this.offer(place)
  }

  /** Where those wait that need as many units of a team as a place does. */
  private shelfOf({ plan }: Place, team: number): Shelf {
    const { units } = this.plans.work[plan]!.crew.find(each => each.team === team)!
    let shelves = this.shelves.get(team)
    if (shelves === undefined) {
      shelves = []
      this.shelves.set(team, shelves)
    }
    let shelf = shelves.find(each => each.units === units)
    if (shelf === undefined) {
      shelf = { team, units, heap: new Heap(this.before), offered: false }
      shelves.push(shelf)
    }
    return shelf
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
    return this.plans.takesMs[plan]! > 0
  }
}
