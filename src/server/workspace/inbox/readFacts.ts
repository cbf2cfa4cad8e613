import type { Draft, ImportFormat, ImportFrame, ImportNote } from '../../../interop/draft.js'
import { knownFacts } from '../../../interop/drafts/knownFacts.js'
import { prepareDrafts } from '../../../interop/drafts/prepareDrafts.js'
import { importDrafts } from '../../../interop/importDrafts.js'
import { inZone } from '../../../interop/machineTime.js'
import type { CaseDocument } from '../../../model/case.js'
import { parseInstant } from '../../../model/time.js'

/** Whom earlier imports called what. */
type People = readonly { readonly original: string; readonly replacement: string }[]

/** A file that facts are read from, and what the inbox has already. All of it can be copied from thread to thread. */
export interface FactsAsked {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly format: ImportFormat | null
  /** Zone of times without one; null: the case's. */
  readonly zone: string | null
  /** Names and handles, lower case, with the roles that take their place. */
  readonly roles: Readonly<Record<string, string>>
  readonly drafts: readonly Draft[]
  readonly people: People
}

/** What was found. */
export interface FactsRead {
  readonly format: ImportFormat
  /** New ones, in the order of time, with times in the zone of the case. */
  readonly drafts: readonly Draft[]
  readonly notes: readonly ImportNote[]
  readonly people: People
  /** So many were there before. */
  readonly before: number
}

/** Reads the drafts of a file against a case and its inbox. It may take seconds: it is for a thread of its own. */
export function readFacts(document: CaseDocument, asked: FactsAsked): FactsRead {
  const { timezone } = document.case
  const start = parseInstant(document.case.start, { timezone, startEpochMs: 0 })
  const frame: ImportFrame = {
    timezone: asked.zone ?? timezone,
    startEpochMs: 'code' in start ? null : start.epochMs,
    roles: { ...rolesOf(asked.people), ...asked.roles },
    components: componentsOf(document),
  }
  const input = { files: [{ path: asked.file.name, bytes: asked.file.bytes }] }
  const result = importDrafts(input, frame, asked.format ?? undefined)
  const { drafts, notes, people, before } = prepareDrafts([result], {
    drafts: asked.drafts,
    facts: knownFacts(document),
    people: asked.people,
  })
  const placed = drafts.map(draft =>
    draft.time === null ? draft : { ...draft, time: inZone(draft.time, timezone) },
  )
  return { format: result.format, drafts: placed, notes, people, before }
}

/** Whoever put a role in the place of a pseudonym by hand meant it for later imports too. */
function rolesOf(people: People): Readonly<Record<string, string>> {
  const named = people.filter(({ replacement }) => !/^\[@[\d?]+\]$/.test(replacement))
  return Object.fromEntries(named.map(({ original, replacement }) => [original.toLowerCase(), replacement]))
}

function componentsOf(document: CaseDocument): NonNullable<ImportFrame['components']> {
  return Object.entries(document.components ?? {}).map(([id, { title }]) => ({
    id,
    titles: title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title),
  }))
}
