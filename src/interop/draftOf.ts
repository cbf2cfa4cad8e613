import type { Draft, DraftFlag, DraftTime, ImportFormat } from './draft.js'
import { draftKey } from './draftKey.js'
import type { Pseudonyms } from './drafts/pseudonyms.js'
import { redact } from './drafts/redact.js'
import { importLimits } from './importLimits.js'
import { plainText, shortened } from './text/plainText.js'
import { safeLink } from './text/safeLink.js'

/** What an importer knows of one entry. */
export interface Entry {
  readonly format: ImportFormat
  /** What identifies the original in its format: an id, or its place and words. */
  readonly identity: string
  readonly time: DraftTime | null
  /** As it stands, markup already taken out. */
  readonly text: string
  readonly place: string
  readonly original: string
  readonly link?: string | null | undefined
  /** Who wrote it, already replaced. */
  readonly by?: string | undefined
  readonly byMachine?: boolean
  readonly phase?: string | undefined
  readonly changes?: Readonly<Record<string, string>> | undefined
  readonly claimedBy?: string | undefined
  readonly flags?: readonly DraftFlag[]
  readonly thread?: string | undefined
  /** Who may be named in the text. */
  readonly people?: Pseudonyms
}

/** A draft of an entry: secrets and names taken out of its text, control characters gone, everything within its limit. */
export function draftOf(entry: Entry): Draft {
  const { format, identity, time, changes, thread } = entry
  const clean = redact(plainText(entry.text))
  const text = entry.people === undefined ? clean.text : entry.people.inText(clean.text)
  const link = safeLink(entry.link)
  const flags: DraftFlag[] = [...(entry.flags ?? [])]
  for (const what of clean.kinds) flags.push({ code: 'redacted', what })
  if (time === null) flags.push({ code: 'missing-time' })
  return {
    key: draftKey(format, identity),
    time,
    text,
    ...(entry.by === undefined ? {} : { by: shortened(plainText(entry.by), 100) }),
    ...(entry.phase === undefined ? {} : { phase: entry.phase }),
    ...(changes === undefined || Object.keys(changes).length === 0 ? {} : { changes }),
    ...(entry.claimedBy === undefined ? {} : { claimedBy: shortened(plainText(entry.claimedBy), 200) }),
    flags,
    ...(thread === undefined ? {} : { thread }),
    origin: {
      format,
      place: entry.place,
      original: shortened(entry.original, importLimits.originalLength),
      ...(link === undefined ? {} : { link }),
      ...(entry.byMachine === true ? { byMachine: true } : {}),
    },
  }
}

/** Drafts in the order of time, those without one last; what stands at one instant stays in the order of the source. */
export function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  const at = (draft: Draft) => draft.time?.fromEpochMs ?? Infinity
  return [...drafts].sort((a, b) => (at(a) === at(b) ? 0 : at(a) < at(b) ? -1 : 1))
}
