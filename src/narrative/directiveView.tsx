import { Actions } from '../view/actions/actions.js'
import { Disclosure } from '../view/disclosure/disclosure.js'
import { Facts } from '../view/facts/facts.js'
import { IfCard } from '../view/ifs/ifCard.js'
import { IfPanel } from '../view/ifs/ifPanel.js'
import { FactRef, Unknown, WithheldRef } from '../view/inline/factRef.js'
import { DurationRef, FidelityRef, VerdictRef } from '../view/inline/modelRefs.js'
import { SourceRef } from '../view/inline/sourceRef.js'
import { TermRef } from '../view/inline/term.js'
import { Method } from '../view/method/method.js'
import { AndWe } from '../view/ourselves/andWe.js'
import { Island } from '../view/page/island.js'
import { RecoveryPath } from '../view/path/recoveryPathFigure.js'
import { Questions } from '../view/questions/questions.js'
import { Recovery } from '../view/recovery/recovery.js'
import { Replay } from '../view/replay/replay.js'
import type { Report } from '../view/report.js'
import { ScenarioReview } from '../view/scenario/scenarioReview.js'
import { Shortcomings } from '../view/shortcomings/shortcomings.js'
import { Sources } from '../view/sources/sources.js'
import { Timeline } from '../view/timeline/timeline.js'
import { reportWords } from '../words/report/reportWords.js'
import { type BlockDirective, type Directive, idsOf } from './directive.js'
import type { Drawing } from './drawNarrative.js'

/** A directive of a narrative in its place. One that names what is not there says so, and is not loud. */
export function DirectiveView({ drawing, directive }: { drawing: Drawing; directive: Directive }) {
  const { name, known, label, attributes, block } = directive
  const words = reportWords(drawing.report.language).inline
  if (!known) return <Unknown text={words.unknownDirective(name)} />
  const report = reportFor(drawing.report, attributes)
  if (report === null) return <Unknown text={words.unknownScenario(attributes.scenario ?? '')} />
  if (block && report.scenario !== 'main') {
    return (
      <>
        <p class="of-scenario">{report.text(report.document.scenarios?.[report.scenario]?.title)}</p>
        <Figure report={report} name={name as BlockDirective} attributes={attributes} placed />
      </>
    )
  }
  if (block) return <Figure report={report} name={name as BlockDirective} attributes={attributes} placed />
  switch (name) {
    case 'fact':
      return drawing.hiddenFacts.has(label) ? (
        <WithheldRef report={report} />
      ) : (
        <FactRef report={report} id={label} />
      )
    case 'source':
      return <SourceRef report={report} id={label} />
    case 'verdict':
      return <VerdictRef report={report} of={label} ifs={idsOf(attributes.if)} />
    case 'duration':
      return <DurationRef report={report} of={label} />
    case 'fidelity':
      return <FidelityRef report={report} />
    default: {
      const first = !drawing.explained.has(label)
      drawing.explained.add(label)
      return <TermRef report={report} id={label} first={first} />
    }
  }
}

/** The report about the scenario that a directive names; about the main one where it names none. */
function reportFor(report: Report, { scenario }: Directive['attributes']): Report | null {
  return scenario === undefined ? report : report.under(scenario)
}

/** A figure of the report, drawn where a narrative places it or where it stands by itself. */
export function Figure({
  report,
  name,
  attributes = {},
  placed = false,
}: {
  report: Report
  name: BlockDirective
  attributes?: Directive['attributes']
  /** It stands in a section of the narrative, whose heading may be about something else. */
  placed?: boolean
}) {
  const words = reportWords(report.language).inline
  const of = attributes.of ?? ''
  const id = attributes.id ?? ''
  const unmodelled = report.model === null
  const scenario = report.scenario === 'main' ? undefined : report.scenario
  switch (name) {
    case 'replay':
      if (unmodelled) return <Unknown text={words.noModel} />
      return (
        <Island name="replay" scenario={scenario}>
          <Replay report={report} />
        </Island>
      )
    case 'ifs':
      if (unmodelled) return <Unknown text={words.noModel} />
      return (
        <Island name="ifs">
          <IfPanel report={report} />
        </Island>
      )
    case 'if':
      if (unmodelled) return <Unknown text={words.noModel} />
      if (!report.ifs.includes(id)) return <Unknown text={words.unknownIf(id)} />
      return (
        <Island name="if" of={id}>
          <IfCard report={report} of={id} />
        </Island>
      )
    case 'and-we':
      if (unmodelled) return <Unknown text={words.noModel} />
      return (
        <Island name="and-we">
          <AndWe report={report} />
        </Island>
      )
    case 'recovery':
      if (unmodelled) return <Unknown text={words.noModel} />
      return (
        <Island name="recovery" scenario={scenario}>
          <Recovery report={report} />
        </Island>
      )
    case 'recovery-path':
      if (unmodelled) return <Unknown text={words.noModel} />
      if (!report.model?.session.compiled.indexOf.has(of)) return <Unknown text={words.unknownService(of)} />
      return (
        <Island name="path" of={of} scenario={scenario}>
          <RecoveryPath report={report} of={of} />
        </Island>
      )
    case 'scenario': {
      const shown = report.under(id)
      if (unmodelled) return <Unknown text={words.noModel} />
      if (shown === null) return <Unknown text={words.unknownScenario(id)} />
      return <ScenarioReview report={shown} />
    }
    case 'timeline':
      return <Timeline report={report} from={attributes.from ?? null} to={attributes.to ?? null} />
    case 'facts':
      return <Facts report={report} />
    case 'shortcomings':
      return <Shortcomings report={report} />
    case 'questions':
      return <Questions report={report} />
    case 'actions':
      return <Actions report={report} />
    case 'disclosure':
      return <Disclosure report={report} titled={placed} />
    case 'sources':
      return <Sources report={report} titled={placed} />
    case 'method':
      return <Method report={report} />
  }
}
