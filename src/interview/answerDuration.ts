import { type Duration, formatDuration, parseDuration } from '../model/duration.js'

/** Units as people write them; the first form of each is the case's own. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:d|days?|일)$/i, 'd'],
  [/^(?:h|hrs?|hours?|시간)$/i, 'h'],
  [/^(?:m|mins?|minutes?|분)$/i, 'm'],
  [/^(?:s|secs?|seconds?|초)$/i, 's'],
]

/**
 * A length of time as it is typed: `40m`, `2 h 30 min`, `2시간 30분`, `1시간 반`, `4~6시간`, `30m..2h`, also with "about" or
 * `약` before it. Null where it is no length, or below a second.
 */
export function parsePlainDuration(text: string): Duration | null {
  const bare = text
    .trim()
    .replace(/^(?:about|around|roughly|approx\.?|약|대략|한)\s+/i, '')
    .replace(/\s*(?:정도|쯤|가량)$/, '')
  const ends = bare.split(/\s*(?:\.\.|~|–|—|-|\bto\b|에서)\s*/)
  if (ends.length > 2) return null
  const [first = '', last] = ends
  if (last === undefined) return longEnough(parseDuration(caseForm(first, null) ?? ''))
  const unit = /(\p{L}+)\s*$/u.exec(last)?.[1] ?? null
  const low = caseForm(first, unit)
  const high = caseForm(last, null)
  return low === null || high === null ? null : longEnough(parseDuration(`${low}..${high}`))
}

/** A duration as a case's file writes it. */
export function writtenDuration({ lowMs, highMs }: Duration): string {
  return lowMs === highMs ? formatDuration(lowMs) : `${formatDuration(lowMs)}..${formatDuration(highMs)}`
}

const SHORTEST_MS = 1000

function longEnough(duration: Duration | null): Duration | null {
  return duration !== null && duration.lowMs >= SHORTEST_MS ? duration : null
}

/** `2시간 30분` as `2h30m`; a number alone takes the unit of the range's other end. Null: not understood. */
function caseForm(text: string, lentUnit: string | null): string | null {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}*)(\s*반)?\s*/gu)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text.trim()) return null
  let written = ''
  for (const [, amount = '', typed = '', half] of parts) {
    const word = typed === '' ? (lentUnit ?? '') : typed.replace(/반$/, '')
    const unit = units.find(([pattern]) => pattern.test(word))?.[1]
    if (unit === undefined) return null
    written += `${amount}${unit}`
    if (half !== undefined || (typed !== '반' && typed.endsWith('반'))) {
      if (unit !== 'h') return null
      written += '30m'
    }
  }
  return written
}
