import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Board, logEvent, publishStatus, readBoard, setLive } from '../../../api/liveLog.js'
import { boardOf } from '../../../assess/board.js'
import { type LogRefusal, logEntry } from '../../../assess/logEntry.js'
import type { CaseEdit } from '../../../files/caseEdit.js'
import { knownFacts } from '../../../interop/drafts/knownFacts.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import { textIn } from '../../../model/text.js'
import { statusFiles } from '../../../publish/status/statusFiles.js'
import { liveWords } from '../../../words/live/liveWords.js'
import { type CaseWriter, editDocument } from '../editRoom.js'
import { type Answer, callerOf, caseOf, writerOf } from '../environment.js'
import { loggedOnce } from '../loggedOnce.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'

/** The name of a case's setting: whether it is being lived through. */
const liveSetting = 'live'

/** While it happens: the log, the board, who is on duty, the public page. */
export function liveLogRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, settings, nowMs } = workspace

  answer(readBoard, async context => {
    const language = context.req.valid('query').lang ?? context.var.language
    return context.json(await boardBody(workspace, caseOf(context).id, language), 200)
  })

  answer(setLive, async context => {
    const { id } = caseOf(context)
    const { nextUpdateMs, duty, live } = context.req.valid('json')
    await store.transaction(async parts => {
      if (live !== undefined) await parts.settings.set(id, liveSetting, live)
      if (nextUpdateMs === undefined && duty === undefined) return
      await parts.live.set(id, {
        ...(nextUpdateMs === undefined ? {} : { expectedUpdateAtMs: nextUpdateMs }),
        ...(duty === undefined
          ? {}
          : { duties: Object.fromEntries(duty.map(({ role, reach }) => [role, reach])) }),
      })
    })
    rooms.notice(id, 'live')
    return context.json(await boardBody(workspace, id, context.var.language), 200)
  })

  answer(logEvent, async context => {
    const { id } = caseOf(context)
    const said = context.req.valid('json')
    const log = () => logFact(workspace, id, said, writerOf(context))
    const logged =
      said.once === undefined
        ? await log()
        : await loggedOnce(workspace, { caseId: id, once: said.once }, log)
    return context.json(logged, 201)
  })

  answer(publishStatus, async context => {
    const { id } = caseOf(context)
    if (settings.statusFolder === null) throw new Refused(409, 'no-status-folder')
    const document = await documentOf(workspace, id)
    const { expectedUpdateAtMs } = await store.live.get(id)
    const files = await statusFiles({
      caseId: id,
      document,
      nowEpochMs: nowMs(),
      nextUpdateEpochMs: expectedUpdateAtMs,
    })
    const folder = join(settings.statusFolder, id)
    for (const { path, contents } of files) await writeWhole(join(folder, path), contents)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'status.published',
      caseId: id,
      details: {},
    })
    return context.json({ files: files.map(({ path }) => `${id}/${path}`) }, 200)
  })
}

async function boardBody(workspace: Workspace, id: string, language: Language): Promise<Board> {
  const { store, nowMs } = workspace
  const [document, { expectedUpdateAtMs, duties }, live] = await Promise.all([
    soundDocument(workspace, id),
    store.live.get(id),
    store.settings.get(id, liveSetting),
  ])
  // Who is on duty, and when more is told, must be there also while somebody writes a case that cannot be read.
  const rows = document === null ? [] : boardOf(document, nowMs()).rows
  return {
    rows: rows.map(({ component, title, state, written, sinceMs, fact }) => ({
      component,
      title: textIn(title, language),
      state,
      written,
      sinceMs,
      fact,
    })),
    nextUpdateMs: expectedUpdateAtMs,
    duty: Object.entries(duties).map(([role, reach]) => ({ role, reach })),
    live: live === true,
  }
}

async function soundDocument({ rooms }: Workspace, id: string): Promise<CaseDocument | null> {
  return (await (await rooms.open(id)).examined()).document
}

async function documentOf(workspace: Workspace, id: string): Promise<CaseDocument> {
  const document = await soundDocument(workspace, id)
  if (document === null) throw new Refused(409, 'case-has-errors')
  return document
}

interface Said {
  readonly text: string
  readonly at?: string | undefined
  readonly changes?: Readonly<Record<string, string | number>> | undefined
  readonly announce: boolean
  readonly language?: Language | undefined
}

/** Makes a line a fact of the timeline, where its time has it stand. */
async function logFact(
  { rooms, nowMs }: Workspace,
  caseId: string,
  said: Said,
  writer: CaseWriter,
): Promise<{ fact: string; at: string }> {
  let logged = { fact: '', at: '' }
  await editDocument(await rooms.open(caseId), writer, document => {
    const made = logEntry(said.text, nowMs(), document, {
      announce: said.announce,
      ...(said.at === undefined ? {} : { at: said.at }),
      ...(said.changes === undefined ? {} : { changes: said.changes }),
    })
    if ('refused' in made) return logRefused(made.refused, writer.language)
    const { id, fact } = made
    const { language } = said
    const text = language === undefined ? fact.text : { [language]: textIn(fact.text, language) }
    logged = { fact: id, at: fact.at }
    return insertion(document, id, { ...fact, text })
  })
  return logged
}

/** Where a new fact stands: before the first that is later. */
function insertion(document: CaseDocument, id: string, fact: object): CaseEdit {
  const path = ['facts', id]
  const times = knownFacts(document)
  if (Object.keys(document.facts ?? {}).length === 0) return { kind: 'set', path, value: fact }
  const added = { ...document, facts: { [id]: fact } } as CaseDocument
  const at = knownFacts(added)[0]?.fromEpochMs ?? Number.POSITIVE_INFINITY
  const later = times.find(({ fromEpochMs }) => fromEpochMs > at)?.id
  return { kind: 'insert', path, value: fact, ...(later === undefined ? {} : { before: later }) }
}

function logRefused({ code, values, suggestion }: LogRefusal, language: Language): Refused {
  const words = liveWords(language)
  const reason = words.refusals[code](values) + (suggestion === undefined ? '' : words.meant(suggestion))
  return new Refused(400, 'log-refused', { reason, code }, code === 'bad-time' ? 'at' : 'text')
}

/** Writes a file whole or not at all: a public page is read while it is written. */
async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.unfinished`, contents)
  await rename(`${path}.unfinished`, path)
}
