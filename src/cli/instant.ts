import { formatLocal, parseInstant } from '../model/time.js'
import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'
import type { OpenCase } from './openCase.js'

/**
 * A time that the user wrote, in milliseconds from the start of the scenario: as in a case's files, or the clock alone for the
 * day of the start. It must lie within what is watched.
 */
export function instantOf(text: string, open: OpenCase, context: Context): number {
  const { words } = context
  const { document } = open.session.compiled
  const { startEpochMs, scenario } = open.session.with([], open.scenario).scenario
  const frame = { timezone: document.case.timezone, startEpochMs }
  const firstDay = formatLocal(startEpochMs, frame.timezone).slice(0, 10)
  const parsed = parseInstant(text, frame, firstDay)
  if (!('epochMs' in parsed)) throw new CannotDo('bad-time', words.case.badTime(text))
  const timeMs = parsed.epochMs - startEpochMs
  const { horizonMs } = scenario
  if (timeMs >= 0 && timeMs <= horizonMs) return timeMs
  const { times } = open
  throw new CannotDo('outside-run', words.case.outsideRun(times.dateTime(0), times.dateTime(horizonMs)))
}
