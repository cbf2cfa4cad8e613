import type { Cause, Change, Interval, Run } from '../engine/history.js'
import { downIntervals, impairedIntervals, initialLevel } from '../engine/levels.js'
import { factsOf, instantOf } from './record.js'
import type { CaseSession, Variant } from './session.js'
import type { Standing } from './states.js'

/** What made a change, by ids of the case. */
export interface Because {
  readonly kind: Cause['kind']
  /** The event that acted on the component itself. */
  readonly event: string | null
  /** Components whose changes brought it about. */
  readonly components: readonly string[]
  /** Place of the way of recovery whose batch ended, or that takes no time; null for a repair and for losses. */
  readonly way: number | null
}

/** One component that stands otherwise than at the moment before. */
export interface MomentChange {
  readonly component: string
  readonly level: number
  readonly before: number
  readonly standing: Standing
  readonly standingBefore: Standing
  /** When it came to its present level, and how. Null where only what its `full` needs has changed. */
  readonly atMs: number | null
  readonly because: Because | null
}

/** One step of a replay: something happened, was observed, or a service changed. */
export interface Moment {
  readonly timeMs: number
  /** Ids of the events that happened now, in order. */
  readonly events: readonly string[]
  /** Ids of the facts observed now: those that expect something of the model. */
  readonly facts: readonly string[]
  /** Everything that has changed since the moment before, in the order of the document. */
  readonly changes: readonly MomentChange[]
}

/**
 * The moments of a run, in order of time: its events, the facts with `changes` or `shows`, and the transitions of services
 * (down, impaired, up). What falls into one instant is one moment. Facts outside of the run are left out.
 */
export function moments(session: CaseSession, run: Run): readonly Moment[] {
  const variant = session.variantOf(run) ?? session.with([])
  const { horizonMs } = run.scenario
  const found = new Map<number, { events: string[]; facts: string[] }>()
  const at = (timeMs: number) => {
    const known = found.get(timeMs) ?? { events: [], facts: [] }
    found.set(timeMs, known)
    return known
  }
  run.events.forEach((outcome, index) => {
    if (outcome?.happened) at(outcome.timeMs).events.push(variant.scenario.eventIds[index] ?? '')
  })
  for (const fact of factsOf(session.with([], variant.scenario.id).compiled)) {
    if (fact.scenario !== variant.scenario.id || fact.expectations.length === 0) continue
    const timeMs = instantOf(fact)
    if (timeMs >= 0 && timeMs <= horizonMs) at(timeMs).facts.push(fact.id)
  }
  for (const id of session.services) {
    const index = variant.compiled.indexOf.get(id)
    if (index !== undefined) for (const timeMs of turningPoints(run, index)) at(timeMs)
  }
  const times = [...found.keys()].sort((a, b) => a - b)
  const history = openHistory(variant, run)
  return times.map(timeMs => ({ timeMs, ...at(timeMs), changes: history.advance(timeMs) }))
}

/** Times at which a component goes down, becomes impaired, or is fully up again. */
function turningPoints(run: Run, component: number): readonly number[] {
  const { horizonMs } = run.scenario
  const times = new Set<number>()
  for (const { fromMs, toMs, open } of [
    ...downIntervals(run, component),
    ...impairedIntervals(run, component),
  ]) {
    times.add(fromMs)
    if (!open && toMs <= horizonMs) times.add(toMs)
  }
  return [...times]
}

/** Walks through a run once, from moment to moment. */
function openHistory(variant: Variant, run: Run) {
  const { ids } = variant.compiled
  const indexes = [...run.system.components.keys()]
  const away = indexes.map(index => ({
    down: downIntervals(run, index),
    impaired: impairedIntervals(run, index),
  }))
  const standingOf = (index: number, timeMs: number): Standing => {
    const covers = (interval: Interval) =>
      interval.fromMs <= timeMs && (timeMs < interval.toMs || interval.open)
    if (away[index]?.down.some(covers)) return 'down'
    return away[index]?.impaired.some(covers) ? 'impaired' : 'up'
  }
  const levels = indexes.map(index => initialLevel(run.system, index))
  const standings = indexes.map((index): Standing => (levels[index] === 0 ? 'down' : 'up'))
  let next = 0
  const advance = (timeMs: number): readonly MomentChange[] => {
    const before = [...levels]
    const latest = new Map<number, Change>()
    for (let change = run.changes[next]; change !== undefined && change.timeMs <= timeMs; ) {
      levels[change.component] = change.level
      latest.set(change.component, change)
      change = run.changes[++next]
    }
    const changes: MomentChange[] = []
    for (const index of indexes) {
      const standing = standingOf(index, timeMs)
      const standingBefore = standings[index] ?? 'up'
      standings[index] = standing
      if (levels[index] === before[index] && standing === standingBefore) continue
      const change = latest.get(index)
      changes.push({
        component: ids[index] ?? '',
        level: levels[index] ?? 0,
        before: before[index] ?? 0,
        standing,
        standingBefore,
        atMs: change?.timeMs ?? null,
        because: change === undefined ? null : becauseOf(change.cause, variant, run),
      })
    }
    return changes
  }
  return { advance }
}

function becauseOf(cause: Cause, variant: Variant, run: Run): Because {
  const eventId = (index: number | null) =>
    index === null ? null : (variant.scenario.eventIds[index] ?? null)
  const components = (changes: readonly number[]) =>
    distinct(changes.map(index => variant.compiled.ids[run.changes[index]?.component ?? -1] ?? ''))
  const wayOf = (work: number | null) => {
    const record = work === null ? undefined : run.works[work]
    return record?.kind === 'recovery' ? record.way : null
  }
  const { kind } = cause
  switch (cause.kind) {
    case 'start':
      return { kind, event: null, components: [], way: null }
    case 'event':
      return { kind, event: eventId(cause.event), components: [], way: null }
    case 'loss':
    case 'holdup':
      return { kind, event: null, components: components(cause.changes), way: null }
    case 'work': {
      const record = run.works[cause.work]
      const begunBy = components(record?.begunBy ?? [])
      return {
        kind,
        event: eventId(record?.begunByEvent ?? null),
        components: begunBy,
        way: wayOf(cause.work),
      }
    }
    case 'return':
      return {
        kind,
        event: eventId(cause.event),
        components: components(cause.changes),
        way: wayOf(cause.work),
      }
  }
}

const distinct = (ids: readonly string[]) => [...new Set(ids)]
