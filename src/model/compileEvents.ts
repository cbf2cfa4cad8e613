import type { Event, Failure } from '../engine/system.js'
import type { CaseEvent } from './case.js'
import type { Quantity } from './compiled.js'
import { resolveCondition } from './expression/resolve.js'
import { Ids } from './names.js'
import { parsePercent, unitsOf } from './percent.js'
import { type CasePath, error, warning } from './problem.js'
import type { SystemContext } from './systemContext.js'
import { parseInstant, type TimeFrame } from './time.js'

/** The events of one scenario, as the engine reads them. */
export interface CompiledEvents {
  readonly ids: readonly string[]
  readonly events: readonly Event[]
  readonly stated: readonly boolean[]
}

/** What the events of a scenario are read against. */
export interface EventsFrame extends TimeFrame {
  /** Path of the map of events. */
  readonly path: CasePath
  readonly horizonMs: number
}

/** Events in the order of the document. */
export function compileEvents(
  entries: Readonly<Record<string, CaseEvent>>,
  frame: EventsFrame,
  context: SystemContext,
): CompiledEvents {
  const ids = new Ids('events', entries)
  const events = ids.list.map((id, index) =>
    compileEvent(id, index, entries[id] as CaseEvent, ids, frame, context),
  )
  reportAfterCycles(events, ids, frame, context)
  return { ids: ids.list, events, stated: ids.list.map(id => entries[id]?.at !== undefined) }
}

function compileEvent(
  id: string,
  index: number,
  event: CaseEvent,
  ids: Ids,
  frame: EventsFrame,
  context: SystemContext,
): Event {
  const { names, problems } = context
  const path = [...frame.path, id]
  const at = (field: string) => [...path, field]
  const targets = (field: 'destroy' | 'cut' | 'release' | 'repair') =>
    targetsOf(event[field], at(field), context)
  if (event.chance !== undefined) checkPercent(event.chance, at('chance'), context)
  return {
    ...timeOf(id, index, event, ids, frame, context),
    when: resolveCondition(event.when, { path: at('when'), monotone: false }, names, problems),
    unless: resolveCondition(event.unless, { path: at('unless'), monotone: false }, names, problems),
    destroy: targets('destroy'),
    fail: failuresOf(event.fail, at('fail'), context),
    cut: targets('cut'),
    release: targets('release'),
    repair: targets('repair'),
  }
}

function timeOf(
  id: string,
  index: number,
  event: CaseEvent,
  ids: Ids,
  frame: EventsFrame,
  context: SystemContext,
): Pick<Event, 'timeMs' | 'after'> {
  const { problems, quantities } = context
  const path = [...frame.path, id]
  if (event.at !== undefined && event.after !== undefined) {
    problems.push(error('event-two-times', [...path, 'after'], { id }))
  }
  if (event.after !== undefined) {
    const after = ids.find(event.after, [...path, 'after'], problems) ?? -1
    if (event.delay === undefined) return { timeMs: 0, after }
    const role: Quantity['role'] = { kind: 'delay', event: index }
    const place = { path: [...path, 'delay'], basis: event.basis, fields: ['delay'] }
    return { timeMs: quantities.read(event.delay, place, role), after }
  }
  if (event.delay !== undefined) problems.push(error('delay-without-after', [...path, 'delay'], { id }))
  if (event.at === undefined) {
    problems.push(error('event-without-time', path, { id }, { atKey: true }))
    return { timeMs: 0, after: -1 }
  }
  const instant = parseInstant(event.at, frame)
  if ('code' in instant) {
    // An unknown zone is reported once, where it is written.
    if (instant.code !== 'unknown-timezone') {
      const details = instant.suggestion === undefined ? {} : { suggestion: instant.suggestion }
      problems.push(error(instant.code, [...path, 'at'], instant.values, details))
    }
    return { timeMs: 0, after: -1 }
  }
  const timeMs = instant.epochMs - frame.startEpochMs
  if (instant.ambiguous) {
    problems.push(warning('ambiguous-time', [...path, 'at'], { text: event.at, timezone: frame.timezone }))
  }
  if (timeMs < 0) problems.push(error('event-before-start', [...path, 'at'], { id, text: event.at }))
  else if (timeMs > frame.horizonMs) {
    problems.push(warning('event-after-horizon', [...path, 'at'], { id, text: event.at }))
  }
  return { timeMs: Math.max(0, timeMs), after: -1 }
}

function targetsOf(
  written: string | readonly string[] | undefined,
  path: CasePath,
  context: SystemContext,
): readonly number[] {
  if (written === undefined) return []
  const single = typeof written === 'string'
  const found: number[] = []
  for (const [place, id] of (single ? [written] : written).entries()) {
    const index = context.ids.find(id, single ? path : [...path, place], context.problems)
    if (index !== null) found.push(index)
  }
  return found
}

function failuresOf(written: CaseEvent['fail'], path: CasePath, context: SystemContext): readonly Failure[] {
  if (written === undefined) return []
  const { counts } = context.names
  if (typeof written === 'string' || Array.isArray(written)) {
    return targetsOf(written as string | readonly string[], path, context).map(component => ({
      component,
      units: counts[component] ?? 1,
    }))
  }
  const failures: Failure[] = []
  for (const [id, amount] of Object.entries(written)) {
    const place = [...path, id]
    const component = context.ids.find(id, place, context.problems, true)
    if (component === null) continue
    failures.push({ component, units: failedUnits(id, amount, counts[component] ?? 1, place, context) })
  }
  return failures
}

function failedUnits(
  id: string,
  amount: number | string,
  count: number,
  path: CasePath,
  { problems }: SystemContext,
): number {
  if (amount === 'all') return count
  if (typeof amount === 'string') {
    const percent = parsePercent(amount)
    if (!('code' in percent)) return unitsOf(percent.millionths, count)
    problems.push(error(percent.code === 'bad-percent' ? 'bad-units' : percent.code, path, { text: amount }))
    return count
  }
  if (!Number.isInteger(amount) || amount < 0) problems.push(error('bad-units', path, { text: amount }))
  else if (amount > count) problems.push(error('more-than-count', path, { id, units: amount, count }))
  return amount
}

/** Adds a problem where a text is no percentage. */
export function checkPercent(
  text: string,
  path: CasePath,
  { problems }: Pick<SystemContext, 'problems'>,
): void {
  const percent = parsePercent(text)
  if ('code' in percent) problems.push(error(percent.code, path, { text }))
}

/** Each circle of events that come after one another is reported once, at its first member in the document. */
function reportAfterCycles(
  events: readonly Event[],
  ids: Ids,
  frame: EventsFrame,
  context: SystemContext,
): void {
  const seenIn = new Int32Array(events.length).fill(-1)
  events.forEach((_, start) => {
    const trail: number[] = []
    let at = start
    while (at >= 0 && seenIn[at] === -1) {
      seenIn[at] = start
      trail.push(at)
      at = events[at]?.after ?? -1
    }
    if (at < 0 || seenIn[at] !== start) return
    const circle = trail.slice(trail.indexOf(at))
    const first = Math.min(...circle)
    const turned = [...circle.slice(circle.indexOf(first)), ...circle.slice(0, circle.indexOf(first)), first]
    const names = turned.map(index => ids.list[index] ?? '')
    context.problems.push(
      error('after-cycle', [...frame.path, names[0] ?? '', 'after'], { circle: names.join(' → ') }),
    )
  })
}
