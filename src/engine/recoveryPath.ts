import { crewLackAt } from './crewLack.js'
import type { Interval, Run } from './history.js'
import { changesOf, initialLevel, lastChangeAt, placeOf } from './levels.js'
import { predecessorOf } from './predecessor.js'
import { type Why, why } from './why.js'

/**
 * One part of what the time of an outage was spent on.
 * - `cut`: until an event let it return, or as long as nothing but an event could. `event`: the delay of such an event.
 * - `repair`, `recovery`: that work ran. `crew`: it waited for `team`. `pause`: it stood still for want of its needs.
 * - `hold`: a hold-up, or nothing that the run knows of. `open`: what it waits for has not come at the horizon.
 */
export interface Step {
  readonly fromMs: number
  readonly toMs: number
  /** The component whose event, work or wait it is. */
  readonly component: number
  readonly kind: 'cut' | 'event' | 'repair' | 'recovery' | 'crew' | 'pause' | 'hold' | 'open'
  /** Index into `ways`; 0 where no work is meant. */
  readonly way: number
  readonly event: number | null
  readonly team: number | null
  /** Units that the batch brought, or for `crew` the units that were needed. */
  readonly units: number
  /** Index into `Run.works`. */
  readonly work: number | null
}

/**
 * What the time of an outage was spent on: from its end back along what was waited for last, then forward. The steps
 * follow each other without a gap from `interval.fromMs` to `interval.toMs`.
 */
export function recoveryPath(run: Run, component: number, interval: Interval): Step[] {
  const walk = new Walk(run, component, interval)
  const end = interval.open ? -1 : endOf(run, component, interval.toMs)
  if (interval.open) walk.follow(walk.awaited(interval.toMs, 'open'))
  else if (end >= 0) walk.follow({ change: end })
  walk.rest()
  return walk.steps.reverse()
}

/** The change that ended an outage: the first rise of the component in that instant, else the last change of the instant. */
function endOf(run: Run, component: number, timeMs: number): number {
  let before = lastChangeAt(run, component, timeMs - 1)
  for (const at of changesOf(run, component)) {
    const change = run.changes[at]!
    if (change.timeMs > timeMs) break
    if (change.timeMs === timeMs && change.level > (before < 0 ? 0 : run.changes[before]!.level)) return at
    before = at
  }
  let last = run.changes.length - 1
  while (last >= 0 && run.changes[last]!.timeMs > timeMs) last--
  return last >= 0 && run.changes[last]!.timeMs === timeMs ? last : -1
}

type StepDetails = Partial<Omit<Step, 'fromMs' | 'toMs' | 'component' | 'kind'>>

/** What is followed next: what made a change, or what a work waited for. */
type Thread = { readonly change: number } | { readonly work: number } | null

/** Goes back in time from the end of an outage, and lays a step wherever time passes. */
class Walk {
  readonly steps: Step[] = []
  private readonly run: Run
  private readonly component: number
  private readonly fromMs: number
  private cursorMs: number

  constructor(run: Run, component: number, { fromMs, toMs }: Interval) {
    this.run = run
    this.component = component
    this.fromMs = fromMs
    this.cursorMs = toMs
  }

  /** Follows a thread as far back as the outage goes. It ends, because a cause is recorded before what it causes. */
  follow(start: Thread): void {
    let thread = start
    while (thread !== null && this.cursorMs > this.fromMs) {
      thread = 'change' in thread ? this.change(thread.change) : this.work(thread.work)
    }
  }

  /** What the component was waiting for at a time within the outage, up to the cursor. */
  awaited(timeMs: number, kind: 'open' | 'cut'): Thread {
    const leaf = lastLeaf(why(this.run, this.component, timeMs))
    if (leaf.work !== null) return { work: leaf.work }
    if (leaf.reason === 'up') return null
    this.step(leaf.sinceMs, leaf.component, kind, { event: leaf.event })
    const fall = lastChangeAt(this.run, leaf.component, leaf.sinceMs)
    return fall < 0 ? null : { change: fall }
  }

  /** What nothing is known of. */
  rest(): void {
    this.step(this.fromMs, this.component, 'hold')
  }

  private change(index: number): Thread {
    const { cause, component, timeMs } = this.run.changes[index]!
    this.step(timeMs, component, 'hold')
    if (this.cursorMs <= this.fromMs) return null
    // Before something fell, the component was down for want of something else.
    if (isFall(this.run, index)) return this.awaited(this.cursorMs - 1, 'cut')
    switch (cause.kind) {
      case 'event':
        return this.event(cause.event, component)
      case 'work':
        return { work: cause.work }
      case 'return':
        return this.behind(cause.changes, cause.event, cause.work, component)
      default:
        return null
    }
  }

  /** An event that follows another was waited for as long as its delay, and the first of them until it came. */
  private event(index: number, component: number): null {
    const { events } = this.run.scenario
    let event = index
    for (let after = events[event]!.after; after >= 0; after = events[event]!.after) {
      this.step(this.run.events[after]!.timeMs, component, 'event', { event })
      event = after
    }
    this.step(this.fromMs, component, 'cut', { event })
    return null
  }

  private work(index: number): Thread {
    const work = this.run.works[index]!
    for (const span of [...work.spans].reverse()) {
      const way = { way: work.way, work: index }
      if (span.state === 'running') {
        this.step(span.fromMs, work.component, work.kind, { ...way, units: work.units })
      } else if (span.lacks === 'crew') {
        const lack = crewLackAt(this.run, work, span.fromMs)
        this.step(span.fromMs, work.component, 'crew', {
          ...way,
          team: lack?.team ?? null,
          units: lack?.needed ?? 0,
        })
      } else this.step(span.fromMs, work.component, 'pause', way)
    }
    const predecessor = predecessorOf(this.run, index)
    if (predecessor !== null) return { work: predecessor }
    return this.behind(work.begunBy, work.begunByEvent, work.begunByWork, work.component)
  }

  /** Of what let something begin, the one that is followed. */
  private behind(
    changes: readonly number[],
    event: number | null,
    work: number | null,
    component: number,
  ): Thread {
    if (work !== null) return { work }
    if (changes.length > 0 || event === null) return latest(changes)
    this.step(this.run.events[event]!.timeMs, component, 'hold')
    if (this.cursorMs <= this.fromMs) return null
    return harms(this.run, event, component)
      ? this.awaited(this.cursorMs - 1, 'cut')
      : this.event(event, component)
  }

  private step(fromMs: number, component: number, kind: Step['kind'], details: StepDetails = {}): void {
    const from = Math.max(fromMs, this.fromMs)
    if (from >= this.cursorMs) return
    const blank = { way: 0, event: null, team: null, units: 0, work: null }
    this.steps.push({ fromMs: from, toMs: this.cursorMs, component, kind, ...blank, ...details })
    this.cursorMs = from
  }
}

/** Whether a change took units down. */
function isFall(run: Run, index: number): boolean {
  const { component, level } = run.changes[index]!
  const list = changesOf(run, component)
  const before = list[placeOf(list, index) - 1]
  return level < (before === undefined ? initialLevel(run.system, component) : run.changes[before]!.level)
}

/** Whether an event destroyed a component, or failed units of it. */
function harms(run: Run, event: number, component: number): boolean {
  const { fail, destroy } = run.scenario.events[event]!
  if (fail.some(each => each.component === component)) return true
  for (let house = component; house >= 0; house = run.system.components[house]!.within) {
    if (destroy.includes(house)) return true
  }
  return false
}

function latest(changes: readonly number[]): Thread {
  const change = changes.at(-1)
  return change === undefined ? null : { change }
}

/** Of what an answer leads down to, what came last; it is what is still waited for. */
function lastLeaf(answer: Why): Why {
  let last: Why | null = null
  const open = [answer]
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each.because.length > 0) open.push(...[...each.because].reverse())
    else if (!each.again && (last === null || each.sinceMs > last.sinceMs)) last = each
  }
  return last ?? answer
}
