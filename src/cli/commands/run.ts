import type { FactSummary, Fidelity, ServiceOutcome } from '../../assess/assessment.js'
import { fidelityOf } from '../../assess/fidelity.js'
import { outcomeIn } from '../../assess/outcome.js'
import { runJson } from '../../assess/runJson.js'
import { ownIfs } from '../../assess/session.js'
import { difference, duration } from '../../words/durations.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { type Context, writeJson } from '../context.js'
import { eachCase } from '../eachCase.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { writeFidelityLine } from '../fidelityLine.js'
import { type OpenCase, openCase, openScenario } from '../openCase.js'
import { type Cell, table, wrapLines } from '../table.js'

/**
 * `manil run CASE…`: replays cases and holds each run against its record, one scenario after the other unless one is named. With
 * `--json` every case gives one line, in the order given, an invalid one too; the others go on.
 */
export async function run(
  paths: readonly string[],
  options: { readonly changes: boolean; readonly scenario: string | null },
  context: Context,
): Promise<ExitStatus> {
  return eachCase(paths, context, (path, place) => {
    if (place > 0 && !context.json) context.effects.write('\n')
    const open = openCase(path, context, options.scenario)
    if (context.json) {
      writeJson(context, runJson(open.id, open.session, options.scenario))
      return exitStatus.fine
    }
    writeRun(open, options.changes, context)
    if (options.scenario !== null) return exitStatus.fine
    for (const { id } of open.session.compiled.scenarios.slice(1)) {
      context.effects.write('\n')
      writeRun(openScenario(open, id, context), options.changes, context)
    }
    return exitStatus.fine
  })
}

function writeRun(open: OpenCase, changes: boolean, context: Context): void {
  const { effects, words, paint } = context
  const { session, times, scenario: id } = open
  const { document } = session
  const { scenario } = session.with([], id).scenario
  const name = id === 'main' ? open.id : id
  effects.write(`${paint('bold', open.title)} (${open.text(name)})\n`)
  const inPlace = ownIfs(document, id)
  if (inPlace.length > 0) effects.write(wrapLines(words.run.inPlace(inPlace.join(', '))))
  const watched = words.run.watched(
    times.dateTime(0),
    times.dateTime(scenario.horizonMs),
    document.case.timezone,
  )
  effects.write(`${watched}\n\n`)
  if (changes) writeChanges(open, context)
  writeServices(open, context)
  writeFidelity(open, fidelityOf(open.session, open.scenario), context)
}

function writeChanges(open: OpenCase, context: Context): void {
  const { effects, words, paint } = context
  const { compiled } = open.session.with([], open.scenario)
  const { changes, system } = open.session.baseline(open.scenario)
  const columns = [
    { title: words.columns.time },
    { title: words.columns.component, flexible: true },
    { title: words.columns.level, align: 'right' as const },
  ]
  const rows = changes.map(({ timeMs, component, level }): Cell[] => {
    const count = system.components[component]!.count
    const text = count === 1 ? words.why.states[level > 0 ? 'up' : 'down'] : `${level} / ${count}`
    const colour = level === 0 ? 'red' : level < count ? 'amber' : 'green'
    return [open.times.dateTime(timeMs), open.nameOf(compiled.ids[component]!), { text, colour }]
  })
  effects.write(`${table(columns, rows, paint)}\n`)
}

function writeServices(open: OpenCase, context: Context): void {
  const { effects, words, paint, language } = context
  const baseline = open.session.with([], open.scenario)
  const columns = [
    { title: words.columns.service, flexible: true },
    { title: words.columns.down, align: 'right' as const },
    { title: words.columns.impaired, align: 'right' as const },
    { title: words.columns.from },
    { title: words.columns.back },
  ]
  const outcomes = open.session.services
    .map(id => outcomeIn(baseline, id))
    .filter(outcome => outcome !== null)
  const rows = outcomes.map((outcome): Cell[] => {
    const down = outcome.downMs === 0 ? words.none : duration(outcome.downMs, language)
    const impaired = outcome.impairedMs === 0 ? words.none : duration(outcome.impairedMs, language)
    const first = outcome.down[0] ?? outcome.impaired[0]
    return [
      open.nameOf(outcome.component),
      outcome.downMs === 0 ? down : { text: down, colour: 'red' },
      outcome.impairedMs === 0 ? impaired : { text: impaired, colour: 'amber' },
      first === undefined ? words.none : open.times.dateTime(first.fromMs),
      backText(outcome, open, context),
    ]
  })
  effects.write(`${table(columns, rows, paint)}\n`)
}

function backText(outcome: ServiceOutcome, open: OpenCase, context: Context): Cell {
  if (!outcome.backWithinHorizon) return { text: context.words.run.notBack, colour: 'red' }
  return outcome.backMs === null ? context.words.none : open.times.dateTime(outcome.backMs)
}

function writeFidelity(open: OpenCase, found: Fidelity, context: Context): void {
  const { effects, words } = context
  if (found.byFact.length > 0) writeFacts(open, found, context)
  const { fitted, bounds, inputs } = found
  writeFidelityLine(open, context)
  const of = ({ agree, total }: { readonly agree: number; readonly total: number }) => `${agree} / ${total}`
  effects.write(`${words.run.others(of(fitted), of(bounds), inputs)}\n`)
}

function writeFacts(open: OpenCase, found: Fidelity, context: Context): void {
  const { effects, words, paint, language } = context
  const said = fidelityWords(language)
  const columns = [
    { title: words.columns.fact, flexible: true },
    { title: words.columns.record, flexible: true, least: 13 },
    { title: words.columns.model },
    { title: words.columns.error, align: 'right' as const },
    { title: words.columns.verdict, flexible: true, least: 15 },
  ]
  const rows = found.byFact.map((fact): Cell[] => {
    const verdict = said.verdicts[fact.verdict]
    const text = fact.kind === 'test' ? verdict : `${verdict} (${said.kinds[fact.kind]})`
    const colour = { agrees: 'green', off: 'amber', contradicted: 'red', 'not-modelled': 'dim' } as const
    const { fromMs, toMs } = fact.observed
    return [
      fact.id,
      observedText(fact, open, context),
      fact.simulatedMs === null ? words.none : open.times.after(fact.simulatedMs, fromMs ?? toMs),
      errorText(fact.errorMs, context),
      { text, colour: colour[fact.verdict] },
    ]
  })
  effects.write(`${table(columns, rows, paint)}\n`)
}

/** When it was seen, as precisely as that is known. */
function observedText({ observed }: FactSummary, { times }: OpenCase, { words }: Context): string {
  const { fromMs, toMs } = observed
  if (fromMs !== null && toMs !== null) return times.span(fromMs, toMs)
  if (toMs !== null) return `≤ ${times.dateTime(toMs)}`
  return fromMs === null ? words.none : `≥ ${times.dateTime(fromMs)}`
}

function errorText(errorMs: number | null, { words, language }: Context): string {
  if (errorMs === null) return words.none
  return errorMs === 0 ? '0' : difference(errorMs, language)
}
