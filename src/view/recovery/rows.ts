import type { ServiceOutcome } from '../../assess/assessment.js'
import { oncePerReport } from '../remembered.js'
import type { Report } from '../report.js'
import { HOUR } from './brokenAxis.js'
import { originOf, recordOf, type ServiceRecord } from './serviceRecord.js'

/** One service of the recovery chart. */
export interface Row {
  readonly component: string
  readonly title: string
  readonly record: ServiceRecord | null
  readonly model: ServiceOutcome
  readonly contradicted: boolean
  /** The recorded length in words, with ≤ or > where the record only bounds it. */
  readonly recordText: string
  /** The model against the record: a difference, or a length. */
  readonly modelText: string
  /** The last end of what the record says, for the order of the rows. */
  readonly endMs: number
}

/** Services that were down in the record or in the model, in the order in which they came back. */
export const rowsOf = oncePerReport((report: Report): Row[] => {
  const { model } = report
  if (model === null) return []
  return model.services
    .map(component => rowOf(report, component))
    .filter(row => row.record !== null || row.model.downMs > 0)
    .sort((a, b) => a.endMs - b.endMs)
})

function rowOf(report: Report, component: string): Row {
  const model = report.model!.outcome(component)
  const record = recordOf(report, component)
  const modelEnd = model.down.at(-1)?.toMs ?? 0
  const known = record === null ? null : (record.end.toMs ?? record.end.fromMs)
  return {
    component,
    title: report.title(component),
    record,
    model,
    contradicted: report.model!.fidelity.contradicted.has(component),
    recordText: recordText(report, record),
    modelText: modelText(report, record, model),
    endMs: known ?? modelEnd,
  }
}

function recordText(report: Report, record: ServiceRecord | null): string {
  const { clock, words } = report
  if (record === null) return words.recovery.noRecord
  const { kind, fromMs, toMs } = record.end
  const length = (ms: number | null) => clock.duration(Math.max(0, (ms ?? record.startMs) - record.startMs))
  if (kind === 'by') return words.recovery.by(length(toMs))
  if (kind === 'after') return words.recovery.afterwards(length(fromMs))
  if (fromMs === null || toMs === null || fromMs === toMs) return length(toMs)
  if (fromMs - record.startMs >= LONG_MS) {
    const [least, most] = [inDays(fromMs, record), inDays(toMs, record)]
    return least === most
      ? words.recovery.about(words.recovery.days(least))
      : words.recovery.range(least, words.recovery.days(most))
  }
  if (toMs - fromMs > 2 * HOUR)
    return words.recovery.range(hours(fromMs, record), words.recovery.hours(hours(toMs, record)))
  return words.recovery.about(length((fromMs + toMs) / 2))
}

/** From here on a length that is not known to the hour is told in days. */
const LONG_MS = 10 * 24 * HOUR
const inDays = (ms: number, record: ServiceRecord) => String(Math.round((ms - record.startMs) / (24 * HOUR)))
const hours = (ms: number, record: ServiceRecord) => String(Math.round((ms - record.startMs) / HOUR))

function modelText(report: Report, record: ServiceRecord | null, model: ServiceOutcome): string {
  const { clock, words } = report
  const end = model.down.at(-1)
  if (end === undefined) return words.recovery.model(words.recovery.notDown)
  if (end.open) return words.recovery.model(words.recovery.notBack)
  const origin = record?.startMs ?? originOf(report) ?? model.down[0]?.fromMs ?? 0
  const exact = record !== null && (record.end.kind === 'at' || record.end.kind === 'between')
  if (!exact) return words.recovery.model(clock.duration(end.toMs - origin))
  const { fromMs, toMs } = record.end
  const inside = fromMs !== null && toMs !== null && end.toMs >= fromMs && end.toMs <= toMs
  const nearest = fromMs !== null && end.toMs < fromMs ? fromMs : (toMs ?? 0)
  const error = inside ? 0 : end.toMs - nearest
  if (Math.abs(error) < 60_000) return words.recovery.modelAgrees
  return words.recovery.model(`${error > 0 ? '+' : ''}${clock.duration(error)}`)
}
