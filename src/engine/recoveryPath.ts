import { crewLackAt } from './crewLack.js'
import { worksOf } from './harm.js'
import type { Cause, Interval, Run, WorkRecord } from './history.js'
import { changesOf, lastChangeAt } from './levels.js'
import { type Why, why } from './why.js'

/**
 * One part of what the time of an outage was spent on.
 * - `cut`: until an event let it return, or took away what stood in the way. `event`: the delay of such an event.
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
  const walk = new Walk(run, interval.fromMs, interval.toMs)
  const end = interval.open ? -1 : endOf(run, component, interval.toMs)
  if (interval.open) walk.open(component)
  else if (end >= 0) walk.change(end)
  walk.rest(component)
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

/** Goes back in time from `cursorMs`, and lays a step wherever time passes. */
class Walk {
  readonly steps: Step[] = []
  private readonly run: Run
  private readonly fromMs: number
  private cursorMs: number
  private readonly seen = new Set<number>()

  constructor(run: Run, fromMs: number, toMs: number) {
    this.run = run
    this.fromMs = fromMs
    this.cursorMs = toMs
  }

  /** Follows what made a change, as far back as the outage goes. */
  change(index: number): void {
    if (this.done() || this.seen.has(index)) return
    this.seen.add(index)
    const { cause, component, timeMs } = this.run.changes[index]!
    this.step(timeMs, component, 'hold')
    this.cause(cause, component)
  }

  /** Lays the steps of an outage that has no end within the run. */
  open(component: number): void {
    const { works, scenario } = this.run
    const open = worksOf(this.run, component).filter(index => works[index]!.end === 'horizon')
    const work = open.sort((a, b) => works[a]!.way - works[b]!.way || a - b)[0]
    if (work !== undefined) {
      this.work(work)
      return
    }
    const leaf = lastLeaf(why(this.run, component, scenario.horizonMs))
    if (leaf.work !== null && leaf.component !== component) {
      this.work(leaf.work)
      return
    }
    this.step(leaf.sinceMs, leaf.component, 'open', { event: leaf.event })
    const began = lastChangeAt(this.run, leaf.component, leaf.sinceMs)
    if (began >= 0) this.change(began)
  }

  /** What nothing is known of. */
  rest(component: number): void {
    this.step(this.fromMs, component, 'hold')
  }

  private cause(cause: Cause, component: number): void {
    switch (cause.kind) {
      case 'start':
        return
      case 'event':
        this.event(cause.event, component)
        return
      case 'loss':
        this.latest(cause.changes)
        return
      case 'holdup':
        this.step(cause.sinceMs, component, 'hold')
        this.latest(cause.changes)
        return
      case 'work':
        this.work(cause.work)
        return
      case 'return':
        if (cause.work !== null) this.work(cause.work)
        else if (cause.changes.length > 0) this.latest(cause.changes)
        else if (cause.event !== null) this.event(cause.event, component)
    }
  }

  /** An event that follows another was waited for as long as its delay, and the first of them until it came. */
  private event(index: number, component: number): void {
    const { after } = this.run.scenario.events[index]!
    const asked = after < 0 ? null : this.run.events[after]
    if (asked == null) {
      this.step(this.fromMs, component, 'cut', { event: index })
      return
    }
    this.step(asked.timeMs, component, 'event', { event: index })
    this.event(after, component)
  }

  private work(index: number): void {
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
    this.begin(work)
  }

  private begin(work: WorkRecord): void {
    if (work.begunByWork !== null) this.work(work.begunByWork)
    else if (work.begunBy.length > 0) this.latest(work.begunBy)
    else if (work.begunByEvent !== null) {
      const asked = this.run.events[work.begunByEvent]
      if (asked != null) this.step(asked.timeMs, work.component, 'hold')
      this.event(work.begunByEvent, work.component)
    }
  }

  private latest(changes: readonly number[]): void {
    const last = changes.at(-1)
    if (last !== undefined) this.change(last)
  }

  private step(fromMs: number, component: number, kind: Step['kind'], details: StepDetails = {}): void {
    const from = Math.max(fromMs, this.fromMs)
    if (from >= this.cursorMs) return
    const blank = { way: 0, event: null, team: null, units: 0, work: null }
    this.steps.push({ fromMs: from, toMs: this.cursorMs, component, kind, ...blank, ...details })
    this.cursorMs = from
  }

  private done(): boolean {
    return this.cursorMs <= this.fromMs
  }
}

/** Of what an answer leads down to, what came last; it is what is still waited for. */
function lastLeaf(answer: Why): Why {
  const leaves = answer.because.filter(each => !each.again).map(lastLeaf)
  return leaves.reduce((last, leaf) => (leaf.sinceMs > last.sinceMs ? leaf : last), leaves[0] ?? answer)
}
