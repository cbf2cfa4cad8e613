import type { Verdict } from '../../assess/assessment.js'
import { parseInstant } from '../../model/time.js'
import { type FactEntry, scenarioStart } from '../facts/factEntry.js'
import type { Report } from '../report.js'
import type { RivalGroup } from './rivalGroups.js'

/** How much a dispute changes what the model says: an event stands at one claim's time, an if puts it at the other's. */
export interface Stake {
  readonly ifId: string
  /** The claim whose time the model takes, and the one whose time the if takes. */
  readonly taken: FactEntry
  readonly other: FactEntry
  /** The service whose time down changes most, of those about which hours may be said; null where none changes. */
  readonly most: Verdict | null
}

/** The stake of a dispute about a time; null where no if of the case holds the one claim against the other. */
export function stakeOf(report: Report, group: RivalGroup): Stake | null {
  const { model, document } = report
  if (model === null) return null
  const all = [...group.left, ...group.right]
  const at = (ms: number | null) =>
    all.find(({ time, atEpochMs }) => time !== null && time.kind === 'at' && atEpochMs === ms)
  for (const ifId of report.ifs) {
    for (const [eventId, patch] of Object.entries(document.ifs?.[ifId]?.events ?? {})) {
      const events = document.events ?? {}
      const stated = Object.hasOwn(events, eventId) ? events[eventId]?.at : undefined
      const taken = at(instantOf(report, stated))
      const other = at(instantOf(report, (patch as { at?: unknown } | null)?.at))
      if (taken === undefined || other === undefined || taken === other) continue
      return { ifId, taken, other, most: mostChanged(model.judge([ifId]).verdicts) }
    }
  }
  return null
}

function mostChanged(verdicts: readonly Verdict[]): Verdict | null {
  const changed = verdicts.filter(({ timed, deltaMs }) => timed !== null && deltaMs !== 0)
  const size = ({ deltaMs }: Verdict) => Math.abs(deltaMs)
  return changed.reduce<Verdict | null>(
    (most, one) => (most === null || size(one) > size(most) ? one : most),
    null,
  )
}

/** UTC milliseconds of an event's time as the case writes it; null where it is none. */
function instantOf(report: Report, text: unknown): number | null {
  if (typeof text !== 'string') return null
  const { timezone } = report.document.case
  const read = parseInstant(text, { timezone, startEpochMs: scenarioStart(report, 'main') })
  return 'code' in read ? null : read.epochMs
}
