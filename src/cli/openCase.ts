import { basename, resolve } from 'node:path'
import type { CaseSession } from '../assess/session.js'
import type { Diagnostic } from '../files/diagnostic.js'
import { loadCase } from '../files/loadCase.js'
import type { LoadedCase } from '../files/loadedCase.js'
import { examine } from '../lint/examination.js'
import type { Text } from '../model/case.js'
import { limits } from '../model/limits.js'
import { nearest } from '../model/nearest.js'
import { textIn } from '../model/text.js'
import type { CommandWords } from '../words/cli/commandWords.js'
import { openTimes, type Times } from '../words/times.js'
import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'
import { visible } from './visible.js'

/** A case has errors, so the command cannot do its work. The edge prints the diagnostics, then the message. */
export class InvalidCase extends CannotDo {
  readonly caseId: string
  readonly errors: readonly Diagnostic[]

  constructor(caseId: string, found: readonly Diagnostic[], words: CommandWords) {
    const errors = found.filter(({ severity }) => severity === 'error')
    super('invalid-case', words.case.hasErrors(caseId, errors.length))
    this.caseId = caseId
    this.errors = errors
  }
}

/** A sound case with a model, run and ready for questions, in the words of one language. */
export interface OpenCase {
  readonly id: string
  readonly session: CaseSession
  /** The scenario that is asked about: `main`, or a key of `scenarios:`. Times count from its start. */
  readonly scenario: string
  readonly times: Times
  readonly title: string
  /** A component's title, or its id. */
  readonly nameOf: (component: string) => string
  /** A text of the case, fit for a terminal. */
  readonly text: (written: Text) => string
}

/** Reads the case at a path: a folder, or one YAML file. Its id is the name of the folder, or of the file. */
export function readCase(path: string, context: Context): LoadedCase {
  const { effects, words } = context
  const full = resolve(effects.cwd, path)
  const kind = effects.pathKind(full)
  if (kind === null) throw new CannotDo('not-found', words.case.notFound(path))
  if (kind !== 'folder' && !(kind === 'file' && full.endsWith('.yaml'))) {
    throw new CannotDo('not-a-case', words.case.notACase(path))
  }
  const { id, files, problems } = effects.readCase(full)
  // Only of what takes long: a line that comes and goes at once would be noise.
  const long = files.reduce((sum, { text }) => sum + text.length, 0) > 1_000_000
  const caseBytes = limits.ownCaseBytes
  if (!long) return loadCase(id, files, { problems, caseBytes })
  const progress = (done: number, total: number) => {
    effects.progress(done + 1 < total ? words.case.reading(id, done + 1, total) : words.case.checking(id))
  }
  return loadCase(id, files, { problems, caseBytes, progress })
}

/** The id of the case at a path, also where nothing can be read. */
export function caseIdOf(path: string, context: Context): string {
  return basename(resolve(context.effects.cwd, path)).replace(/\.yaml$/, '')
}

/** Opens the case at a path at one of its scenarios (null: the main one), or says why it cannot be run. */
export function openCase(path: string, context: Context, scenario: string | null = null): OpenCase {
  const loaded = readCase(path, context)
  const { words } = context
  const { found: problems, broken, session } = examine(loaded)
  if (broken) throw new InvalidCase(loaded.id, problems, words)
  const { document } = loaded
  if (document === null || session === null) {
    throw new CannotDo('no-model', words.case.noModel(loaded.id))
  }
  return openAt(loaded.id, session, scenario ?? 'main', context)
}

/** The same case at another of its scenarios. */
export function openScenario(open: OpenCase, scenario: string, context: Context): OpenCase {
  return openAt(open.id, open.session, scenario, context)
}

function openAt(id: string, session: CaseSession, scenario: string, context: Context): OpenCase {
  const { words, language } = context
  const { document, compiled } = session
  const found = compiled.scenarios.find(one => one.id === scenario)
  if (found === undefined) {
    const known = compiled.scenarios.map(one => one.id)
    throw new CannotDo('unknown-id', words.case.unknownScenario(scenario) + meant(scenario, known, context))
  }
  const text = (written: Text) => visible(textIn(written, language))
  // What the scenario's own ifs add to the system has a name too.
  const { components } = session.with([], scenario).document
  return {
    id,
    session,
    scenario,
    times: openTimes(found.startEpochMs, document.case.timezone, language),
    title: text(document.scenarios?.[scenario]?.title ?? document.case.title),
    nameOf: component => text(components?.[component]?.title ?? component),
    text,
  }
}

/** The engine's index of a component, or an error with the id that was probably meant. */
export function componentIndex(open: OpenCase, component: string, context: Context): number {
  const { ids, indexOf } = open.session.compiled
  const index = indexOf.get(component)
  if (index !== undefined) return index
  throw new CannotDo(
    'unknown-id',
    context.words.case.unknownComponent(component) + meant(component, ids, context),
  )
}

/** ` Did you mean …?`, or nothing where no id is near. */
export function meant(written: string, ids: readonly string[], context: Context): string {
  const suggestion = nearest(written, ids)
  return suggestion === null ? '' : ` ${context.words.case.meant(suggestion)}`
}

/** The events of the scenario that a case was opened at, as they are written. */
export function eventsOf({ session, scenario }: OpenCase) {
  const { document } = session
  return scenario === 'main' ? document.events : document.scenarios?.[scenario]?.events
}
