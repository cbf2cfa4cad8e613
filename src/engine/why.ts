import { type CrewLack, crewLackAt, planOf } from './crewLack.js'
import { holds } from './expression.js'
import { type Harm, harmAt, worksOf } from './harm.js'
import type { Run, Span } from './history.js'
import { lastChangeAt, levelsAt } from './levels.js'
import { smallestUnmet } from './unmet.js'

/**
 * Why a component stands as it does at a time.
 * - `up`: all its units are up; `because` then names what it lacks to be so in full. `event`: units failed and wait for a repair. `initial`: it has stood so since the start.
 * - `cut`, `broken`: by `event` (`null`: since the start). `unhoused`, `needs`, `holdup-spent`: by what `because` names.
 * - `waiting-by-hand`: `recovery: none`, its support is there. `recovering`: by `work`, or as soon as `because` lets it.
 * - `waits-for-when`: none of its ways may begin yet.
 */
export type WhyReason =
  | 'up'
  | 'event'
  | 'initial'
  | 'unhoused'
  | 'needs'
  | 'holdup-spent'
  | 'waiting-by-hand'
  | 'broken'
  | 'cut'
  | 'recovering'
  | 'waits-for-when'

/** One component in the answer to "why is it so?", and what it waits for, followed down to events. */
export interface Why {
  readonly component: number
  readonly level: number
  /** The time that was asked about. */
  readonly timeMs: number
  /** Since when the level is as it is. */
  readonly sinceMs: number
  readonly reason: WhyReason
  /** The event that acted on it, where one did. */
  readonly event: number | null
  /** Index into `Run.works` of the recovery or repair under way, waiting or paused. */
  readonly work: number | null
  readonly crew: CrewLack | null
  /** The smallest set of unmet needs. Left out where the answer has followed it down already (`again`). */
  readonly because: readonly Why[]
  readonly again: boolean
}

/** Why a component stands as it does at a time, all changes of that instant included. */
export function why(run: Run, component: number, timeMs: number): Why {
  return explain({ run, timeMs, levels: levelsAt(run, timeMs), found: new Map() }, component)
}

interface Question {
  readonly run: Run
  readonly timeMs: number
  readonly levels: Int32Array
  /** What was found already, so that each component is followed down once, however many paths lead to it. */
  readonly found: Map<number, Finding>
}

type Finding = Partial<Pick<Why, 'event' | 'work' | 'crew'>> & {
  readonly reason: WhyReason
  readonly lacks?: readonly number[]
}

function explain(question: Question, component: number): Why {
  const { run, timeMs, levels, found } = question
  const before = found.get(component)
  const finding = before ?? find(question, component)
  const { reason, event = null, work = null, crew = null, lacks = [] } = finding
  found.set(component, finding)
  const again = before !== undefined && lacks.length > 0
  const because = again ? [] : lacks.map(each => explain(question, each))
  const change = lastChangeAt(run, component, timeMs)
  const sinceMs = change < 0 ? 0 : run.changes[change]!.timeMs
  return { component, level: levels[component]!, timeMs, sinceMs, reason, event, work, crew, because, again }
}

function find(question: Question, component: number): Finding {
  const { run, timeMs, levels } = question
  const part = run.system.components[component]!
  if (levels[component] === part.count) {
    return { reason: 'up', lacks: part.full === null ? [] : smallestUnmet(run.system, part.full, levels) }
  }
  if (part.initial === 'absent') return { reason: 'initial' }
  const harm = harmAt(run, component, timeMs)
  if (harm.brokenBy !== null) return findBroken(question, component, harm.brokenBy)
  if (harm.cutBy !== null)
    return { reason: harm.cutBy < 0 ? 'initial' : 'cut', event: harm.cutBy < 0 ? null : harm.cutBy }
  if (part.within >= 0 && levels[part.within] === 0) return { reason: 'unhoused', lacks: [part.within] }
  if (part.needs !== null && !holds(part.needs, levels)) {
    const cause = lastCause(run, component, timeMs)
    const lacks = smallestUnmet(run.system, part.needs, levels)
    return { reason: cause?.kind === 'holdup' ? 'holdup-spent' : 'needs', lacks }
  }
  if (levels[component] === 0 && harm.tripped) {
    return { reason: 'waiting-by-hand', event: eventBehind(run, component, timeMs) }
  }
  if (levels[component]! >= part.count - harm.failedUnits) return { reason: 'event', event: harm.failedBy }
  return findRecovery(question, component, harm)
}

function findBroken(question: Question, component: number, event: number): Finding {
  const { run, levels } = question
  const { within, repair } = run.system.components[component]!
  const finding: Finding = { reason: 'broken', event }
  if (repair === null) return finding
  const work = openWorkAt(question, component, 'repair')
  const under = work === null ? finding : { ...finding, ...describe(question, work) }
  if (within >= 0 && levels[within] === 0) return { ...under, lacks: [within] }
  if (repair.needs !== null) return { ...under, lacks: smallestUnmet(run.system, repair.needs, levels) }
  return under
}

function findRecovery(question: Question, component: number, harm: Harm): Finding {
  const { run, timeMs, levels } = question
  const event = eventBehind(run, component, timeMs) ?? harm.failedBy
  const work = openWorkAt(question, component, 'recovery')
  if (work !== null) {
    const { needs } = planOf(run, run.works[work]!)
    const lacks = needs === null ? [] : smallestUnmet(run.system, needs, levels)
    return { reason: 'recovering', event, ...describe(question, work), lacks }
  }
  const ways = run.system.components[component]!.ways.filter(
    way => levels[component]! > 0 || way.when === null || holds(way.when, levels),
  )
  if (ways.length === 0) return { reason: 'waits-for-when', event }
  const sets = ways.map(way => (way.needs === null ? [] : smallestUnmet(run.system, way.needs, levels)))
  const lacks = sets.reduce((least, set) => (set.length < least.length ? set : least))
  return { reason: 'recovering', event, lacks }
}

/** The work that counts at a time: one that runs, else one that waits or is paused; of several the preferred way's. */
function openWorkAt(question: Question, component: number, kind: 'recovery' | 'repair'): number | null {
  let best: number | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const index of worksOf(question.run, component)) {
    const work = question.run.works[index]!
    const span = work.kind === kind ? spanAt(question, index) : undefined
    if (span === undefined) continue
    const rank = (span.state === 'running' ? 0 : 1) * question.run.system.components.length + work.way
    if (rank < bestRank) {
      bestRank = rank
      best = index
    }
  }
  return best
}

function spanAt({ run, timeMs }: Question, work: number): Span | undefined {
  const { spans, end } = run.works[work]!
  return spans.find(
    (span, at) =>
      span.fromMs <= timeMs &&
      (timeMs < span.toMs || (end === 'horizon' && at === spans.length - 1 && timeMs === span.toMs)),
  )
}

function describe(question: Question, work: number): Pick<Finding, 'work' | 'crew'> {
  const span = spanAt(question, work)!
  if (span.lacks !== 'crew') return { work }
  return { work, crew: crewLackAt(question.run, question.run.works[work]!, question.timeMs) }
}

function lastCause(run: Run, component: number, timeMs: number) {
  const change = lastChangeAt(run, component, timeMs)
  return change < 0 ? undefined : run.changes[change]!.cause
}

function eventBehind(run: Run, component: number, timeMs: number): number | null {
  const cause = lastCause(run, component, timeMs)
  return cause?.kind === 'event' ? cause.event : null
}
