import { parseDuration } from '../model/duration.js'
import { parseInstant } from '../model/time.js'
import { CannotDo } from './cannotDo.js'
import type { Context } from './context.js'
import type { OpenCase } from './openCase.js'

/** A time that the user wrote, in milliseconds from the start of the case; it must lie within what is watched. */
export function instantOf(text: string, open: OpenCase, context: Context): number {
  const { words } = context
  const { main, document } = open.session.compiled
  const timeMs = relativeMs(text) ?? absoluteMs(text, document.case.timezone, main.startEpochMs)
  if (timeMs === null) throw new CannotDo('bad-time', words.case.badTime(text))
  if (timeMs < 0 || timeMs > main.scenario.horizonMs) {
    const { times } = open
    throw new CannotDo(
      'outside-run',
      words.case.outsideRun(times.dateTime(0), times.dateTime(main.scenario.horizonMs)),
    )
  }
  return timeMs
}

function relativeMs(text: string): number | null {
  return text.startsWith('+') ? (parseDuration(text.slice(1))?.medianMs ?? null) : null
}

function absoluteMs(text: string, timezone: string, startEpochMs: number): number | null {
  const parsed = parseInstant(text, { timezone, startEpochMs })
  return 'epochMs' in parsed ? parsed.epochMs - startEpochMs : null
}
