const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const

/** Before the first event. */
const BEFORE = 'before'

/**
 * What names a time in an address: `at=1h33m` from the start of the case, `at=before` ahead of the first event. It names the
 * same moment when facts are added to the case, and in every language. Of another scenario it is `second-outage/at=7m`.
 */
export const momentAddress = (timeMs: number | null, scenario = 'main') =>
  `${scenario === 'main' ? '' : `${scenario}/`}at=${writeOffset(timeMs)}`

/** What an address says of another scenario: its id and a time; null where it speaks of none. */
export function readScenarioMoment(
  hash: string,
): { readonly scenario: string; readonly timeMs: number | null } | null {
  const found = /^#([^/&=]+)\/at=([^/&=]+)$/.exec(hash)
  const timeMs = readOffset(found?.[2] ?? '')
  return found === null || timeMs === undefined ? null : { scenario: found[1]!, timeMs }
}

/** `1h33m`, `0s`, `before`. */
export function writeOffset(timeMs: number | null): string {
  if (timeMs === null) return BEFORE
  let rest = timeMs
  const parts: string[] = []
  for (const [unit, ms] of UNITS) {
    const amount = Math.floor(rest / ms)
    rest -= amount * ms
    if (amount > 0) parts.push(`${amount}${unit}`)
  }
  return parts.length === 0 ? '0s' : parts.join('')
}

/** The time that an address names: milliseconds from the start, null before the first event, undefined for what is no time. */
export function readOffset(text: string): number | null | undefined {
  if (text === BEFORE) return null
  const found = /^(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?(?:(\d{1,12})ms)?$/.exec(text)
  if (found === null || text === '') return undefined
  return UNITS.reduce((sum, [, ms], place) => sum + Number(found[place + 1] ?? 0) * ms, 0)
}
