import type { IfOutcome } from '../assess/assessment.js'
import { judge } from '../assess/verdict.js'
import { verdictWords } from '../words/verdicts/verdictWords.js'
import { conditionsTable } from './conditions.js'
import { type Context, writeJson } from './context.js'
import { type ExitStatus, exitStatus } from './exitStatus.js'
import { writeFidelityLine } from './fidelityLine.js'
import { ifJson } from './ifJson.js'
import type { OpenCase } from './openCase.js'
import { type Cell, table } from './table.js'
import { verdictText } from './verdictText.js'

/** Services in one table; more are shown in further tables, so that none gets wider than a terminal. */
const servicesInTable = 4

/** Every if alone, then all together: a table of verdicts per service, and which conditions each if changes. */
export function writeEveryIf(open: OpenCase, ids: readonly string[], context: Context): ExitStatus {
  const { effects, words } = context
  const combinations = [...ids.map(id => [id]), ...(ids.length > 1 ? [ids] : [])]
  const outcomes = combinations.map((combination, place) => {
    effects.progress(words.if.working(place + 1, combinations.length))
    return judge(open.session, combination, { scenario: open.scenario })
  })
  effects.progress('')
  if (context.json) {
    for (const outcome of outcomes) writeJson(context, ifJson(open.id, outcome))
    return exitStatus.fine
  }
  const { services } = open.session
  for (let first = 0; first < services.length; first += servicesInTable) {
    effects.write(
      `${verdictsTable(open, services.slice(first, first + servicesInTable), outcomes, context)}\n`,
    )
  }
  for (const [place, id] of ids.entries()) {
    const changed = outcomes[place]!.changed
    effects.write(`${context.paint('bold', `${id}: ${verdictWords(context.language).changedConditions}`)}\n`)
    const { document } = open.session.with([], open.scenario)
    const after = open.session.with([id], open.scenario).document
    effects.write(`${conditionsTable(changed, document, after, context)}\n`)
  }
  writeFidelityLine(open, context)
  return exitStatus.fine
}

function verdictsTable(
  open: OpenCase,
  services: readonly string[],
  outcomes: readonly IfOutcome[],
  context: Context,
): string {
  const { words, paint, language } = context
  const columns = [
    { title: words.columns.ifs, flexible: true },
    ...services.map(id => ({ title: open.nameOf(id), flexible: true, least: 13 })),
  ]
  const rows = outcomes.map(({ ifs, verdicts }): Cell[] => [
    ifs.length === 1 ? ifs[0]! : words.if.together,
    ...services.map((service): Cell => {
      const verdict = verdicts.find(({ component }) => component === service)
      if (verdict === undefined) return { text: words.if.cannotCombine, colour: 'dim' }
      return verdictText(verdict, language)
    }),
  ])
  return table(columns, rows, paint)
}
