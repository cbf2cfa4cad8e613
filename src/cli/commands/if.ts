import type { IfOutcome, ObjectiveOutcome, Verdict } from '../../assess/assessment.js'
import { fidelity } from '../../assess/fidelity.js'
import { judge } from '../../assess/verdict.js'
import { textIn } from '../../model/text.js'
import { duration } from '../../words/durations.js'
import { CannotDo } from '../cannotDo.js'
import { conditionsTable, pathText } from '../conditions.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { fidelityLine } from '../fidelityLine.js'
import { ifJson } from '../ifJson.js'
import { writeEveryIf } from '../ifsTable.js'
import { meant, type OpenCase, openCase } from '../openCase.js'
import { problemText } from '../problemText.js'
import { type Cell, table } from '../table.js'
import { verdictText } from '../verdictText.js'

/** `manil if CASE a b…`: the run with these ifs held against the run without; `--all`: every if alone, and all together. */
export async function whatIf(
  path: string,
  ids: readonly string[],
  options: { readonly all: boolean },
  context: Context,
): Promise<ExitStatus> {
  const { words } = context
  const open = openCase(path, context)
  const known = Object.keys(open.session.document.ifs ?? {})
  if (known.length === 0) throw new CannotDo('no-ifs', words.if.none)
  if (options.all) return writeEveryIf(open, known, context)
  if (ids.length === 0) throw new CannotDo('which-if', words.if.which(known.join(', ')))
  for (const id of ids) {
    if (!known.includes(id)) {
      throw new CannotDo('unknown-id', words.case.unknownIf(id) + meant(id, known, context))
    }
  }
  const outcome = judge(open.session, ids, { sensitivity: true })
  const conflicts = outcome.problems.filter(({ severity }) => severity === 'error')
  if (context.json) writeJson(context, ifJson(open.id, outcome))
  else if (conflicts.length === 0) writeOutcome(open, ids, outcome, context)
  if (conflicts.length === 0) return exitStatus.fine
  if (context.json) return exitStatus.cannotDo
  const reasons = conflicts.map(problem => `\n  ${problemText(problem, context.language)}`).join('')
  throw new CannotDo('if-conflict', words.if.conflict + reasons)
}

function writeOutcome(open: OpenCase, ids: readonly string[], outcome: IfOutcome, context: Context): void {
  const { effects, words, paint, language } = context
  const { session } = open
  const titles = ids.map(id => textIn(session.document.ifs?.[id]?.title ?? id, language)).join(' + ')
  effects.write(`${paint('bold', words.if.inThisModel(titles))}\n\n`)
  const after = session.with(ids).document
  effects.write(`${words.if.conditions}\n`)
  effects.write(`${conditionsTable(outcome.changed, session.document, after, context)}\n`)
  writeVerdicts(open, outcome.verdicts, context)
  writeObjectives(outcome, context)
  for (const line of notes(open, outcome.verdicts, context)) effects.write(`${line}\n`)
  effects.write(`${fidelityLine(fidelity(session), context)}\n`)
}

function writeVerdicts(open: OpenCase, verdicts: readonly Verdict[], context: Context): void {
  const { effects, words, paint, language } = context
  const columns = [
    { title: words.columns.service, flexible: true },
    { title: words.columns.before, align: 'right' as const },
    { title: words.columns.after, align: 'right' as const },
    { title: words.columns.difference, flexible: true },
    { title: words.columns.comesBack, flexible: true },
  ]
  const time = (ms: number) => (ms === 0 ? words.none : duration(ms, language))
  const rows = verdicts.map((verdict): Cell[] => {
    const { goesDown, comesBack } = verdict.structural
    return [
      open.nameOf(verdict.component),
      time(verdict.before.downMs),
      { text: verdict.timed === null ? '?' : time(verdict.after.downMs), colour: 'green' },
      verdictText(verdict, language),
      words.returns[goesDown ? comesBack : 'never'],
    ]
  })
  effects.write(`${table(columns, rows, paint)}\n`)
}

function writeObjectives(outcome: IfOutcome, context: Context): void {
  const { effects, words, paint } = context
  if (outcome.objectives.length === 0) return
  const columns = [
    { title: words.columns.objective, flexible: true },
    { title: words.columns.allowed, align: 'right' as const },
    { title: words.columns.before, flexible: true },
    { title: words.columns.after, flexible: true },
  ]
  const rows = outcome.objectives.map((objective): Cell[] => {
    const before = outcome.objectivesBefore.find(({ id, of }) => id === objective.id && of === objective.of)
    return [
      objective.id,
      allowedText(objective, context),
      before === undefined ? words.none : heldCell(before, context),
      heldCell(objective, context),
    ]
  })
  effects.write(`${table(columns, rows, paint)}\n`)
}

function allowedText({ allowedMs }: ObjectiveOutcome, { words, language }: Context): string {
  if (allowedMs === null) return words.none
  return allowedMs === 0 ? words.if.never : duration(allowedMs, language)
}

function heldCell({ held }: ObjectiveOutcome, { words }: Context): Cell {
  return held
    ? { text: `✓ ${words.if.held}`, colour: 'green' }
    : { text: `✕ ${words.if.missed}`, colour: 'red' }
}

/** What the verdicts rest on, what would flip them, and where none is given. */
function notes(open: OpenCase, verdicts: readonly Verdict[], context: Context): string[] {
  const { words } = context
  const lines = new Set<string>()
  for (const { component, structural, timed, withheldBy } of verdicts) {
    const name = open.nameOf(component)
    if (timed === null) lines.add(words.if.withheld(name, withheldBy.join(', ')))
    for (const { path, end } of timed?.flips ?? [])
      lines.add(`${name}: ${words.if.flips(pathText(path), end)}`)
    if (structural.rests.length > 0) {
      lines.add(`${name}: ${words.if.rests(structural.rests.map(pathText).join(', '))}`)
    }
  }
  return [...lines]
}
