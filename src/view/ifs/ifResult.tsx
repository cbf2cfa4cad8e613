import type { IfOutcome, Verdict } from '../../assess/assessment.js'
import type { Report } from '../report.js'
import type { ReportState } from '../reportState.js'
import { IfNumbers } from './ifSwitch.js'
import type { Telling } from './telling.js'
import { chipOf } from './verdictChip.js'
import { VerdictParts } from './verdictParts.js'

interface IfResultProps {
  readonly report: Report
  readonly state: ReportState
  readonly columns: readonly Telling[]
}

/** What the chosen combination does: a sentence, the objectives, and each service before and after on one scale. */
export function IfResult({ report, state, columns }: IfResultProps) {
  const { model } = report
  if (model === null) return null
  const chosen = state.chosenIfs.value
  const outcome = model.judge(chosen)
  const spoken = spokenOf(outcome)
  const verdicts = columns.flatMap(({ component }) =>
    outcome.verdicts.filter(verdict => verdict.component === component),
  )
  return (
    <div class="result">
      <div class="sentence">
        <p class="say" aria-live="polite">
          <Sentence report={report} chosen={chosen} outcome={outcome} />
        </p>
        {chosen.length > 0 && spoken !== undefined && (
          <VerdictParts report={report} chosen={chosen} verdict={spoken} />
        )}
        {chosen.length > 0 && <p class="counts">{countsInWords(report, outcome)}</p>}
        <Objectives report={report} outcome={outcome} />
        <FidelityLine report={report} />
      </div>
      <Bars report={report} verdicts={verdicts} chosen={chosen.length > 0} />
    </div>
  )
}

/** The sentence speaks of the first service about which hours may be said, in the order of the case. */
function Sentence({
  report,
  chosen,
  outcome,
}: {
  report: Report
  chosen: readonly string[]
  outcome: IfOutcome
}) {
  const { words, clock } = report
  const verdict = spokenOf(outcome)
  if (verdict === undefined) return null
  const service = report.title(verdict.component)
  const { after } = verdict
  const length = clock.duration(after.downMs)
  const tail =
    after.downMs === 0
      ? words.ifs.sayNotDown(service)
      : after.backWithinHorizon
        ? words.ifs.sayDown(service, length)
        : words.ifs.sayDownAtLeast(service, length)
  if (chosen.length === 0) return <>{words.ifs.sayWithout + tail}</>
  const [before, behind] = words.ifs.sayWith.split('#')
  return (
    <>
      {before}
      <IfNumbers report={report} ids={chosen} />
      {behind}
      {tail}
    </>
  )
}

/** The verdict that the sentence is about. */
function spokenOf(outcome: IfOutcome): Verdict | undefined {
  return outcome.verdicts.find(one => one.before.downMs > 0 && sayable(one)) ?? outcome.verdicts[0]
}

const sayable = (verdict: Verdict) => verdict.timed !== null || verdict.kind === 'prevented'

function countsInWords(report: Report, outcome: IfOutcome): string {
  const { words } = report
  const kinds = outcome.verdicts.map(verdict => chipOf(report, verdict).kind)
  const count = (...wanted: readonly string[]) => kinds.filter(kind => wanted.includes(kind)).length
  return words.ifs.counts({
    services: kinds.length,
    prevented: count('prevented'),
    shorter: count('much', 'shorter'),
    worse: count('worse', 'not-back'),
    withheld: count('contradicted'),
  })
}

function Objectives({ report, outcome }: { report: Report; outcome: IfOutcome }) {
  const { words, document } = report
  if (outcome.objectives.length === 0) return null
  return (
    <ul class="goals" aria-label={words.ifs.objectives}>
      {outcome.objectives.map(objective => (
        <li key={`${objective.id} ${objective.allowedMs}`} data-held={objective.held}>
          {report.text(document.objectives?.[objective.id]?.title) || objective.id}
          <span class="vh"> {objective.held ? words.ifs.held : words.ifs.missed}</span>
        </li>
      ))}
    </ul>
  )
}

/** How far the model can be trusted: the line that stands wherever a verdict stands. */
export function FidelityLine({ report }: { report: Report }) {
  const { model, words, clock } = report
  if (model === null) return null
  const { tests, medianErrorMs } = model.fidelity
  return (
    <p class="fidelity-line">
      {tests.total === 0 ? words.ifs.fidelityNone : words.ifs.fidelity(tests.agree, tests.total)}
      {medianErrorMs !== null && ` ${words.ifs.median(clock.duration(medianErrorMs))}`}
    </p>
  )
}

/** Before as an outline, after solid. Where hours are withheld both are hatched and only the structure is said. */
function Bars({
  report,
  verdicts,
  chosen,
}: {
  report: Report
  verdicts: readonly Verdict[]
  chosen: boolean
}) {
  const { words, clock } = report
  const longest = Math.max(
    1,
    ...verdicts.flatMap(verdict => (sayable(verdict) ? [verdict.before.downMs, verdict.after.downMs] : [])),
  )
  return (
    <div class="bars-box" data-chosen={chosen}>
      <dl class="bars">
        {verdicts.map(verdict => {
          const withheld = verdict.timed === null
          const chip = chipOf(report, verdict)
          const same = chip.kind === 'none'
          const value = (ms: number, back: boolean) =>
            ms === 0 ? words.ifs.notDown : back ? clock.duration(ms) : words.ifs.atLeast(clock.duration(ms))
          return (
            <div
              key={verdict.component}
              class="pair"
              data-withheld={withheld && verdict.kind !== 'prevented'}
            >
              <dt>{report.title(verdict.component)}</dt>
              <dd>
                {withheld ? (
                  <span class="bar withheld">
                    <i style={{ '--h': 0.3 }} />
                    {verdict.kind === 'prevented' ? words.ifs.notDown : words.ifs.contradicted}
                  </span>
                ) : (
                  <>
                    <span class="bar before">
                      <span class="vh">{words.ifs.before} </span>
                      <i style={{ '--h': verdict.before.downMs / longest }} />
                      {value(verdict.before.downMs, verdict.before.backWithinHorizon)}
                    </span>
                    <span class={same ? 'bar after same' : 'bar after'} aria-hidden={!chosen}>
                      <span class="vh">{words.ifs.after} </span>
                      <i
                        hidden={verdict.after.downMs === 0}
                        style={{ '--h': verdict.after.downMs / longest }}
                      />
                      {same
                        ? words.ifs.noEffect
                        : value(verdict.after.downMs, verdict.after.backWithinHorizon)}
                    </span>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <p class="cap">{words.ifs.scale}</p>
    </div>
  )
}
