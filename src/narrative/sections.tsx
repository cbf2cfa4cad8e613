import type { ComponentChildren } from 'preact'
import { factEntries } from '../view/facts/factEntry.js'
import { Section } from '../view/page/section.js'
import { questionsOf } from '../view/questions/questions.js'
import { rowsOf } from '../view/recovery/rows.js'
import type { Report } from '../view/report.js'
import { ourselvesWords } from '../words/ourselves/ourselvesWords.js'
import { reportWords } from '../words/report/reportWords.js'
import type { BlockDirective, Directive } from './directive.js'
import { Figure } from './directiveView.js'
import { type Drawing, drawInline, drawNodes } from './drawNarrative.js'
import { directivesIn, type Narrative } from './readNarrative.js'

/** Services whose recovery path stands in a report that places none itself. */
const PATHS_SHOWN = 2

/** The sections of a page: the narrative's own, then every figure that it does not place, in the usual order. */
export function Sections({
  report,
  narrative,
  hiddenFacts,
}: {
  report: Report
  narrative: Narrative | null
  hiddenFacts: ReadonlySet<string>
}) {
  const directives = narrative?.directives ?? []
  const drawing: Drawing = { report, directives, hiddenFacts, explained: new Set() }
  const words = reportWords(report.language)
  const placed = new Set(directives.filter(({ known, block }) => known && block).map(({ name }) => name))
  const lang = narrative === null || narrative.language === report.language ? undefined : narrative.language
  return (
    <>
      {narrative === null && <p class="without">{words.masthead.noNarrative}</p>}
      {lang !== undefined && (
        <p class="without">{words.masthead.otherLanguage(words.languages[narrative!.language])}</p>
      )}
      {narrative !== null && (
        <div class="narrative" lang={lang}>
          {narrative.opening.length > 0 && <div class="opening">{drawNodes(drawing, narrative.opening)}</div>}
          {narrative.sections.map(({ heading, body }, place) => (
            <Section
              key={place}
              id={`section-${place + 1}`}
              question={questionOf(report, directivesIn(body, directives))}
              heading={drawInline(drawing, heading)}
            >
              {drawNodes(drawing, body)}
            </Section>
          ))}
        </div>
      )}
      {unplaced(report, placed)}
    </>
  )
}

/** The small question of a section: that of its first figure. */
function questionOf(report: Report, directives: readonly Directive[]): string | null {
  const { questions } = reportWords(report.language)
  const first = directives.find(({ known, block }) => known && block)
  return first === undefined ? null : questions[first.name as BlockDirective]
}

function unplaced(report: Report, placed: ReadonlySet<string>): ComponentChildren {
  const { questions } = reportWords(report.language)
  return ORDER.filter(name => !placed.has(name)).map(name => {
    const heading = headingOf(report, name)
    if (heading === null) return null
    return (
      <Section key={name} id={`section-${name}`} question={questions[name]} heading={heading}>
        {name === 'scenario' ? (
          Object.keys(report.document.scenarios ?? {}).map(id => (
            <Figure key={id} report={report} name={name} attributes={{ id }} />
          ))
        ) : name === 'recovery-path' ? (
          worstServices(report).map(of => <Figure key={of} report={report} name={name} attributes={{ of }} />)
        ) : (
          <Figure report={report} name={name} />
        )}
      </Section>
    )
  })
}

const ORDER = [
  'replay',
  'ifs',
  'recovery',
  'recovery-path',
  'scenario',
  'shortcomings',
  'and-we',
  'facts',
  'questions',
  'actions',
  'method',
  'disclosure',
  'sources',
] as const satisfies readonly BlockDirective[]

/** The heading of a figure that stands by itself, computed; null where the case has nothing to show in it. */
function headingOf(report: Report, name: (typeof ORDER)[number]): string | null {
  const { headings } = reportWords(report.language)
  const { document, model, data } = report
  const count = (section: 'shortcomings' | 'actions' | 'facts') =>
    Object.keys(document[section] ?? {}).length + data.withheld.filter(one => one.section === section).length
  switch (name) {
    case 'replay': {
      if (model === null) return null
      const [worst] = worstServices(report)
      if (worst === undefined) return headings.replayNothing
      return headings.replay(report.title(worst), report.clock.duration(model.outcome(worst).downMs))
    }
    case 'ifs': {
      if (model === null || report.ifs.length === 0) return null
      const prevents = report.ifs.filter(id =>
        model.judge([id]).verdicts.some(({ kind }) => kind === 'prevented'),
      )
      return headings.ifs(report.ifs.length, prevents.length)
    }
    case 'recovery': {
      const rows = model === null ? [] : rowsOf(report)
      if (rows.length === 0) return null
      return headings.recovery(rows[0]!.title, rows.at(-1)!.title)
    }
    case 'recovery-path': {
      const [worst] = worstServices(report)
      return worst === undefined ? null : headings.path(report.title(worst))
    }
    case 'scenario': {
      const titles = Object.entries(document.scenarios ?? {}).map(
        ([id, { title }]) => report.text(title) || id,
      )
      return model === null || titles.length === 0 ? null : headings.scenario(titles.join(', '))
    }
    case 'shortcomings':
      return count('shortcomings') === 0 ? null : headings.shortcomings(count('shortcomings'))
    case 'and-we': {
      const told = Object.values(document.portable?.ifs ?? {}).some(
        ({ condition }) => condition !== undefined,
      )
      return model === null || !told ? null : ourselvesWords(report.language).heading(report.ifs.length)
    }
    case 'facts': {
      const entries = factEntries(report)
      const of = (wanted: string) => entries.filter(({ evidence }) => evidence === wanted).length
      return count('facts') === 0 ? null : headings.facts(count('facts'), of('primary'), of('claim'))
    }
    case 'questions':
      return model === null ? null : headings.questions(questionsOf(report).length)
    case 'actions': {
      const done = Object.values(document.actions ?? {}).filter(({ status }) => status === 'done').length
      return count('actions') === 0 ? null : headings.actions(count('actions'), done)
    }
    case 'method':
      return model === null ? headings.methodNoModel : headings.method
    case 'disclosure':
      return headings.disclosure
    case 'sources':
      return headings.sources(Object.keys(document.sources ?? {}).length)
  }
}

/** Services by how long they are down in the model, longest first; those that are not down are left out. */
function worstServices(report: Report): readonly string[] {
  const { model } = report
  if (model === null) return []
  return model.services
    .filter(id => model.outcome(id).downMs > 0)
    .sort((a, b) => model.outcome(b).downMs - model.outcome(a).downMs)
    .slice(0, PATHS_SHOWN)
}
