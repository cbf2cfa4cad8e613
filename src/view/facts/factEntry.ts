import type { Fact, Source } from '../../model/case.js'
import { type FactTime, parseFactTime, parseInstant } from '../../model/time.js'
import { type Clock, openClock } from '../clock.js'
import type { Report } from '../report.js'

/** What a fact rests on, as its badge says. A claim is one whatever its sources are. */
export type Evidence = 'primary' | 'press' | 'derived' | 'claim' | 'unsourced'

/** A fact with its time on the clock of the world. Milliseconds are UTC here, since facts of two scenarios share one list. */
export interface FactEntry {
  readonly id: string
  readonly fact: Fact
  readonly scenario: string
  readonly evidence: Evidence
  /** Null where the time cannot be read; such a fact stands first. */
  readonly time: FactTime | null
  readonly startEpochMs: number
  /** The instant by which it stands in order. */
  readonly atEpochMs: number
}

/** Every public fact of the case in order of time; facts of one instant in the order of the case. Works without a model. */
export function factEntries(report: Report): FactEntry[] {
  const { facts = {} } = report.document
  return Object.entries(facts)
    .map(([id, fact]) => entryOf(report, id, fact))
    .sort((a, b) => a.atEpochMs - b.atEpochMs)
}

/** The fact of an id, or null. */
export function factEntry(report: Report, id: string): FactEntry | null {
  const facts = report.document.facts ?? {}
  const fact = Object.hasOwn(facts, id) ? facts[id] : undefined
  return fact === undefined ? null : entryOf(report, id, fact)
}

function entryOf(report: Report, id: string, fact: Fact): FactEntry {
  const scenario = fact.scenario ?? 'main'
  const startEpochMs = scenarioStart(report, scenario)
  const { timezone } = report.document.case
  const read = parseFactTime(fact.at, { timezone, startEpochMs })
  const time = 'code' in read ? null : read
  const atEpochMs = time === null ? Number.NEGATIVE_INFINITY : startEpochMs + instantOf(time)
  return { id, fact, scenario, evidence: evidenceOf(report, fact), time, startEpochMs, atEpochMs }
}

/** UTC milliseconds at which a scenario starts; 0 where that cannot be read. */
export function scenarioStart(report: Report, scenario: string): number {
  const { case: head, scenarios = {} } = report.document
  const text = scenario === 'main' ? head.start : (scenarios[scenario]?.start ?? head.start)
  const read = parseInstant(text, { timezone: head.timezone, startEpochMs: 0 })
  return 'code' in read ? 0 : read.epochMs
}

/** `by T` and `after T` stand at T, `T ± p` at T, `A .. B` at A. */
function instantOf({ kind, fromMs, toMs }: FactTime): number {
  if (kind === 'by') return toMs ?? 0
  if (kind === 'at' && fromMs !== null && toMs !== null) return (fromMs + toMs) / 2
  return fromMs ?? 0
}

/** A clock whose milliseconds are UTC. */
export function worldClock(report: Report): Clock {
  return openClock(0, report.document.case.timezone, report.language)
}

/** The best of its sources; a claim stays a claim. */
function evidenceOf(report: Report, fact: Fact): Evidence {
  if (fact['claimed-by'] !== undefined) return 'claim'
  const kinds = new Set((fact.sources ?? []).map(id => sourceOf(report, id)?.kind ?? 'press'))
  if (kinds.size === 0) return 'unsourced'
  return kinds.has('primary') ? 'primary' : kinds.has('press') ? 'press' : 'derived'
}

/** The source of an id, or undefined. */
export function sourceOf(report: Report, id: string): Source | undefined {
  const sources = report.document.sources ?? {}
  return Object.hasOwn(sources, id) ? sources[id] : undefined
}
