import { resolve } from 'node:path'
import { drawCase } from '../../publish/drawing/drawCase.js'
import { diagnosticMessage } from '../../words/diagnostics/diagnosticWords.js'
import { verdictWords } from '../../words/verdicts/verdictWords.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { instantOf } from '../instant.js'
import { meant, type OpenCase, openCase } from '../openCase.js'

/** What `manil draw` may be told besides the case. */
export interface DrawOptions {
  /** Before the first event where none is named. */
  readonly at: string | null
  readonly ifs: readonly string[]
  readonly dark: boolean
  readonly out: string | null
}

/** `manil draw CASE`: the system at a moment as an SVG, on the output or in a file. The same case gives the same bytes. */
export async function draw(path: string, options: DrawOptions, context: Context): Promise<ExitStatus> {
  const { effects, words, language } = context
  const open = openCase(path, context)
  const timeMs = options.at === null ? null : instantOf(options.at, open, context)
  const changed = changedBy(options.ifs, open, context)
  effects.progress(words.draw.working(open.id))
  const svg = await drawCase({
    caseId: open.id,
    asItWas: open.session.document,
    document: changed.document,
    compiled: changed.compiled,
    timeMs,
    language,
    ground: options.dark ? 'dark' : 'light',
    title: titleOf(open, timeMs, options.ifs, context),
  })
  effects.progress('')
  if (svg === null) throw new CannotDo('nothing-to-draw', words.draw.nothing(open.id))
  if (options.out !== null) effects.writeFile(resolve(effects.cwd, options.out), svg)
  if (context.json) {
    const where = options.out === null ? { svg } : { out: options.out }
    writeJson(context, { case: open.id, timeMs, ifs: changed.ifs, ...where })
  } else if (options.out === null) effects.write(svg)
  else effects.write(`${words.draw.written(options.out)}\n`)
  return exitStatus.fine
}

/** The case with these ifs in place. */
function changedBy(ids: readonly string[], open: OpenCase, context: Context) {
  const { words, language } = context
  const known = Object.keys(open.session.document.ifs ?? {})
  for (const id of ids) {
    if (known.includes(id)) continue
    throw new CannotDo('unknown-id', words.case.unknownIf(id) + meant(id, known, context))
  }
  const variant = open.session.with(ids)
  if (!variant.failed) return variant
  const reasons = variant.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, values }) => `\n  ${diagnosticMessage(code, values, language).what}`)
  throw new CannotDo('if-conflict', verdictWords(language).failed + reasons.join(''))
}

function titleOf(open: OpenCase, timeMs: number | null, ids: readonly string[], { words }: Context): string {
  const when = timeMs === null ? words.draw.before : open.times.dateTime(timeMs)
  const ifs = ids.map(id => open.text(open.session.document.ifs?.[id]?.title ?? id))
  return [open.title, when, ...ifs].join(' · ')
}
