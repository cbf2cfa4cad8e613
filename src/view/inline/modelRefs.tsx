import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { IfNumbers } from '../ifs/ifSwitch.js'
import { chipOf } from '../ifs/verdictChip.js'
import type { Report } from '../report.js'
import { Unknown } from './factRef.js'

/** The verdict of one or more ifs about a service, in a sentence: green, with the hours before and after. */
export function VerdictRef({ report, of, ifs }: { report: Report; of: string; ifs: readonly string[] }) {
  const words = reportWords(report.language).inline
  const { model } = report
  if (model === null) return <Unknown text={words.noModel} />
  const missing = ifs.find(id => !report.ifs.includes(id))
  if (missing !== undefined) return <Unknown text={words.unknownIf(missing)} />
  if (!model.session.compiled.indexOf.has(of)) return <Unknown text={words.unknownService(of)} />
  const verdict = model.judge(ifs).verdicts.find(({ component }) => component === of)
  if (verdict === undefined) return <Unknown text={words.failed} />
  const chip = chipOf(report, verdict)
  const told = chip.kind !== 'contradicted' && chip.kind !== 'none'
  const length = (ms: number) => (ms === 0 ? words.zero : report.clock.duration(ms))
  return (
    <span class="verdict-ref" data-v={chip.kind} title={fidelityWords(report.language).line(model.fidelity)}>
      {ifs.length > 0 && <IfNumbers report={report} ids={ifs} />} <b>{chip.text}</b>
      {told && verdict.after.backWithinHorizon && (
        <span class="hours">
          {' '}
          ({words.beforeAfter(length(verdict.before.downMs), length(verdict.after.downMs))})
        </span>
      )}
    </span>
  )
}

/** How long a service is down in the model, in a sentence: blue. */
export function DurationRef({ report, of }: { report: Report; of: string }) {
  const words = reportWords(report.language).inline
  const { model } = report
  if (model === null) return <Unknown text={words.noModel} />
  if (!model.session.compiled.indexOf.has(of)) return <Unknown text={words.unknownService(of)} />
  const { downMs, backWithinHorizon } = model.outcome(of)
  const length = downMs === 0 ? words.zero : report.clock.duration(downMs)
  return (
    <span class="duration-ref" title={fidelityWords(report.language).line(model.fidelity)}>
      {backWithinHorizon ? length : report.words.ifs.atLeast(length)}
    </span>
  )
}

/** The fidelity line in a sentence. */
export function FidelityRef({ report }: { report: Report }) {
  if (report.model === null) return <Unknown text={reportWords(report.language).inline.noModel} />
  return (
    <a class="fidelity-ref" href="#facts">
      {fidelityWords(report.language).line(report.model.fidelity)}
    </a>
  )
}
