import type { Draft, ImportFormat, ImportNote, ImportResult } from './draft.js'
import { inOrder } from './draftOf.js'
import type { Pseudonyms } from './drafts/pseudonyms.js'
import { importLimits } from './importLimits.js'
import { fewNotes, importNote } from './importNote.js'

/**
 * The result of an importer: each original once, in the order of time, as many as the limit allows. An input that gave neither a
 * draft nor a reason gets the reason `nothing`, so that a refusal is never silent.
 */
export function gathered(
  format: ImportFormat,
  drafts: readonly Draft[],
  notes: readonly ImportNote[],
  people: Pseudonyms | null,
  nothing: string,
): ImportResult {
  const once = new Map<string, Draft>()
  for (const draft of drafts) if (!once.has(draft.key)) once.set(draft.key, draft)
  const ordered = inOrder([...once.values()])
  const kept = ordered.slice(0, importLimits.drafts)
  const said = [...notes]
  if (kept.length < ordered.length) {
    const left = ordered.length - kept.length
    said.push(importNote('too-many-drafts', 'warning', null, { limit: importLimits.drafts, left }))
  }
  const timeless = kept.filter(({ time }) => time === null).length
  if (timeless > 0) said.push(importNote('drafts-without-time', 'warning', null, { count: timeless }))
  if (kept.length === 0 && !said.some(({ severity }) => severity === 'error')) {
    said.push(importNote(nothing, 'error', null))
  }
  return { format, drafts: kept, notes: fewNotes(said), people: people?.replaced() ?? [] }
}
