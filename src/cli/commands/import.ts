import { dirname, join, relative, resolve } from 'node:path'
import type { LoadedCase } from '../../files/loadedCase.js'
import { yamlValue } from '../../files/parseYaml.js'
import type { ImportFormat, ImportFrame, ImportNote, ImportResult } from '../../interop/draft.js'
import { knownFacts } from '../../interop/drafts/knownFacts.js'
import { prepareDrafts } from '../../interop/drafts/prepareDrafts.js'
import { importDrafts } from '../../interop/importDrafts.js'
import { fieldsOf, textField } from '../../interop/json/fields.js'
import { inZone } from '../../interop/machineTime.js'
import type { CaseDocument } from '../../model/case.js'
import { parseInstant } from '../../model/time.js'
import { isTimezone } from '../../model/timezone.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { draftsTable, noteLines, shortKeys } from '../draftsTable.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { type Inbox, type InboxDraft, inboxDraft, readInbox, writeInbox, writePeople } from '../inbox.js'
import { InvalidCase, readCase } from '../openCase.js'
import { wrapLines } from '../table.js'
import { visible } from '../visible.js'
import { acceptFromInbox } from './importAccept.js'

/** What `manil import` was asked for. Null where an option was not given. */
export interface ImportOptions {
  readonly format: ImportFormat | null
  readonly zone: string | null
  readonly roles: string | null
  /** `all`, or keys of drafts or their beginnings. */
  readonly accept: readonly string[] | null
}

/**
 * `manil import CASE FILE…`: makes drafts of files, which wait in the case's `.manil/inbox.yaml` to be looked at and edited;
 * `--accept` makes facts of them, in the case's own text.
 */
export async function importFacts(
  path: string,
  files: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const full = resolve(effects.cwd, path)
  const loaded = readCase(path, context)
  const { document } = loaded
  if (document === null) throw new InvalidCase(loaded.id, loaded.problems, words)
  if (options.zone !== null && !isTimezone(options.zone)) {
    throw new CannotDo('unknown-timezone', words.import.badZone(options.zone))
  }
  const caseFolder = effects.pathKind(full) === 'folder' ? full : dirname(full)
  const inbox = readInbox(caseFolder, document.case.timezone, context)
  const results = files.map(file => resultOf(file, document, inbox, options, context))
  const known = inbox.drafts.map(({ draft }) => draft)
  const prepared = prepareDrafts(results, {
    drafts: known,
    keys: inbox.accepted,
    facts: knownFacts(document),
    people: inbox.people,
  })
  const { timezone } = document.case
  const added = prepared.drafts.map(draft =>
    inboxDraft(draft.time === null ? draft : { ...draft, time: inZone(draft.time, timezone) }),
  )
  const filled: Inbox = { ...inbox, drafts: [...inbox.drafts, ...added] }
  if (added.length > 0) {
    writeInbox(filled, added, new Set(), context)
    writePeople(filled, prepared.people, context)
  }
  const accepted =
    options.accept === null ? null : acceptFromInbox(full, loaded, filled, options.accept, context)
  const failed = files.length > 0 && added.length + prepared.before === 0
  const shown = files.length > 0 || options.accept !== null ? added : filled.drafts
  const outcome = { before: prepared.before, notes: prepared.notes, accepted, failed }
  report(loaded, filled, shown, outcome, context)
  return failed ? exitStatus.cannotDo : exitStatus.fine
}

/** What one file, folder or archive gives. */
function resultOf(
  file: string,
  document: CaseDocument,
  inbox: Inbox,
  options: ImportOptions,
  context: Context,
): ImportResult {
  const { effects, words } = context
  const full = resolve(effects.cwd, file)
  const kind = effects.pathKind(full)
  if (kind === null) throw new CannotDo('not-found', words.import.notFound(file))
  if (kind === 'other') throw new CannotDo('not-a-file', words.import.notAFile(file))
  const read = effects.readImport(full)
  if (read.stoppedAt !== null) throw new CannotDo('import-too-large', words.import.tooLarge(read.stoppedAt))
  return importDrafts(
    { files: read.files },
    frameOf(document, inbox, options, context),
    options.format ?? undefined,
  )
}

function frameOf(
  document: CaseDocument,
  inbox: Inbox,
  options: ImportOptions,
  context: Context,
): ImportFrame {
  const { timezone } = document.case
  const start = parseInstant(document.case.start, { timezone, startEpochMs: 0 })
  const components = Object.entries(document.components ?? {}).map(([id, { title }]) => ({
    id,
    titles: title === undefined ? [] : typeof title === 'string' ? [title] : Object.values(title),
  }))
  // Whoever put a role in the place of a pseudonym by hand meant it for later imports too.
  const named = inbox.people.filter(({ replacement }) => !/^\[@[\d?]+\]$/.test(replacement))
  const roles = {
    ...Object.fromEntries(named.map(({ original, replacement }) => [original.toLowerCase(), replacement])),
    ...(options.roles === null ? {} : rolesIn(options.roles, context)),
  }
  return {
    timezone: options.zone ?? timezone,
    startEpochMs: 'code' in start ? null : start.epochMs,
    roles,
    components,
  }
}

/** Names and handles with their roles, from a YAML or JSON file. */
function rolesIn(file: string, context: Context): Readonly<Record<string, string>> {
  const { effects, words } = context
  const text = effects.readText(resolve(effects.cwd, file))
  if (text === null) throw new CannotDo('not-found', words.import.notFound(file))
  // What is no YAML is told below, with what it should be.
  const fields = fieldsOf(yamlValue(text))
  const names = Object.keys(fields ?? {})
  const roles = names.map(name => [name.toLowerCase(), textField(fields, name)] as const)
  if (names.length === 0 || roles.some(([, role]) => role === null)) {
    throw new CannotDo('bad-roles', words.import.badRoles(file))
  }
  return Object.fromEntries(roles.map(([name, role]) => [name, role ?? '']))
}

interface Outcome {
  readonly before: number
  readonly notes: readonly ImportNote[]
  readonly accepted: ReturnType<typeof acceptFromInbox> | null
  readonly failed: boolean
}

function report(
  loaded: LoadedCase,
  inbox: Inbox,
  shown: readonly InboxDraft[],
  { before, notes, accepted, failed }: Outcome,
  context: Context,
): void {
  const { effects, words } = context
  const file = join(inbox.folder, 'inbox.yaml')
  const keys = shortKeys(inbox.drafts.map(({ draft }) => draft.key))
  if (context.json) {
    const drafts = shown.map(({ draft, originalHash }) => {
      const { original: _kept, ...origin } = draft.origin
      return { ...draft, origin: { ...origin, hash: originalHash } }
    })
    const facts = accepted === null ? {} : { accepted: accepted.accepted, lacking: accepted.lacking }
    writeJson(context, {
      case: loaded.id,
      drafts,
      before,
      notes,
      inbox: relative(effects.cwd, file),
      ...facts,
    })
    return
  }
  effects.write(noteLines(notes, context))
  if (failed) return
  const isNoise = ({ draft }: InboxDraft) => draft.flags.some(({ code }) => code === 'noise')
  const telling = shown.filter(entry => !isNoise(entry))
  if (telling.length > 0) effects.write(`${draftsTable(telling, keys, context)}\n`)
  if (accepted !== null) {
    effects.write(wrapLines(words.import.accepted(accepted.accepted.length, accepted.left)))
    if (accepted.lacking.length > 0) effects.write(wrapLines(words.import.lacking(accepted.lacking.length)))
  } else if (inbox.drafts.length === 0) effects.write(wrapLines(words.import.none))
  else {
    effects.write(wrapLines(words.import.found(shown.length, shown.length - telling.length, before)))
    effects.write(wrapLines(words.import.next(visible(relative(effects.cwd, file)))))
  }
}
