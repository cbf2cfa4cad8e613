import { planOf, usersOf } from './crewLack.js'
import { eachComponent } from './expression.js'
import type { Cause, Run, Span } from './history.js'
import { changesOf } from './levels.js'
import { predecessorOf } from './predecessor.js'

/** Everything that a change follows from: indexes of changes, events and works, and the components that held up. Sorted. */
export interface CauseChain {
  readonly changes: readonly number[]
  readonly events: readonly number[]
  readonly works: readonly number[]
  readonly holdups: readonly number[]
}

/**
 * Follows a change back through its causes, and through theirs, to the start and to events; an event that comes after
 * another brings that one along. Of a work it follows what let it begin, what made it pause and what ended its waits.
 * The change itself is not in `changes`.
 */
export function causeChain(run: Run, change: number): CauseChain {
  const search = new Search(run, change)
  search.causeOf(change)
  search.exhaust()
  return {
    changes: sorted(search.changes),
    events: sorted(search.events),
    works: sorted(search.works),
    holdups: sorted(search.holdups),
  }
}

/** A search through the history; what was found and not followed yet lies on a stack. */
class Search {
  readonly changes = new Set<number>()
  readonly events = new Set<number>()
  readonly works = new Set<number>()
  readonly holdups = new Set<number>()
  private readonly openChanges: number[] = []
  private readonly openWorks: number[] = []
  private readonly run: Run
  private readonly before: number

  constructor(run: Run, before: number) {
    this.run = run
    this.before = before
  }

  exhaust(): void {
    for (;;) {
      const change = this.openChanges.pop()
      const work = change === undefined ? this.openWorks.pop() : undefined
      if (change !== undefined) this.causeOf(change)
      else if (work !== undefined) this.reasonsOf(work)
      else return
    }
  }

  causeOf(change: number): void {
    const { cause, component } = this.run.changes[change]!
    for (const each of changesBehind(cause)) this.addChange(each)
    if (cause.kind === 'event') this.addEvent(cause.event)
    if (cause.kind === 'work') this.addWork(cause.work)
    if (cause.kind === 'holdup') this.holdups.add(component)
    if (cause.kind !== 'return') return
    this.addEvent(cause.event)
    this.addWork(cause.work)
  }

  private reasonsOf(index: number): void {
    const work = this.run.works[index]!
    for (const each of work.begunBy) this.addChange(each)
    this.addEvent(work.begunByEvent)
    this.addWork(work.begunByWork)
    this.addWork(predecessorOf(this.run, index))
    for (const span of work.spans) if (span.state !== 'running') this.edgesOf(index, span)
  }

  /** What ended a wait: changes of what was lacked, and works that gave their crew back. For a pause, what began it too. */
  private edgesOf(index: number, span: Span): void {
    for (const component of lackedIn(this.run, index, span)) {
      for (const change of changesOf(this.run, component)) {
        const { timeMs } = this.run.changes[change]!
        if (timeMs === span.toMs || (span.state === 'paused' && timeMs === span.fromMs))
          this.addChange(change)
      }
    }
    if (span.lacks !== 'crew') return
    for (const { team } of planOf(this.run, this.run.works[index]!).crew) {
      for (const user of usersOf(this.run, team)) {
        const { spans } = this.run.works[user]!
        if (spans.some(each => each.state === 'running' && each.toMs === span.toMs)) this.addWork(user)
      }
    }
  }

  /** The edges of a wait are found by their time; what came later within that instant is no cause. */
  private addChange(change: number): void {
    if (change >= this.before || this.changes.has(change)) return
    this.changes.add(change)
    this.openChanges.push(change)
  }

  private addWork(work: number | null): void {
    if (work === null || this.works.has(work)) return
    this.works.add(work)
    this.openWorks.push(work)
  }

  private addEvent(event: number | null): void {
    for (let each = event ?? -1; each >= 0; each = this.run.scenario.events[each]!.after)
      this.events.add(each)
  }
}

function changesBehind(cause: Cause): readonly number[] {
  return cause.kind === 'loss' || cause.kind === 'holdup' || cause.kind === 'return' ? cause.changes : []
}

/** The components that a work lacked: its teams, or what its needs read and what houses a repair. */
function lackedIn(run: Run, index: number, span: Span): number[] {
  const work = run.works[index]!
  const plan = planOf(run, work)
  if (span.lacks === 'crew') return plan.crew.map(({ team }) => team)
  const lacked: number[] = []
  if (plan.needs !== null) eachComponent(plan.needs, component => lacked.push(component))
  const { within } = run.system.components[work.component]!
  if (work.kind === 'repair' && within >= 0) lacked.push(within)
  return lacked
}

function sorted(found: ReadonlySet<number>): number[] {
  return [...found].sort((a, b) => a - b)
}
