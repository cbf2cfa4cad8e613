import type { Question as Asked } from '../../assess/assessment.js'
import { questions } from '../../assess/questions.js'
import { questionWords } from '../../words/questions/questionWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { factEntry, scenarioStart, worldClock } from '../facts/factEntry.js'
import { factTime } from '../facts/factTime.js'
import { oncePerReport } from '../remembered.js'
import type { Report } from '../report.js'

/** Questions that stand open; the others are folded away. */
const SHOWN = 9
/** Sets a fact's id apart in a sentence, so that it can become a link. No id contains it. */
const MARK = '\u0001'

/** What the program asks of record and model. */
export function Questions({ report }: { report: Report }) {
  const words = reportWords(report.language)
  const asked = questionsOf(report)
  if (asked.length === 0) return <p id="questions">{words.open.none}</p>
  const rest = asked.slice(SHOWN)
  return (
    <div id="questions">
      <ol class="questions">
        {asked.slice(0, SHOWN).map((question, place) => (
          <One key={place} report={report} question={question} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details class="more-questions">
          <summary>{words.open.all(rest.length)}</summary>
          <ol class="questions" start={SHOWN + 1}>
            {rest.map((question, place) => (
              <One key={place} report={report} question={question} />
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

/** The questions of a report; none without a model. */
export const questionsOf = oncePerReport((report: Report): readonly Asked[] =>
  report.model === null ? [] : questions(report.model.session, report.model.wholeFidelity),
)

function One({ report, question }: { report: Report; question: Asked }) {
  const said = questionWords(report.language)
  const text = said.ask(question, {
    component: report.title,
    event: id => report.text(report.document.events?.[id]?.title) || id,
    fact: id => `${MARK}${id}${MARK}`,
    span: (fromMs, toMs, scenario) => spanOf(report, fromMs, toMs, scenario),
  })
  const { statement, ask } = parted(text)
  return (
    <li data-kind={question.kind}>
      <b>{said.kinds[question.kind]}</b>
      <Linked report={report} text={statement} />{' '}
      <em>
        <Linked report={report} text={ask} />
      </em>
    </li>
  )
}

/** The last sentence is the question; what stands before it says why it is asked. */
function parted(text: string): { readonly statement: string; readonly ask: string } {
  const end = text.lastIndexOf('. ')
  return end < 0
    ? { statement: '', ask: text }
    : { statement: text.slice(0, end + 1), ask: text.slice(end + 2) }
}

/** Facts in a sentence become links that show their time. */
function Linked({ report, text }: { report: Report; text: string }) {
  return (
    <>
      {text.split(MARK).map((part, place) => {
        if (place % 2 === 0) return part
        const entry = factEntry(report, part)
        return entry === null ? (
          part
        ) : (
          <a key={place} href={`#fact-${part}`} title={report.text(entry.fact.text)}>
            {factTime(report, entry, scenarioStart(report, 'main'))}
          </a>
        )
      })}
    </>
  )
}

function spanOf(report: Report, fromMs: number, toMs: number, scenario: string): string {
  const start = scenarioStart(report, scenario)
  return worldClock(report).span(start + fromMs, start + toMs)
}
