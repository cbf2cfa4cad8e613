import { readTypedTime } from '../model/typedTime.js'
import type { Ground } from './ground.js'

/**
 * The instant of an answer as it is typed, in UTC milliseconds: the middle of a stretch. A clock without a day is of the day of
 * `afterEpochMs`, or of the next where midnight lies between. Null where it is no time.
 */
export function parsePlainTime(
  text: string,
  { timezone, startEpochMs }: Pick<Ground, 'timezone' | 'startEpochMs'>,
  afterEpochMs = startEpochMs,
): number | null {
  const read = readTypedTime(text, { timezone, startEpochMs, previous: afterEpochMs })
  if ('code' in read) return null
  const { fromEpochMs, toEpochMs } = read
  if (fromEpochMs === null || toEpochMs === null) return fromEpochMs ?? toEpochMs
  return Math.round((fromEpochMs + toEpochMs) / 2)
}
