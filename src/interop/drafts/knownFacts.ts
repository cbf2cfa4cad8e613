import type { CaseDocument } from '../../model/case.js'
import { parseFactTime, parseInstant } from '../../model/time.js'

/** A fact of the case, as drafts are held against it. */
export interface KnownFact {
  readonly id: string
  /** UTC milliseconds; an open side is where the other one is. */
  readonly fromEpochMs: number
  readonly toEpochMs: number
  /** Its text in each language that it has. */
  readonly texts: readonly string[]
}

/** The facts of a case's own course with a time that can be read; those of scenarios that were only thought of are left out. */
export function knownFacts(document: CaseDocument | null): readonly KnownFact[] {
  if (document === null) return []
  const { timezone, start } = document.case
  const begin = parseInstant(start, { timezone, startEpochMs: 0 })
  if ('code' in begin) return []
  const frame = { timezone, startEpochMs: begin.epochMs }
  return Object.entries(document.facts ?? {}).flatMap(([id, { at, text, scenario }]) => {
    const time = parseFactTime(at, frame)
    const ends = 'code' in time ? [] : [time.fromMs, time.toMs].filter(end => end !== null)
    if (ends.length === 0 || (scenario !== undefined && scenario !== 'main')) return []
    const texts = typeof text === 'string' ? [text] : [text.ko, text.en].filter(one => one !== undefined)
    const [from = 0, to = from] = ends
    return [{ id, fromEpochMs: begin.epochMs + from, toEpochMs: begin.epochMs + to, texts }]
  })
}
