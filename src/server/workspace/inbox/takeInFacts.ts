import type { ImportFormat } from '../../../interop/draft.js'
import type { Language } from '../../../model/case.js'
import { isTimezone } from '../../../model/timezone.js'
import { noteSentence } from '../../../words/interop/interopWords.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

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
  const { store, rooms } = workspace
  const { caseId, userId, language, file } = given
  if (given.zone !== null && !isTimezone(given.zone)) throw new Refused(400, 'bad-request', {}, 'zone')
  const roles = rolesIn(given.roles)
  const [existing, batches, room] = await Promise.all([
    store.drafts.list(caseId),
    store.drafts.batches(caseId),
    rooms.open(caseId),
  ])
  const read = await room.render('facts', {
    file,
    format: given.format,
    zone: given.zone,
    roles,
    drafts: existing.map(({ draft }) => draft),
    people: batches.flatMap(batch => batch.people),
  })
  if (read === null) throw new Refused(409, 'case-has-errors')
  const { format, drafts } = read
  const notes = read.notes.map(({ code, severity, path, line, values }) => ({
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
    return { format, added: 0, known: read.before, folded: 0, notes, keys: [] }
  }
  const { batchId, added, known } = await store.transaction(async parts => {
    const kept = await parts.drafts.add(caseId, {
      name: file.name,
      userId,
      result: { format, drafts, notes: read.notes, people: read.people },
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
      details: { format, added: kept.added },
    })
    return kept
  })
  const keys = (await store.drafts.list(caseId))
    .filter(draft => draft.batchId === batchId)
    .map(({ id }) => id)
  return {
    format,
    added,
    known: known + read.before,
    folded: folded.length,
    notes,
    keys,
  }
}

/** The map of names to roles, names in lower case. */
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
