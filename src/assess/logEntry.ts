import type { CaseDocument, Fact, Phase } from '../model/case.js'
import { nearest } from '../model/nearest.js'
import { readableId } from '../model/readableId.js'
import { parseState } from '../model/state.js'
import { parseInstant } from '../model/time.js'
import { isTimezone } from '../model/timezone.js'
import { canonicalInstant } from '../model/typedTime/canonical.js'
import { readTypedTime } from '../model/typedTime.js'
import { logPhase } from './logPhase.js'
import { type LoggedState, mostUnits, readShortForm } from './shortForm.js'

/** What may be said beside the text of an entry. */
export interface LogOptions {
  /** As people type times; now unless said. */
  readonly at?: string
  /** Component → state, as a fact's `changes` has it: it stands beside what the text says, and before it. */
  readonly changes?: Readonly<Record<string, string | number>>
  /** Meant for the public: a fact of phase `communication`. Nothing else makes an entry public on the status page. */
  readonly announce?: boolean
}

/** A line of a live log as a fact of the timeline. */
export interface LoggedFact {
  readonly id: string
  readonly fact: Fact
}

/** Why a line was not logged, and what its words speak of. */
export interface LogRefusal {
  readonly code: 'empty' | 'too-long' | 'bad-time' | 'unknown-id' | 'bad-state' | 'no-zone'
  readonly values: Readonly<Record<string, string>>
  readonly suggestion?: string
}

/** Longest line, in characters. */
export const LOG_TEXT_CHARACTERS = 5000

/**
 * A line of a live log as a fact: `talk-text down: power lost in B3`, `↑ talk-text`, `mail 40%`, `톡 복구`, or any sentence. The time is
 * now to the second, in the zone of the case, unless the options say another. States are understood for components of
 * the case, by id or title; of a case without a model for the names that its facts use, and for new names after an arrow
 * or before a colon. A phase is only set where the line makes it plain, and never `communication`: that publishes, and is asked for.
 */
export function logEntry(
  text: string,
  nowEpochMs: number,
  document: CaseDocument,
  options: LogOptions = {},
): LoggedFact | { readonly refused: LogRefusal } {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (line === '') return refusal('empty', {})
  if (line.length > LOG_TEXT_CHARACTERS) return refusal('too-long', { longest: String(LOG_TEXT_CHARACTERS) })
  const { timezone } = document.case
  if (!isTimezone(timezone)) return refusal('no-zone', { timezone })
  const at = timeOf(options.at, nowEpochMs, document)
  if (typeof at !== 'string') return at
  const read = readShortForm(line, document)
  const changes = { ...statesOf(read.states), ...options.changes }
  const wrong = problemOf(options.changes ?? {}, document)
  if (wrong !== null) return { refused: wrong }
  const phase: Phase | null = options.announce ? 'communication' : logPhase(line, Object.values(changes))
  const fact: Fact = {
    at,
    text: read.text,
    ...(Object.keys(changes).length > 0 && { changes }),
    ...(phase !== null && { phase }),
  }
  return { id: freeId(idOf(changes, read.text), document), fact }
}

function refusal(code: LogRefusal['code'], values: LogRefusal['values'], suggestion?: string) {
  return { refused: { code, values, ...(suggestion !== undefined && { suggestion }) } }
}

function timeOf(written: string | undefined, nowEpochMs: number, document: CaseDocument) {
  const { timezone, start } = document.case
  if (written === undefined || written.trim() === '') {
    return canonicalInstant(Math.floor(nowEpochMs / 1000) * 1000, timezone)
  }
  const begun = parseInstant(start, { timezone, startEpochMs: 0 })
  const startEpochMs = 'epochMs' in begun ? begun.epochMs : nowEpochMs
  const ago = /^(\d{1,4})\s*(?:(m|min|minutes?|분)|(h|hours?|시간))\s*(?:ago|전)$/i.exec(written.trim())
  if (ago !== null) {
    const backMs = Number(ago[1]) * (ago[2] === undefined ? 3_600_000 : 60_000)
    return canonicalInstant(Math.floor((nowEpochMs - backMs) / 60_000) * 60_000, timezone)
  }
  const read = readTypedTime(written, { timezone, startEpochMs, previous: nowEpochMs })
  if ('code' in read) return refusal('bad-time', { text: written }, read.suggestion)
  return read.at
}

function statesOf(states: readonly LoggedState[]): Record<string, string | number> {
  return Object.fromEntries(states.map(({ component, state }) => [component, state]))
}

/** States given beside the text must be right: unlike words in a sentence, they were meant as states. */
function problemOf(
  changes: Readonly<Record<string, string | number>>,
  { components }: CaseDocument,
): LogRefusal | null {
  for (const [id, state] of Object.entries(changes)) {
    const component = components?.[id]
    if (components !== undefined && component === undefined) {
      const suggestion = nearest(id, Object.keys(components))
      return { code: 'unknown-id', values: { id }, ...(suggestion !== null && { suggestion }) }
    }
    if ('code' in parseState(state, mostUnits(component))) {
      return { code: 'bad-state', values: { id, state: String(state) } }
    }
  }
  return null
}

/** `talk-text-down`; of a line without a state its first words. */
function idOf(changes: Readonly<Record<string, string | number>>, text: string): string {
  const [first] = Object.entries(changes)
  if (first === undefined) return readableId(text.split(' ').slice(0, 4).join(' '))
  const [component, state] = first
  const word = /^(?:up|down|impaired)$/.test(String(state)) ? String(state) : `at-${state}`
  return readableId(`${component.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, ' ').slice(0, 30)} ${word}`)
}

function freeId(id: string, { facts = {} }: CaseDocument): string {
  if (!Object.hasOwn(facts, id)) return id
  for (let number = 2; ; number++) if (!Object.hasOwn(facts, `${id}-${number}`)) return `${id}-${number}`
}
