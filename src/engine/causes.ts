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
 * another brings that one along. Of a work it follows what let it begin and what ended each of its waits. The change
 * itself is the first of `changes`' followers and not in it.
 */
export function causeChain(run: Run, change: number): CauseChain {
  const found = {
    changes: new Set<number>(),
    events: new Set<number>(),
    works: new Set<number>(),
    holdups: new Set<number>(),
  }
  const open: (() => void)[] = []
  const addChange = (index: number) => {
    if (found.changes.has(index)) return
    found.changes.add(index)
    open.push(() => followCause(run.changes[index]!.cause, run.changes[index]!.component))
  }
  const addEvent = (index: number) => {
    for (let event = index; event >= 0; event = run.scenario.events[event]!.after) found.events.add(event)
  }
  const addWork = (index: number) => {
    if (found.works.has(index)) return
    found.works.add(index)
    open.push(() => followWork(index))
  }
  const followCause = (cause: Cause, component: number) => {
    if (cause.kind === 'event') addEvent(cause.event)
    else if (cause.kind === 'work') addWork(cause.work)
    else if (cause.kind !== 'start') cause.changes.forEach(addChange)
    if (cause.kind === 'holdup') found.holdups.add(component)
    if (cause.kind === 'return' && cause.event !== null) addEvent(cause.event)
    if (cause.kind === 'return' && cause.work !== null) addWork(cause.work)
  }
  const followWork = (index: number) => {
    const work = run.works[index]!
    work.begunBy.forEach(addChange)
    if (work.begunByEvent !== null) addEvent(work.begunByEvent)
    if (work.begunByWork !== null) addWork(work.begunByWork)
    const predecessor = predecessorOf(run, index)
    if (predecessor !== null) addWork(predecessor)
    for (const span of work.spans) {
      const ended = span.state === 'running' ? [] : endedBy(run, index, span)
      for (const each of ended) each.kind === 'work' ? addWork(each.index) : addChange(each.index)
    }
  }
  const { cause, component } = run.changes[change]!
  followCause(cause, component)
  for (let next = open.pop(); next !== undefined; next = open.pop()) next()
  found.changes.delete(change)
  const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b)
  return {
    changes: sorted(found.changes),
    events: sorted(found.events),
    works: sorted(found.works),
    holdups: sorted(found.holdups),
  }
}

type Ending = { readonly kind: 'work' | 'change'; readonly index: number }

/** What ended a wait: works that gave their crew back in that instant, and changes of the teams or the needs. */
function endedBy(run: Run, index: number, span: Span): Ending[] {
  const work = run.works[index]!
  const plan = planOf(run, work)
  const endings: Ending[] = []
  const read: number[] = []
  if (span.lacks === 'crew') {
    for (const { team } of plan.crew) {
      read.push(team)
      for (const user of usersOf(run, team)) {
        const gave = run.works[user]!.spans.some(each => each.state === 'running' && each.toMs === span.toMs)
        if (user !== index && gave) endings.push({ kind: 'work', index: user })
      }
    }
  } else {
    if (plan.needs !== null) eachComponent(plan.needs, component => read.push(component))
    const { within } = run.system.components[work.component]!
    if (work.kind === 'repair' && within >= 0) read.push(within)
  }
  for (const component of read) {
    for (const change of changesOf(run, component)) {
      if (run.changes[change]!.timeMs === span.toMs) endings.push({ kind: 'change', index: change })
    }
  }
  return endings
}
