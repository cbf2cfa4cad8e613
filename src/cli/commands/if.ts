import type { IfOutcome, Verdict } from '../../assess/assessment.js'
import { judge } from '../../assess/verdict.js'
import { diagnosticMessage } from '../../words/diagnostics/diagnosticWords.js'
import { duration } from '../../words/durations.js'
import { verdictWords } from '../../words/verdicts/verdictWords.js'
import { CannotDo } from '../cannotDo.js'
import { conditionsTable, pathText } from '../conditions.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { writeFidelityLine } from '../fidelityLine.js'
import { ifJson } from '../ifJson.js'
import { writeEveryIf } from '../ifsTable.js'
import { meant, type OpenCase, openCase } from '../openCase.js'
import { type Cell, table, wrapLines } from '../table.js'
import { verdictText } from '../verdictText.js'

/** `manil if CASE a b…`: the run with these ifs held against the run without; `--all`: every if alone, and all together. */
export async function whatIf(
  path: string,
  ids: readonly string[],
  options: { readonly all: boolean; readonly scenario: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { words } = context
  const open = openCase(path, context, options.scenario)
  const known = Object.keys(open.session.document.ifs ?? {})
  if (known.length === 0) throw new CannotDo('no-ifs', words.if.none)
  if (options.all) return writeEveryIf(open, known, context)
  if (ids.length === 0) throw new CannotDo('which-if', words.if.which(known.join(', ')))
  for (const id of ids) {
    if (!known.includes(id)) {
      throw new CannotDo('unknown-id', words.case.unknownIf(id) + meant(id, known, context))
    }
  }
  context.effects.progress(words.if.judging)
  const outcome = judge(open.session, ids, { sensitivity: true, scenario: open.scenario })
  context.effects.progress('')
  const conflicts = outcome.problems.filter(({ severity }) => severity === 'error')
  if (context.json) writeJson(context, ifJson(open.id, outcome))
  else if (conflicts.length === 0) writeOutcome(open, ids, outcome, context)
  if (conflicts.length === 0) return exitStatus.fine
  if (context.json) return exitStatus.cannotDo
  const reasons = conflicts
    .map(({ code, values }) => `\n  ${diagnosticMessage(code, values, context.language).what}`)
    .join('')
  throw new CannotDo('if-conflict', verdictWords(context.language).failed + reasons)
}

function writeOutcome(open: OpenCase, ids: readonly string[], outcome: IfOutcome, context: Context): void {
  const { effects, paint, language } = context
  const { session } = open
  const words = verdictWords(language)
  const titles = ids.map(id => open.text(session.document.ifs?.[id]?.title ?? id))
  for (const title of titles) effects.write(paint('bold', wrapLines(title)))
  effects.write(`\n${words.changedConditions}\n\n`)
  const before = session.with([], open.scenario).document
  const after = session.with(ids, open.scenario).document
  effects.write(`${conditionsTable(outcome.changed, before, after, context)}\n`)
  writeVerdicts(open, outcome.verdicts, context)
  writeParts(open, outcome.verdicts, context)
  writeObjectives(open, outcome, context)
  writeFidelityLine(open, context)
}

function writeVerdicts(open: OpenCase, verdicts: readonly Verdict[], context: Context): void {
  const { effects, words, paint, language } = context
  const columns = [
    { title: words.columns.service, flexible: true },
    { title: words.columns.before, align: 'right' as const },
    { title: words.columns.after, align: 'right' as const },
    { title: words.columns.difference, flexible: true },
  ]
  const time = (ms: number) => (ms === 0 ? words.none : duration(ms, language))
  const rows = verdicts.map((verdict): Cell[] => [
    open.nameOf(verdict.component),
    time(verdict.before.downMs),
    { text: verdict.timed === null ? '?' : time(verdict.after.downMs), colour: 'green' },
    verdictText(verdict, language),
  ])
  effects.write(`${table(columns, rows, paint)}\n`)
}

/** The two parts of each verdict: whether at all and how it comes back; then hours, and what would flip them. */
function writeParts(open: OpenCase, verdicts: readonly Verdict[], context: Context): void {
  const { effects, paint, language } = context
  const words = verdictWords(language)
  for (const verdict of verdicts) {
    if (verdict.kind === 'not-down') continue
    const { structural, timed, withheldBy } = verdict
    const flips = (timed?.flips ?? []).map(
      ({ path, end }) => `${pathText(path)} ${context.words.if.end[end]}`,
    )
    effects.write(paint('bold', `${open.nameOf(verdict.component)}\n`))
    effects.write(wrapLines(words.structural(verdict, structural.rests.map(pathText)), '  '))
    effects.write(wrapLines(words.timed(verdict, flips, withheldBy), '  '))
  }
  effects.write('\n')
}

function writeObjectives(open: OpenCase, outcome: IfOutcome, context: Context): void {
  const { effects, language, paint } = context
  if (outcome.objectives.length === 0) return
  const words = verdictWords(language)
  for (const objective of outcome.objectives) {
    const title = open.text(open.session.document.objectives?.[objective.id]?.title ?? objective.id)
    const colour = objective.held ? 'green' : 'red'
    const text = `${objective.held ? '✓' : '✕'} ${title}: ${words.objective(objective)}`
    effects.write(paint(colour, wrapLines(text)))
  }
  effects.write('\n')
}
