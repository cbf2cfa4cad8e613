import type { Verdict } from '../../assess/assessment.js'
import type { Report } from '../report.js'

/** How a verdict looks. `prevented` is solid, `much` washed (more than half shorter), `contradicted` hatched. */
export type ChipKind =
  | 'prevented'
  | 'much'
  | 'shorter'
  | 'none'
  | 'contradicted'
  | 'worse'
  | 'later'
  | 'not-back'

export interface Chip {
  readonly kind: ChipKind
  readonly text: string
}

/**
 * A verdict in a few characters. That a service does not go down is a finding about structure and is said even where the
 * record contradicts the model's times; hours are not.
 */
export function chipOf(report: Report, verdict: Verdict): Chip {
  const { clock, words } = report
  if (verdict.kind === 'prevented') return { kind: 'prevented', text: words.ifs.notDown }
  if (verdict.kind === 'not-down' || verdict.kind === 'no-effect')
    return { kind: 'none', text: words.ifs.noEffect }
  if (verdict.timed === null) return { kind: 'contradicted', text: words.ifs.contradicted }
  if (verdict.kind === 'not-back') return { kind: 'not-back', text: words.ifs.notBack }
  const size = clock.duration(Math.abs(verdict.deltaMs))
  const text = (sign: string) => (verdict.atLeast ? words.ifs.atLeast(sign) : sign)
  if (verdict.kind === 'worse') return { kind: 'worse', text: text(words.ifs.worse(size)) }
  if (verdict.kind === 'later')
    return { kind: 'later', text: words.ifs.later(clock.duration(verdict.laterMs)) }
  const much = verdict.after.downMs * 2 < verdict.before.downMs
  return { kind: much ? 'much' : 'shorter', text: text(words.ifs.shorter(size)) }
}

/** The cell of one if and one service. The service's name is there for narrow screens and for reading aloud. */
export function VerdictChip({
  report,
  verdict,
  service,
}: {
  report: Report
  verdict: Verdict
  service: string
}) {
  const chip = chipOf(report, verdict)
  return (
    <span class="chip" data-v={chip.kind}>
      <span class="of">{service} </span>
      <span class="said">{chip.text}</span>
    </span>
  )
}
