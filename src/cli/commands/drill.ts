import type { Return } from '../../assess/assessment.js'
import { type DrillOutcome, drill, drilled } from '../../assess/drill.js'
import { drillWords } from '../../words/drill/drillWords.js'
import { duration } from '../../words/durations.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { writeFidelityLine } from '../fidelityLine.js'
import { componentIndex, type OpenCase, openCase } from '../openCase.js'
import { type Cell, table, wrapLines } from '../table.js'

/**
 * `manil drill CASE`: each site, room, feed and tool lost alone; `--lose a,b`: these lost together. What goes down, and
 * does it come back by itself, only by hand, or not at all.
 */
export async function drillCase(
  path: string,
  options: { readonly lose: string | null; readonly scenario: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words, language } = context
  const open = openCase(path, context, options.scenario)
  const lost = options.lose === null ? null : idsOf(options.lose)
  for (const id of lost ?? []) componentIndex(open, id, context)
  const drills = lost === null ? drilled(open.session, [], open.scenario).map(id => [id]) : [lost]
  const outcomes = drills.map((each, place) => {
    effects.progress(words.drill.working(place + 1, drills.length))
    return drill(open.session, each, [], open.scenario)
  })
  effects.progress('')
  if (outcomes.length === 0) throw new CannotDo('nothing-to-lose', drillWords(language).nothingToLose)
  if (context.json) {
    for (const outcome of outcomes) writeJson(context, { case: open.id, ...outcome })
    return exitStatus.fine
  }
  if (lost !== null)
    for (const outcome of outcomes) effects.write(`${wrapLines(sentence(outcome, open, context))}\n`)
  effects.write(`${drillTable(outcomes, open, context)}\n`)
  if (lost === null) {
    const falling = outcomes.filter(({ falls }) => falls.some(({ service }) => service)).length
    effects.write(`${words.drill.sum(falling, outcomes.length)}\n`)
  }
  writeFidelityLine(open, context)
  return exitStatus.fine
}

function drillTable(outcomes: readonly DrillOutcome[], open: OpenCase, context: Context): string {
  const { words, paint, language } = context
  const said = drillWords(language)
  const columns = [
    { title: said.columns.lost, flexible: true },
    { title: said.columns.falls, flexible: true },
    { title: said.columns.after, align: 'right' as const },
    { title: words.columns.down, align: 'right' as const },
    { title: said.columns.comesBack, flexible: true },
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
  if (outcome.failed) return [[lost, { text: drillWords(language).failed, colour: 'red' }, '', '', '']]
  const impaired = outcome.impaired.map((id): Cell[] => [
    '',
    { text: open.nameOf(id), colour: 'amber' },
    words.none,
    words.none,
    words.drill.impaired,
  ])
  const fallen = outcome.falls
    .filter(({ service }) => service)
    .map(({ component, downAtMs, downMs, comesBack, backWithinHorizon }): Cell[] => [
      '',
      { text: open.nameOf(component), colour: 'red' },
      downAtMs === 0 ? drillWords(language).atOnce : duration(downAtMs, language),
      (backWithinHorizon ? '' : '≥ ') + duration(downMs, language),
      { text: words.drill.returns[comesBack], colour: comesBack === 'not-at-all' ? 'red' : 'dim' },
    ])
  const rows = [...fallen, ...impaired]
  if (rows.length === 0)
    return [[lost, { text: words.drill.nothingFalls, colour: 'dim' }, words.none, words.none, '']]
  return rows.map((row, place) => (place === 0 ? [lost, ...row.slice(1)] : row))
}

function sentence(outcome: DrillOutcome, open: OpenCase, { language }: Context): string {
  const services = outcome.falls.filter(({ service }) => service)
  const returning = (how: Return) => services.filter(({ comesBack }) => comesBack === how).length
  return drillWords(language).sentence({
    lost: outcome.lost.map(open.nameOf),
    byItself: returning('by-itself'),
    byHand: returning('by-hand'),
    notAtAll: returning('not-at-all'),
    impaired: outcome.impaired.length,
    untouched: outcome.untouched.length,
  })
}

/** `a, b,` as the ids that it names. */
function idsOf(text: string): string[] {
  return text
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
}
