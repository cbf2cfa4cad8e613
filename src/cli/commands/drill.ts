import { type DrillOutcome, drill, drillAll } from '../../assess/drill.js'
import { fidelity } from '../../assess/fidelity.js'
import { duration } from '../../words/durations.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { fidelityLine } from '../fidelityLine.js'
import { componentIndex, type OpenCase, openCase } from '../openCase.js'
import { type Cell, table } from '../table.js'

/**
 * `manil drill CASE`: each site, room, feed and tool lost alone; `--lose a,b`: these lost together. What goes down, and
 * does it come back by itself, only by hand, or not at all.
 */
export async function drillCase(
  path: string,
  options: { readonly lose: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words, paint } = context
  const open = openCase(path, context)
  const lost = options.lose === null ? null : options.lose.split(',').map(id => id.trim())
  for (const id of lost ?? []) componentIndex(open, id, context)
  const outcomes = lost === null ? drillAll(open.session) : [drill(open.session, lost)]
  if (outcomes.length === 0) throw new CannotDo('nothing-to-lose', words.drill.nothingToLose)
  if (context.json) {
    for (const outcome of outcomes) writeJson(context, { case: open.id, ...outcome })
    return exitStatus.fine
  }
  const about = lost === null ? words.drill.about : words.drill.aboutLost(lost.map(open.nameOf).join(', '))
  effects.write(`${paint('bold', about)}\n\n`)
  effects.write(`${drillTable(outcomes, open, context)}\n`)
  if (lost === null) {
    const falling = outcomes.filter(({ falls }) => falls.some(({ service }) => service)).length
    effects.write(`${words.drill.sum(falling, outcomes.length)}\n`)
  }
  effects.write(`${fidelityLine(fidelity(open.session), context)}\n`)
  return exitStatus.fine
}

function drillTable(outcomes: readonly DrillOutcome[], open: OpenCase, context: Context): string {
  const { words, paint } = context
  const columns = [
    { title: words.columns.lost, flexible: true },
    { title: words.columns.falls, flexible: true },
    { title: words.columns.down, align: 'right' as const },
    { title: words.columns.comesBack, flexible: true },
  ]
  return table(
    columns,
    outcomes.flatMap(outcome => drillRows(outcome, open, context)),
    paint,
  )
}

/** One line for each service that falls; what is lost stands in the first. */
function drillRows(outcome: DrillOutcome, open: OpenCase, context: Context): Cell[][] {
  const { words, language } = context
  const lost = outcome.lost.map(open.nameOf).join(', ')
  if (outcome.failed) return [[lost, { text: words.drill.failed, colour: 'red' }, '', '']]
  const impaired = outcome.impaired.map((id): Cell[] => [
    '',
    { text: open.nameOf(id), colour: 'amber' },
    words.none,
    words.drill.impaired,
  ])
  const fallen = outcome.falls
    .filter(({ service }) => service)
    .map(({ component, downMs, comesBack, backWithinHorizon }): Cell[] => [
      '',
      { text: open.nameOf(component), colour: 'red' },
      (backWithinHorizon ? '' : '≥ ') + duration(downMs, language),
      { text: words.returns[comesBack], colour: comesBack === 'not-at-all' ? 'red' : 'dim' },
    ])
  const rows = [...fallen, ...impaired]
  if (rows.length === 0) return [[lost, { text: words.drill.nothingFalls, colour: 'dim' }, words.none, '']]
  return rows.map((row, place) => (place === 0 ? [lost, ...row.slice(1)] : row))
}
