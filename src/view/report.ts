import type { Fidelity, IfOutcome, ServiceOutcome } from '../assess/assessment.js'
import { fidelity, fidelityOf } from '../assess/fidelity.js'
import { type Moment, moments } from '../assess/moments.js'
import { serviceOutcome } from '../assess/outcome.js'
import { type CaseSession, openSession } from '../assess/session.js'
import { judge } from '../assess/verdict.js'
import type { Run } from '../engine/history.js'
import type { CaseDocument, Component, Language, Text } from '../model/case.js'
import type { CompiledScenario } from '../model/compiled.js'
import { type CompiledFact, compileFacts } from '../model/facts.js'
import { type FigureWords, figureWords } from '../words/figures/figureWords.js'
import { type Clock, openClock } from './clock.js'
import { remembered } from './remembered.js'
import type { ReportData } from './reportData.js'

/**
 * A report opened for reading: its data, the run of its model, and everything that views ask of both. The server and the
 * page build it by the same function from the same data, so both draw the same markup. Results are remembered.
 */
export interface Report {
  readonly data: ReportData
  /** The case as the scenario of this report meets it: with the scenario's events, and with the ifs that it brings. */
  readonly document: CaseDocument
  /** `main`, or the key under `scenarios:` that figures are about. */
  readonly scenario: string
  /** The same report about another scenario of the case; null where there is none of that id, or no model. */
  readonly under: (scenarioId: string) => Report | null
  readonly language: Language
  readonly words: FigureWords
  readonly clock: Clock
  /** Null where the case has no model that runs: facts and narrative alone. */
  readonly model: Model | null
  /** Facts in order of time, context included. */
  readonly facts: readonly CompiledFact[]
  /** Ids of ifs in the order of the case; a figure calls the first one 1. */
  readonly ifs: readonly string[]
  /** A text in the language of the report; empty where there is none. */
  readonly text: (text: Text | undefined) => string
  /** A component's title, or its id. */
  readonly title: (component: string) => string
  /** The number by which figures call an if, from 1. */
  readonly numberOf: (ifId: string) => number
}

/** What the model of a report says. */
export interface Model {
  readonly session: CaseSession
  readonly scenario: CompiledScenario
  readonly run: Run
  /** Component ids whose outages the report follows, in the order of the case. */
  readonly services: readonly string[]
  /** How well the run of this scenario agrees with its own facts. */
  readonly fidelity: Fidelity
  /** The same over all scenarios of the case. */
  readonly wholeFidelity: Fidelity
  /** Moments of the baseline, for the replay. */
  readonly moments: readonly Moment[]
  /** How a component fared in the baseline. */
  readonly outcome: (component: string) => ServiceOutcome
  /** The ifs' verdicts against the baseline, without sensitivity runs: at once. Order of ids does not matter. */
  readonly judge: (ifs: readonly string[]) => IfOutcome
  /** The same with every range run at both ends: many runs, so not for an instant answer. */
  readonly judgeRanges: (ifs: readonly string[]) => IfOutcome
  /** The run with these ifs, and its moments. */
  readonly replay: (ifs: readonly string[]) => Replayed
}

/** A run with the indexes that it was compiled with; ifs may add components. */
export interface Replayed {
  readonly ifs: readonly string[]
  /** The ifs cannot be combined: the run is the one without them. */
  readonly failed: boolean
  readonly run: Run
  readonly scenario: CompiledScenario
  readonly document: CaseDocument
  /** Engine index → component id, and back. */
  readonly ids: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly moments: readonly Moment[]
}

/** Opens a report. Pure but for what it remembers; never throws for a case that cannot be run. */
export function openReport(data: ReportData): Report {
  const { document } = data
  const session = document.components === undefined ? null : openSession(document)
  return session !== null && opened(session)
    ? reportOn(data, session, 'main')
    : reportOf(data, document, 'main', null, () => null)
}

/** A report about one scenario of a case that runs; each is opened once. */
function reportOn(data: ReportData, session: CaseSession, scenarioId: string): Report {
  const known = new Map<string, Report>()
  const under = (id: string): Report | null => {
    if (!session.compiled.scenarios.some(one => one.id === id)) return null
    const before = known.get(id)
    if (before !== undefined) return before
    const document = documentOf(session.with([], id).document, id)
    const report = reportOf(data, document, id, openModel(session, id), under)
    known.set(id, report)
    return report
  }
  return under(scenarioId)!
}

/** A document in which a scenario stands in the place of the main one, so that whatever looks for an event finds it. */
function documentOf(document: CaseDocument, scenarioId: string): CaseDocument {
  const section = document.scenarios?.[scenarioId]
  if (scenarioId === 'main' || section === undefined) return document
  const { start, horizon = document.case.horizon, events } = section
  const head = { ...document.case, start, ...(horizon === undefined ? {} : { horizon }) }
  return { ...document, case: head, events }
}

function reportOf(
  data: ReportData,
  document: CaseDocument,
  scenario: string,
  model: Model | null,
  under: Report['under'],
): Report {
  const { language } = data
  const text = (value: Text | undefined) => inLanguage(value, language)
  const ifs = Object.keys(document.ifs ?? {})
  const numbers = new Map(ifs.map((id, place) => [id, place + 1]))
  const startEpochMs = model?.scenario.startEpochMs ?? 0
  return {
    data,
    document,
    scenario,
    under,
    language,
    words: figureWords(language),
    clock: openClock(startEpochMs, document.case.timezone, language),
    model,
    facts: model === null ? [] : compileFacts(model.session.compiled),
    ifs,
    text,
    title: id => text(componentOf(document, id)?.title) || id,
    numberOf: id => numbers.get(id) ?? 0,
  }
}

/** With ifs in place there is no record: only events, and what they do to services, are moments. */
function momentsOf(session: CaseSession, variant: ReturnType<CaseSession['with']>): readonly Moment[] {
  const all = moments(session, variant.run)
  if (variant.ifs.length === 0) return all
  const services = new Set(session.services)
  return all
    .map(moment => ({ ...moment, facts: [] }))
    .filter(
      ({ events, changes }) =>
        events.length > 0 ||
        changes.some(change => services.has(change.component) && change.standing !== change.standingBefore),
    )
}

/** Whether the case could be compiled and run; otherwise there are only problems, and the report has no model. */
function opened(session: ReturnType<typeof openSession>): session is CaseSession {
  return 'compiled' in session
}

function openModel(session: CaseSession, scenarioId: string): Model {
  const { compiled, scenario } = session.with([], scenarioId)
  const run = session.baseline(scenarioId)
  const outcomes = remembered((id: string) =>
    serviceOutcome(compiled, scenario, run, compiled.indexOf.get(id) ?? -1),
  )
  const whole = fidelity(session)
  const options = { fidelity: whole, scenario: scenarioId }
  const judged = remembered((key: string) => judge(session, idsOf(key), options))
  const judgedRanges = remembered((key: string) =>
    judge(session, idsOf(key), { ...options, sensitivity: true }),
  )
  const replayed = remembered((key: string): Replayed => {
    const changed = session.with(idsOf(key), scenarioId)
    return {
      ifs: changed.ifs,
      failed: changed.failed,
      run: changed.run,
      scenario: changed.scenario,
      document: documentOf(changed.document, scenarioId),
      ids: changed.compiled.ids,
      indexOf: changed.compiled.indexOf,
      moments: momentsOf(session, changed),
    }
  })
  return {
    session,
    scenario,
    run,
    services: session.services,
    fidelity: fidelityOf(session, scenarioId),
    wholeFidelity: whole,
    moments: moments(session, run),
    outcome: outcomes,
    judge: ifs => judged(keyOf(ifs)),
    judgeRanges: ifs => judgedRanges(keyOf(ifs)),
    replay: ifs => replayed(keyOf(ifs)),
  }
}

const keyOf = (ifs: readonly string[]) => [...new Set(ifs)].sort().join('\n')
const idsOf = (key: string) => (key === '' ? [] : key.split('\n'))

function inLanguage(text: Text | undefined, language: Language): string {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[language] ?? text.ko ?? text.en ?? ''
}

/** Own properties only: a component may be called `constructor`. */
function componentOf(document: CaseDocument, id: string): Component | undefined {
  const components = document.components ?? {}
  return Object.hasOwn(components, id) ? components[id] : undefined
}
