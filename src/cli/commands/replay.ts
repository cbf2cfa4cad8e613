import { resolve } from 'node:path'
import { fidelity } from '../../assess/fidelity.js'
import { type Given, type ReplayOutcome, replayOn } from '../../assess/replay/replay.js'
import { replayJson } from '../../assess/replay/replayJson.js'
import { replayWords } from '../../words/replay/replayWords.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { componentIndex, meant, type OpenCase, openCase } from '../openCase.js'
import { replayText, unmatchedText } from '../replayText.js'

/** What `manil replay` may be told besides the case. */
export interface ReplayOptions {
  readonly on: string
  /** `role=id`, `role=a,b`, `role=none`. */
  readonly bind: readonly string[]
  /** Which match is told in full; the worst where none is named. */
  readonly match: number | null
  readonly out: string | null
}

/**
 * `manil replay CASE --on SYSTEM`: the scenario of one case met by the system of another, in every match of its roles. Ends with 1 where
 * an objective of the system does not hold, or, where it has none, a service falls.
 */
export async function replay(path: string, options: ReplayOptions, context: Context): Promise<ExitStatus> {
  const { effects, words, language } = context
  const own = openCase(path, context)
  const system = openCase(options.on, context)
  if (Object.keys(own.session.document.events ?? {}).length === 0) {
    throw new CannotDo('no-events', words.replay.noEvents(own.id))
  }
  effects.progress(words.replay.working)
  const outcome = replayOn(own, system.session, given(options.bind, own, system, context))
  effects.progress('')
  const shown = shownMatch(options.match, outcome, context)
  if (options.out !== null) await writePage(options.out, own, system, outcome, context)
  if (context.json) {
    const trust = { case: fidelity(own.session), system: fidelity(system.session) }
    writeJson(context, replayJson(own.id, system.id, outcome, trust))
  } else if (outcome.matches.length > 0) effects.write(replayText(own, system, outcome, shown, context))
  if (outcome.matches.length === 0) {
    if (context.json) return exitStatus.cannotDo
    throw new CannotDo(
      'no-match',
      replayWords(language).unmatched + unmatchedText(own, system, outcome, context),
    )
  }
  if (options.out !== null && !context.json) effects.write(`${words.replay.written(options.out)}\n`)
  return outcome.holds ? exitStatus.fine : exitStatus.findings
}

async function writePage(
  out: string,
  own: OpenCase,
  system: OpenCase,
  outcome: ReplayOutcome,
  context: Context,
): Promise<void> {
  const { effects, language, words } = context
  const target = resolve(effects.cwd, out)
  const kind = effects.pathKind(target)
  if (kind !== null && kind !== 'file') throw new CannotDo('out-is-folder', words.replay.outIsFolder(out))
  const { replayPage } = await import('../../publish/replay/replayPage.js')
  const told = ({ id, session }: OpenCase) => ({
    id,
    document: session.document,
    fidelity: fidelity(session),
  })
  effects.writeFile(target, await replayPage({ own: told(own), system: told(system), outcome, language }))
}

/** `--match 2` as the place of a match; null where the worst is told. */
function shownMatch(number: number | null, outcome: ReplayOutcome, context: Context): number | null {
  if (number === null) return null
  if (number >= 1 && number <= outcome.matches.length) return number - 1
  throw new CannotDo('no-such-match', context.words.replay.noSuchMatch(number, outcome.matches.length))
}

/** Roles that the user binds themselves. */
function given(bind: readonly string[], own: OpenCase, system: OpenCase, context: Context): Given {
  const { words } = context
  const roles = Object.keys(own.session.document.portable?.roles ?? {})
  return new Map(
    bind.map(text => {
      const [role = '', ids] = text.split('=', 2)
      if (ids === undefined) throw new CannotDo('bad-binding', words.replay.badBinding(text))
      if (roles.length > 0 && !roles.includes(role)) {
        throw new CannotDo('unknown-id', words.replay.unknownRole(role) + meant(role, roles, context))
      }
      const players = ids === 'none' ? [] : ids.split(',').map(id => id.trim())
      for (const id of players) componentIndex(system, id, context)
      return [role, players] as const
    }),
  )
}
