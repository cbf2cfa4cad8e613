import { resolve } from 'node:path'
import { type LoggedFact, logEntry } from '../../assess/logEntry.js'
import { roleOf } from '../../files/caseFile.js'
import { editCase } from '../../files/editCase.js'
import { pairText } from '../../files/editedText.js'
import type { LoadedCase } from '../../files/loadedCase.js'
import { textIn } from '../../model/text.js'
import { type LiveWords, liveWords } from '../../words/live/liveWords.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { InvalidCase, readCase } from '../openCase.js'
import { visible } from '../visible.js'
import { logElsewhere } from './logElsewhere.js'

/** What may be said beside the line. Lists of ids are separated by commas. */
export interface LogFlags {
  readonly at: string | null
  readonly down: string | null
  readonly up: string | null
  readonly impaired: string | null
  readonly public: boolean
  /** Address of a workspace; null: `MANIL_URL`, where there is no such folder here. */
  readonly to: string | null
}

/** `manil log CASE "…"`: a line of the live log, with the time of now, as a fact of the timeline. */
export async function log(
  path: string,
  text: string,
  flags: LogFlags,
  context: Context,
): Promise<ExitStatus> {
  const { effects } = context
  const here = effects.pathKind(resolve(effects.cwd, path)) !== null
  const elsewhere = flags.to ?? (here ? null : (effects.env.MANIL_URL ?? null))
  if (elsewhere !== null) {
    const { at, public: announce } = flags
    return logElsewhere(elsewhere, path, { text, at, changes: changesOf(flags), announce }, context)
  }
  return logHere(path, text, flags, context)
}

/** Reads, edits and writes under a lock: two lines that are logged at once both stay. */
function logHere(path: string, text: string, flags: LogFlags, context: Context): ExitStatus {
  const { effects, words, language } = context
  const said = liveWords(language)
  const full = resolve(effects.cwd, path)
  const kind = effects.pathKind(full)
  if (kind === null) throw new CannotDo('not-found', words.case.notFound(path))
  const lock = kind === 'folder' ? resolve(full, '.log.lock') : `${full}.lock`
  const { entry, loaded } = effects.exclusively(lock, () => {
    const loaded = readCase(path, context)
    if (loaded.document === null) throw new InvalidCase(loaded.id, loaded.problems, words)
    const entry = logEntry(text, effects.clockMs(), loaded.document, {
      ...(flags.at !== null && { at: flags.at }),
      changes: changesOf(flags),
      announce: flags.public,
    })
    if ('refused' in entry) {
      const { code, values, suggestion } = entry.refused
      const meant = suggestion === undefined ? '' : said.meant(suggestion)
      throw new CannotDo(code, visible(said.refusals[code](values) + meant))
    }
    const changed = fileWith(entry, loaded, said)
    effects.writeFile(kind === 'folder' ? resolve(full, changed.path) : full, changed.text)
    return { entry, loaded }
  })
  tell(entry, loaded, context)
  return exitStatus.fine
}

/** The file that gets the entry, with it in it: the smallest edit, or a timeline that begins with it. */
function fileWith({ id, fact }: LoggedFact, { files, merged }: LoadedCase, said: LiveWords) {
  const timeline = 'timeline.yaml'
  const isFolder = files
    .filter(({ path }) => roleOf(path) === 'yaml')
    .some(({ path }) => path === 'case.yaml')
  if (isFolder && !merged.sections.has('facts') && !files.some(({ path }) => path === timeline)) {
    return { path: timeline, text: `facts:\n  ${pairText(id, fact, 2)}\n` }
  }
  const result = editCase(files, { kind: 'set', path: ['facts', id], value: fact })
  const changed = 'refused' in result ? undefined : result.changes[0]?.path
  const file = 'refused' in result ? undefined : result.files.find(({ path }) => path === changed)
  if (file === undefined || typeof file.text !== 'string') throw new CannotDo('not-written', said.notWritten)
  return { path: file.path, text: file.text }
}

function changesOf({ down, up, impaired }: LogFlags): Readonly<Record<string, string>> {
  const changes: Record<string, string> = {}
  for (const [state, listed] of Object.entries({ down, up, impaired })) {
    for (const id of (listed ?? '').split(',').map(part => part.trim())) if (id !== '') changes[id] = state
  }
  return changes
}

function tell({ id, fact }: LoggedFact, loaded: LoadedCase, context: Context): void {
  const { effects, language } = context
  if (context.json) {
    writeJson(context, { case: loaded.id, fact: id, ...fact })
    return
  }
  const said = liveWords(language)
  const nameOf = (component: string) =>
    textIn(loaded.document?.components?.[component]?.title ?? component, language)
  effects.write(`${visible(said.logged(fact.at, id))}\n`)
  for (const [component, state] of Object.entries(fact.changes ?? {})) {
    const word = Object.hasOwn(said.states, state)
      ? said.states[state as keyof typeof said.states]
      : String(state)
    effects.write(`${visible(said.change(nameOf(component), word))}\n`)
  }
  if (fact.phase === 'communication') effects.write(`${said.announced}\n`)
  else if (fact.phase !== undefined) effects.write(`${said.phase(said.phases[fact.phase])}\n`)
}
