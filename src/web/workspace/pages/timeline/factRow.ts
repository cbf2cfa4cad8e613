import { type FactTime, parseFactTime, parseInstant } from '../../../../model/time.js'
import type { WrittenCase, WrittenEntry } from '../../case/writtenCase.js'
import { mapOf, scalarOf } from './loose.js'

/** A fact as a row of the table. */
export interface FactRow {
  readonly id: string
  readonly fact: Readonly<Record<string, unknown>>
  /** As it is written. */
  readonly at: string
  /** Null where that cannot be read; such a row stands first. */
  readonly time: FactTime | null
  /** UTC milliseconds of the start from which `time` counts. */
  readonly startEpochMs: number
  /** The instant by which it stands in order, UTC milliseconds. */
  readonly atEpochMs: number
}

/** What times are read against. */
export interface TimeFrame {
  readonly timezone: string
  /** Start of each scenario by id, and of `main`: UTC milliseconds. */
  readonly starts: ReadonlyMap<string, number>
}

/** The frame of a case as it is written. */
export function timeFrame(written: WrittenCase): TimeFrame {
  const head = mapOf(written.value.case)
  const timezone = scalarOf(head.timezone) || 'UTC'
  const startOf = (text: unknown) => {
    const read = parseInstant(scalarOf(text), { timezone, startEpochMs: 0 })
    return 'code' in read ? 0 : read.epochMs
  }
  const starts = new Map([['main', startOf(head.start)]])
  for (const { id, value } of written.entries('scenarios')) {
    starts.set(id, startOf(mapOf(value).start ?? head.start))
  }
  return { timezone, starts }
}

/** Whether two frames read every time alike. */
export function isSameFrame(a: TimeFrame, b: TimeFrame): boolean {
  return (
    a.timezone === b.timezone &&
    a.starts.size === b.starts.size &&
    [...a.starts].every(([id, start]) => b.starts.get(id) === start)
  )
}

const nothing: Readonly<Record<string, unknown>> = {}

/** Makes rows of facts, and remembers each by the fact's value: after an edit only what changed is made anew. */
export class FactRows {
  readonly #frame: TimeFrame
  #rows = new WeakMap<object, FactRow>()

  constructor(frame: TimeFrame) {
    this.#frame = frame
  }

  /** The facts in order of time; those of one instant in the order of the case. */
  rows(entries: readonly WrittenEntry[]): readonly FactRow[] {
    const rows = entries.map(({ id, value }) => this.#row(id, value))
    return rows.sort((a, b) => a.atEpochMs - b.atEpochMs)
  }

  #row(id: string, value: unknown): FactRow {
    const fact = mapOf(value)
    const known = this.#rows.get(fact)
    if (known?.id === id) return known
    const row = rowOf(id, fact === value ? fact : nothing, this.#frame)
    this.#rows.set(fact, row)
    return row
  }
}

/** One fact as a row. */
export function rowOf(id: string, fact: Readonly<Record<string, unknown>>, frame: TimeFrame): FactRow {
  const at = scalarOf(fact.at)
  const main = frame.starts.get('main') ?? 0
  const startEpochMs = frame.starts.get(scalarOf(fact.scenario) || 'main') ?? main
  const read = parseFactTime(at, { timezone: frame.timezone, startEpochMs })
  const time = 'code' in read ? null : read
  const atEpochMs = time === null ? Number.NEGATIVE_INFINITY : startEpochMs + instantOf(time)
  return { id, fact, at, time, startEpochMs, atEpochMs }
}

/** `by T` and `after T` stand at T, `T ± p` at T, `A .. B` at A. */
function instantOf({ kind, fromMs, toMs }: FactTime): number {
  if (kind === 'by') return toMs ?? 0
  if (kind === 'at' && fromMs !== null && toMs !== null) return (fromMs + toMs) / 2
  return fromMs ?? 0
}
