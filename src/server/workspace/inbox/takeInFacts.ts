import type { ImportFormat, ImportFrame } from '../../../interop/draft.js'
import { knownFacts } from '../../../interop/drafts/knownFacts.js'
import { prepareDrafts } from '../../../interop/drafts/prepareDrafts.js'
import { importDrafts } from '../../../interop/importDrafts.js'
import { inZone } from '../../../interop/machineTime.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { isTimezone } from '../../../model/timezone.js'
import { noteSentence } from '../../../words/interop/interopWords.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'
import { draftParts } from './draftBodies.js'

/** A file that facts are taken in from, and how it is to be read. */
export interface FactsFile {
  readonly caseId: string
  readonly userId: string
  readonly language: Language
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly format: ImportFormat | null
  readonly zone: string | null
  /** JSON map of names or handles to roles. */
  readonly roles: string | null
}

/** What was found in a file. */
export interface TakenFacts {
  readonly format: string
  readonly added: number
  readonly known: number
  readonly folded: number
  readonly notes: {
    code: string
    severity: 'error' | 'warning'
    message: string
    path: string | null
    line: number | null
  }[]
  readonly keys: string[]
}

/**
 * Makes drafts of a file and puts them into the inbox, and the file itself among the originals: internal evidence, of which
 * no export has anything.
 */
export async function takeInFacts(workspace: Workspace, given: FactsFile): Promise<TakenFacts> {
  const { store } = workspace
  const { caseId, userId, language, file } = given
  const { document, timezone, startEpochMs } = await draftParts(workspace, caseId)
  if (given.zone !== null && !isTimezone(given.zone)) throw new Refused(400, 'bad-request', {}, 'zone')
  const [existing, batches] = await Promise.all([store.drafts.list(caseId), store.drafts.batches(caseId)])
  const people = batches.flatMap(batch => batch.people)
  const frame: ImportFrame = {
    timezone: given.zone ?? timezone,
    startEpochMs,
    roles: { ...rolesOf(people), ...rolesIn(given.roles) },
    components: componentsOf(document),
  }
  const input = { files: [{ path: file.name, bytes: file.bytes }] }
  const result = importDrafts(input, frame, given.format ?? undefined)
  const prepared = prepareDrafts([result], {
    drafts: existing.map(({ draft }) => draft),
    facts: knownFacts(document),
    people,
  })
  const drafts = prepared.drafts.map(draft =>
    draft.time === null ? draft : { ...draft, time: inZone(draft.time, timezone) },
  )
  const notes = prepared.notes.map(({ code, severity, path, line, values }) => ({
    code,
    severity,
    message: noteSentence({ code, values }, language),
    path,
    line,
  }))
  const folded = drafts.filter(({ flags }) =>
    flags.some(flag => flag.code === 'noise' && flag.of !== undefined),
  )
  if (drafts.length === 0) {
    return { format: result.format, added: 0, known: prepared.before, folded: 0, notes, keys: [] }
  }
  const { batchId, added, known } = await store.transaction(async parts => {
    const kept = await parts.drafts.add(caseId, {
      name: file.name,
      userId,
      result: { format: result.format, drafts, notes: prepared.notes, people: prepared.people },
    })
    await parts.originals.add(caseId, {
      bytes: file.bytes,
      name: file.name,
      mediaType: 'application/octet-stream',
      batchId: kept.batchId,
    })
    await parts.audit.append({
      actor: userId,
      action: 'facts.imported',
      caseId,
      details: { format: result.format, added: kept.added },
    })
    return kept
  })
  const keys = (await store.drafts.list(caseId))
    .filter(draft => draft.batchId === batchId)
    .map(({ id }) => id)
  return {
    format: result.format,
    added,
    known: known + prepared.before,
    folded: folded.length,
    notes,
    keys,
  }
}

/** Whoever put a role in the place of a pseudonym by hand meant it for later imports too. */
function rolesOf(people: readonly { readonly original: string; readonly replacement: string }[]) {
  const named = people.filter(({ replacement }) => !/^\[@[\d?]+\]$/.test(replacement))
  return Object.fromEntries(named.map(({ original, replacement }) => [original.toLowerCase(), replacement]))
}

function rolesIn(text: string | null): Readonly<Record<string, string>> {
  if (text === null) return {}
  let roles: unknown
  try {
    roles = JSON.parse(text)
  } catch {
    throw new Refused(400, 'bad-roles', {}, 'roles')
  }
  const isMap = typeof roles === 'object' && roles !== null && !Array.isArray(roles)
  const entries = isMap ? Object.entries(roles as object) : []
  if (!isMap || entries.some(([, role]) => typeof role !== 'string')) {
    throw new Refused(400, 'bad-roles', {}, 'roles')
  }
  return Object.fromEntries(entries.map(([name, role]) => [name.toLowerCase(), role as string]))
}

function componentsOf(document: CaseDocument): NonNullable<ImportFrame['components']> {
  return Object.entries(document.components ?? {}).map(([id, { title }]) => ({
    id,
    titles: title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title),
  }))
}
