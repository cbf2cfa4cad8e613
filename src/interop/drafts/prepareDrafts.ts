import type { Draft, DraftFlag, ImportNote, ImportResult } from '../draft.js'
import { inOrder } from '../draftOf.js'
import { importLimits } from '../importLimits.js'
import { fewNotes, importNote } from '../importNote.js'
import { outOfOrder, sourceSkews } from './clockSkew.js'
import { duplicatesOf } from './duplicates.js'
import { fold } from './fold.js'
import type { KnownFact } from './knownFacts.js'
import { onePeople } from './onePeople.js'
import type { Replaced } from './pseudonyms.js'
import { redact } from './redact.js'

/** What is there before an import. */
export interface Existing {
  /** Drafts of the inbox, accepted and discarded ones too: what is among them does not come again. */
  readonly drafts: readonly Draft[]
  /** Keys of drafts that are no longer kept themselves. */
  readonly keys?: readonly string[]
  readonly facts: readonly KnownFact[]
  /** Whom earlier imports called what. */
  readonly people?: readonly Replaced[]
}

/** New drafts, ready to be looked at. */
export interface Prepared {
  /** In the order of time, those without a time last. */
  readonly drafts: readonly Draft[]
  readonly notes: readonly ImportNote[]
  /** Everybody whom the drafts, old and new, put something in the place of. */
  readonly people: readonly Replaced[]
  /** So many drafts of the import were there before. */
  readonly before: number
}

/**
 * Makes several imports one list: each original once, one pseudonym for each person, secrets out of every text, repetitions of
 * machines folded, wrong clocks and duplicates flagged. The same input gives the same list.
 */
export function prepareDrafts(results: readonly ImportResult[], existing: Existing): Prepared {
  const seen = new Set([...existing.drafts.map(({ key }) => key), ...(existing.keys ?? [])])
  const { drafts: lists, people } = onePeople(results, existing.people ?? [])
  const sources = new Map<string, string>()
  const fresh: Draft[] = []
  let before = 0
  for (const [index, list] of lists.entries()) {
    for (const draft of list) {
      if (seen.has(draft.key)) {
        before++
        continue
      }
      seen.add(draft.key)
      sources.set(draft.key, `${draft.origin.format} ${index}`)
      fresh.push(withoutSecrets(draft))
    }
  }
  const notes = results.flatMap(result => result.notes)
  if (fresh.length > importLimits.drafts) {
    const left = fresh.length - importLimits.drafts
    notes.push(importNote('too-many-drafts', 'warning', null, { limit: importLimits.drafts, left }))
  }
  const folded = fold(inOrder(fresh.slice(0, importLimits.drafts)))
  const sourceOf = (draft: Draft) => sources.get(draft.key) ?? `${draft.origin.format} before`
  const skews = sourceSkews([...existing.drafts, ...folded], existing.facts, sourceOf)
  const disorder = outOfOrder(folded)
  const straight = folded.map(draft => {
    const byMs = skews.get(sourceOf(draft)) ?? disorder.get(draft.key)
    const known = draft.time === null || draft.flags.some(({ code }) => code === 'clock-skew')
    return byMs === undefined || known ? draft : withFlag(draft, { code: 'clock-skew', byMs })
  })
  const repeats = duplicatesOf(inOrder(straight.map(corrected)), existing.drafts, existing.facts, sourceOf)
  const drafts = straight.map(draft => {
    const of = repeats.get(draft.key)
    return of === undefined ? draft : withFlag(draft, { code: 'duplicate', of })
  })
  return { drafts, notes: fewNotes(notes), people, before }
}

/** A draft at the time that its source would have given with a clock that is right: for comparing only. */
function corrected(draft: Draft): Draft {
  const skew = draft.flags.find(flag => flag.code === 'clock-skew')
  if (draft.time === null || skew === undefined) return draft
  const { fromEpochMs, toEpochMs } = draft.time
  const time = { ...draft.time, fromEpochMs: fromEpochMs - skew.byMs, toEpochMs: toEpochMs - skew.byMs }
  return { ...draft, time }
}

function withoutSecrets(draft: Draft): Draft {
  const { text, kinds } = redact(draft.text)
  if (kinds.length === 0) return draft
  const known = new Set(draft.flags.flatMap(flag => (flag.code === 'redacted' ? [flag.what] : [])))
  const flags = kinds.filter(what => !known.has(what)).map(what => ({ code: 'redacted', what }) as const)
  return { ...draft, text, flags: [...draft.flags, ...flags] }
}

const withFlag = (draft: Draft, flag: DraftFlag): Draft => ({ ...draft, flags: [...draft.flags, flag] })
