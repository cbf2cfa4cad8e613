import type { CaseDocument, Fact, Text } from '../../model/case.js'
import { timeOfFact } from '../../model/facts.js'
import { parseInstant } from '../../model/time.js'
import { offsetMsAt } from '../../model/timezone.js'
import { dayMs, minuteMs } from './form.js'
import type { Reading } from './reading.js'
import { statementsOf } from './statements.js'

/** What facts say that a paragraph names: the numbers in their words, their times, and how far these lie apart. */
export interface Support {
  readonly readings: readonly Reading[]
  /** When each was so, in epoch milliseconds; null where a side is open. */
  readonly times: readonly { readonly fromMs: number | null; readonly toMs: number | null }[]
}

/** Reads the facts of one case, each once. */
export class FactSupport {
  readonly #document: CaseDocument
  readonly #startEpochMs: number | null
  readonly #known = new Map<string, Support>()

  constructor(document: CaseDocument) {
    this.#document = document
    const { start, timezone } = document.case
    const read = parseInstant(start, { timezone, startEpochMs: 0 })
    this.#startEpochMs = 'code' in read ? null : read.epochMs
  }

  /** Whether these facts, or how far they and the start of the case lie apart, bear a reading out. */
  bears(reading: Reading, ids: Iterable<string>): boolean {
    const supports = [...ids].map(id => this.#of(id))
    if (supports.some(({ readings }) => readings.some(other => sameReading(reading, other)))) return true
    const start = { fromMs: this.#startEpochMs, toMs: this.#startEpochMs }
    const times = [start, ...supports.flatMap(support => support.times)]
    if (reading.kind === 'length') return isApart(reading, times)
    const { timezone } = this.#document.case
    if (reading.kind === 'day') return times.some(time => coversDay(reading, time, timezone))
    return reading.kind === 'clock' && times.slice(1).some(time => coversClock(reading, time, timezone))
  }

  /** The first fact that bears it out by itself, by its words or its time. */
  bearer(readings: readonly Reading[]): string | null {
    if (readings.every(({ kind }) => kind === 'day')) return null
    const ids = Object.keys(this.#document.facts ?? {})
    return ids.find(id => readings.some(reading => this.bears(reading, [id]))) ?? null
  }

  #of(id: string): Support {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const fact = Object.hasOwn(this.#document.facts ?? {}, id) ? this.#document.facts?.[id] : undefined
    const made = fact === undefined ? { readings: [], times: [] } : this.#read(fact)
    this.#known.set(id, made)
    return made
  }

  #read(fact: Fact): Support {
    const states = [...Object.values(fact.changes ?? {}), ...Object.values(fact.shows ?? {})].map(String)
    const readings = [
      ...statementsOf(wordsIn(fact.text, 'ko'), 'ko'),
      ...statementsOf(wordsIn(fact.text, 'en'), 'en'),
      ...states.flatMap(state => statementsOf(state, 'en')),
    ].flatMap(statement => statement.readings)
    const startEpochMs = this.#startOf(fact.scenario)
    const time =
      startEpochMs === null
        ? null
        : timeOfFact(fact, { timezone: this.#document.case.timezone, startEpochMs })
    if (time === null || 'code' in time) return { readings, times: [] }
    const epoch = (ms: number | null) => (ms === null ? null : ms + startEpochMs!)
    return { readings, times: [{ fromMs: epoch(time.fromMs), toMs: epoch(time.toMs) }] }
  }

  #startOf(scenario: string | undefined): number | null {
    const start = scenario === undefined ? undefined : this.#document.scenarios?.[scenario]?.start
    if (start === undefined) return this.#startEpochMs
    const read = parseInstant(start, { timezone: this.#document.case.timezone, startEpochMs: 0 })
    return 'code' in read ? null : read.epochMs
  }
}

/** Whether two readings say the same, as fine as the coarser of them does. */
export function sameReading(a: Reading, b: Reading): boolean {
  if (a.kind === 'number')
    return b.kind === 'number' && a.percent === b.percent && Math.abs(a.value - b.value) <= 1e-9 * a.value
  if (a.kind === 'length')
    return b.kind === 'length' && Math.abs(a.ms - b.ms) < Math.max(a.unitMs, b.unitMs) / 2 + 1
  if (a.kind === 'day')
    return (
      b.kind === 'day' && (a.month === null || b.month === null || a.month === b.month) && a.day === b.day
    )
  if (b.kind !== 'clock') return false
  return a.hourOnly || b.hourOnly
    ? Math.floor(a.minute / 60) === Math.floor(b.minute / 60)
    : a.minute === b.minute
}

type Times = Support['times']

/** "Ten hours" of two times that lie 10 h 4 min apart: within the unit in which it was said. */
function isApart({ ms, unitMs }: Extract<Reading, { kind: 'length' }>, times: Times): boolean {
  return times.some((one, place) =>
    times.slice(place).some(other => {
      const ends = [one.fromMs, one.toMs].flatMap(a =>
        [other.fromMs, other.toMs].map(b => (a === null || b === null ? null : Math.abs(a - b))),
      )
      const known = ends.filter(end => end !== null)
      return (
        known.length > 0 && ms > 0 && ms > Math.min(...known) - unitMs && ms < Math.max(...known) + unitMs
      )
    }),
  )
}

const localMs = (epochMs: number, timezone: string) => epochMs + offsetMsAt(epochMs, timezone)

/** Days that are looked at in one fact's time: longer ones bear every day out. */
const daysLookedAt = 62

function coversDay(
  { month, day }: Extract<Reading, { kind: 'day' }>,
  { fromMs, toMs }: Times[number],
  timezone: string,
): boolean {
  const from = fromMs ?? toMs
  const to = toMs ?? fromMs
  if (from === null || to === null) return false
  const first = Math.floor(localMs(from, timezone) / dayMs)
  const last = Math.floor(localMs(to, timezone) / dayMs)
  if (last - first > daysLookedAt) return true
  for (let at = first; at <= last; at++) {
    const date = new Date(at * dayMs)
    const sameMonth = month === null || date.getUTCMonth() + 1 === month
    if (sameMonth && (day === null || date.getUTCDate() === day)) return true
  }
  return false
}

/** Whether a clock shows that time within a fact's: by the hour alone, half an hour before counts too. */
function coversClock(
  { minute, hourOnly }: Extract<Reading, { kind: 'clock' }>,
  { fromMs, toMs }: Times[number],
  timezone: string,
): boolean {
  const from = fromMs ?? toMs
  const to = toMs ?? fromMs
  if (from === null || to === null) return false
  const first = Math.floor(localMs(from, timezone) / minuteMs) - (hourOnly ? 59 : 0)
  const last = Math.floor(localMs(to, timezone) / minuteMs) + (hourOnly ? 30 : 0)
  const minutesOfDay = dayMs / minuteMs
  return (((minute - first) % minutesOfDay) + minutesOfDay) % minutesOfDay <= last - first
}

function wordsIn(text: Text, language: 'ko' | 'en'): string {
  return typeof text === 'string' ? text : (text[language] ?? '')
}
