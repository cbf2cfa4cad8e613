import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { worldClock } from '../facts/factEntry.js'
import { instant } from '../recovery/serviceRecord.js'
import type { Report } from '../report.js'
import { SourceLinks } from '../sources/sourceLinks.js'
import { keyFigures, outermost } from './keyFigures.js'

/** A time of this width is that of a day; its middle would be an hour that nobody gave. */
const ALMOST_A_DAY = 23 * 3_600_000

/** Title, one sentence, the figures, how far the model can be trusted, and what is withheld. */
export function Masthead({ report }: { report: Report }) {
  const words = reportWords(report.language).masthead
  const { document } = report
  const figures = keyFigures(report)
  return (
    <div class="masthead">
      <p class="kicker">{kicker(report)}</p>
      <h1 data-from="case/title">{report.text(document.case.title)}</h1>
      {document.case.summary !== undefined && (
        <p class="deck" data-from="case/summary">
          {report.text(document.case.summary)}
        </p>
      )}
      {figures.length > 0 && (
        <dl class="key-figures" style={{ '--figures': figures.length }}>
          {figures.map(figure => (
            <div key={figure.label} data-from={figure.from}>
              <dt>
                {figure.label} <SourceLinks report={report} ids={figure.sources} most={2} />
                {figure.basis !== undefined && (
                  <span class="src">{reportWords(report.language).method.basisKinds[figure.basis]}</span>
                )}
              </dt>
              <dd>
                {figure.parts.map((part, place) =>
                  part.small ? <small key={place}>{part.text}</small> : <span key={place}>{part.text}</span>,
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div class="standing">
        <Standing report={report} />
        <p>
          {words.edition(report.data.caseId)} · <Withheld report={report} />
        </p>
      </div>
      {report.model !== null && (
        <p class="readkey">
          <b class="c-was">
            <span class="on-light">{words.black}</span>
            <span class="on-dark">{words.white}</span>
          </b>
          {words.was}, <b class="c-model">{words.model}</b>, <b class="c-if">{words.changed}</b>
          {words.says}
        </p>
      )}
    </div>
  )
}

/** Fidelity as dots and a sentence. */
function Standing({ report }: { report: Report }) {
  const words = reportWords(report.language).masthead
  const { model } = report
  if (model === null) return <p>{words.noModel}</p>
  const { tests } = model.fidelity
  const { headline, rest } = sentences(fidelityWords(report.language).line(model.fidelity))
  return (
    <p>
      {tests.total > 0 && tests.total <= 60 && (
        <span class="dots" role="img" aria-label={words.dots(tests.agree, tests.total)}>
          {[...Array(tests.total).keys()].map(place => (
            <i key={place} data-test={dotOf(place, tests)} />
          ))}
        </span>
      )}
      <b>{headline}</b> {rest}
      {Object.entries(report.document.scenarios ?? {}).map(([id, scenario]) => {
        const other = report.under(id)?.model
        if (other === undefined || other === null) return null
        return (
          <span key={id} class="other-scenario">
            <a href={`#scenario-${id}`}>{report.text(scenario.title) || id}</a>:{' '}
            {fidelityWords(report.language).short(other.fidelity)}
          </span>
        )
      })}
    </p>
  )
}

function dotOf(place: number, tests: { agree: number; off: number }): 'agrees' | 'off' | 'contradicted' {
  if (place < tests.agree) return 'agrees'
  return place < tests.agree + tests.off ? 'off' : 'contradicted'
}

/** The first sentence stands out, the others follow it. */
function sentences(line: string) {
  const end = line.indexOf('. ')
  return end < 0
    ? { headline: line, rest: '' }
    : { headline: line.slice(0, end + 1), rest: line.slice(end + 2) }
}

function Withheld({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const { withheld } = report.data
  if (withheld.length === 0) return <a href="#disclosure">{words.masthead.noneWithheld}</a>
  const reasons = [...new Set(withheld.map(({ reason }) => reason))]
  return (
    <>
      <a href="#disclosure">{words.masthead.withheld(withheld.length)}</a>:{' '}
      {reasons
        .map(
          reason =>
            `${words.facts.reasons[reason] ?? reason} ${withheld.filter(one => one.reason === reason).length}`,
        )
        .join(', ')}
    </>
  )
}

/** When the outage was, by the record, and where. Without a model: the start of the case and the organisation. */
function kicker(report: Report): string {
  const words = reportWords(report.language).masthead
  const { model, document } = report
  const clock = worldClock(report)
  const place = placeOf(report) ?? report.text(document.case.organisation)
  if (model === null) return place
  const start = model.scenario.startEpochMs
  const main = report.facts.filter(({ scenario }) => scenario === 'main')
  const services = new Set(model.services.map(id => model.session.compiled.indexOf.get(id)))
  const about = (up: boolean) =>
    main.filter(({ expectations }) =>
      expectations.some(
        ({ component, mode, state }) =>
          mode === 'changes' && services.has(component) && ('level' in state && state.level === 'up') === up,
      ),
    )
  const first = about(false).sort((a, b) => instant(a) - instant(b))[0]
  const last = about(true)
    .sort((a, b) => instant(a) - instant(b))
    .at(-1)
  const from = first === undefined ? start : start + instant(first)
  const fromText = words.start(clock.calendar(from).year, clock.date(from), clock.time(from))
  if (last === undefined) return [fromText, place].filter(Boolean).join(' · ')
  const to = clock.after(start + instant(last), from)
  const { kind, fromMs, toMs } = last.time
  const toText =
    fromMs === toMs
      ? to
      : kind === 'by'
        ? words.by(to)
        : fromMs !== null && toMs !== null && toMs - fromMs >= ALMOST_A_DAY
          ? clock.date(start + fromMs)
          : words.about(to)
  return [words.span(fromText, toText), place].filter(Boolean).join(' · ')
}

/** The site on which the first event acts. */
function placeOf(report: Report): string | null {
  const { components = {}, events = {} } = report.document
  for (const event of Object.values(events)) {
    for (const targets of [event.destroy, event.fail, event.cut]) {
      const ids =
        typeof targets === 'string'
          ? [targets]
          : Array.isArray(targets)
            ? targets
            : Object.keys(targets ?? {})
      for (const id of ids) {
        const site = outermost(components, String(id))
        if (components[site]?.kind === 'site') return report.title(site)
      }
    }
  }
  return null
}
