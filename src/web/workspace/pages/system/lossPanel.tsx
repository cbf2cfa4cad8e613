import { useMemo } from 'preact/hooks'
import { type DrillOutcome, drill, type Fallen } from '../../../../assess/drill.js'
import type { Report } from '../../../../view/report.js'
import { duration } from '../../../../words/durations.js'
import { systemWords } from '../../../../words/workspace/system.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { useReport } from '../../result/useReport.js'

/** What falls if one component goes, live beside its form: services first, then the rest. */
export function LossPanel({ id }: { readonly id: string }) {
  const open = useCase()
  const words = systemWords(open.language.value)
  const report = useReport().value
  const loss = useLoss(report, id)
  if (report === null || loss === null) return null
  return (
    <section class="loss" aria-label={words.goes(report.title(id))}>
      <h3>{words.goes(report.title(id))}</h3>
      <Loss report={report} loss={loss} />
    </section>
  )
}

/** The drill of losing one component in the case as last whole; null where there is none, or the case has no such part. */
export function useLoss(report: Report | null, id: string | null): DrillOutcome | null {
  return useMemo(() => {
    const session = report?.model?.session
    if (session === undefined || id === null || !session.compiled.indexOf.has(id)) return null
    return drill(session, [id])
  }, [report, id])
}

/** What a drill says, in words. */
export function Loss({ report, loss }: { readonly report: Report; readonly loss: DrillOutcome }) {
  const open = useCase()
  const words = systemWords(open.language.value)
  if (loss.failed) return <p class="quiet">{words.failed}</p>
  const services = loss.falls.filter(({ service }) => service)
  const parts = loss.falls.filter(({ service }) => !service)
  return (
    <>
      {loss.contents.length > 0 && <p class="quiet">{words.goesWith(loss.contents.length)}</p>}
      {loss.falls.length === 0 && <p>{words.fallsNothing}</p>}
      {services.length > 0 && <FallenList title={words.services} fallen={services} report={report} />}
      {parts.length > 0 && <FallenList title={words.parts} fallen={parts} report={report} />}
      {loss.impaired.length > 0 && (
        <p>
          <span aria-hidden="true">◐ </span>
          {words.impaired}: {loss.impaired.map(report.title).join(', ')}
        </p>
      )}
      {loss.untouched.length > 0 && <p class="quiet">{words.untouched(loss.untouched.length)}</p>}
    </>
  )
}

function FallenList({
  title,
  fallen,
  report,
}: {
  readonly title: string
  readonly fallen: readonly Fallen[]
  readonly report: Report
}) {
  const open = useCase()
  const language = open.language.value
  const words = systemWords(language)
  return (
    <>
      <h4>{title}</h4>
      <ul class="fallen">
        {fallen.map(({ component, downAtMs, comesBack }) => (
          <li key={component}>
            <span aria-hidden="true" class="fallen-sign">
              ✕
            </span>
            <a href={placeAddress(open.id, { kind: 'entry', path: ['components', component] })}>
              {report.title(component)}
            </a>
            <small>
              {downAtMs === 0 ? words.atOnce : words.after(duration(downAtMs, language))} ·{' '}
              {words.back[comesBack]}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
