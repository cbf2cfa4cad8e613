import { type OutagePath, outagePaths } from '../../assess/paths.js'
import { duration } from '../../words/durations.js'
import { pathWords } from '../../words/paths/pathWords.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { componentIndex, eventsOf, type OpenCase, openCase } from '../openCase.js'
import { type Cell, table } from '../table.js'

/** `manil path CASE COMPONENT`: what the time of each outage was spent on. The parts add up to the millisecond. */
export async function recoveryPathOf(
  path: string,
  component: string,
  options: { readonly scenario: string | null },
  context: Context,
): Promise<ExitStatus> {
  const open = openCase(path, context, options.scenario)
  componentIndex(open, component, context)
  const outages = outagePaths(open.session.with([], open.scenario), component)
  if (context.json) {
    writeJson(context, { case: open.id, component, outages })
    return exitStatus.fine
  }
  if (outages.length === 0)
    context.effects.write(`${pathWords(context.language).neverDown(open.nameOf(component))}\n`)
  for (const outage of outages) writeOutage(outage, open, context)
  return exitStatus.fine
}

function writeOutage({ component, interval, steps }: OutagePath, open: OpenCase, context: Context): void {
  const { effects, words, paint, language } = context
  const { times } = open
  const events = eventsOf(open)
  const from = times.dateTime(interval.fromMs)
  const until = interval.open ? words.run.notBack : times.dateTime(interval.toMs)
  const total = duration(interval.toMs - interval.fromMs, language)
  effects.write(`${paint('bold', words.path.outage(open.nameOf(component), from, until, total))}\n\n`)
  const columns = [
    { title: words.columns.time },
    { title: words.columns.until },
    { title: words.columns.down, align: 'right' as const },
    { title: words.columns.spentOn, flexible: true },
  ]
  const rows = steps.map((step, place): Cell[] => [
    times.after(step.fromMs, steps[place - 1]?.fromMs ?? null),
    times.after(step.toMs, step.fromMs),
    duration(step.toMs - step.fromMs, language),
    pathWords(language).step({
      ...step,
      component: open.nameOf(step.component),
      event: step.event === null ? null : open.text(events?.[step.event]?.title ?? step.event),
      team: step.team === null ? null : open.nameOf(step.team),
    }),
  ])
  const sum = steps.reduce((ms, step) => ms + step.toMs - step.fromMs, 0)
  const bold = (text: string): Cell => ({ text, colour: 'bold' })
  rows.push(['', '', bold(duration(sum, language)), bold(words.path.sum)])
  effects.write(`${table(columns, rows, paint)}\n`)
}
