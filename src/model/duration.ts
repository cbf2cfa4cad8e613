import { limits } from './limits.js'

/** A duration with its range, whole milliseconds. Of one that is certain all three are equal. */
export interface Duration {
  readonly medianMs: number
  readonly lowMs: number
  readonly highMs: number
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const

const certain = new RegExp(`^${units.map(([unit]) => `(?:(\\d+(?:\\.\\d+)?)${unit})?`).join('\\s*')}$`)

/**
 * `90s`, `10m`, `4h30m`, `2d`, or `8m..14m`: the 90 % interval of a log-normal, whose median is √(a·b) in whole
 * milliseconds (DESIGN.md §2). Null where the text is no such thing: also where a > b, or a range begins at 0.
 */
export function parseDuration(text: string): Duration | null {
  const ends = text.split('..')
  if (ends.length > 2) return null
  const lowMs = parseCertain(ends[0]!)
  if (lowMs === null) return null
  if (ends.length === 1) return { medianMs: lowMs, lowMs, highMs: lowMs }
  const highMs = parseCertain(ends[1]!)
  if (highMs === null || lowMs <= 0 || lowMs > highMs) return null
  return { medianMs: Math.round(Math.sqrt(lowMs * highMs)), lowMs, highMs }
}

function parseCertain(text: string): number | null {
  const trimmed = text.trim()
  const match = trimmed === '' ? null : certain.exec(trimmed)
  if (match === null) return null
  let totalMs = 0
  units.forEach(([, unitMs], place) => {
    const amount = match[place + 1]
    if (amount !== undefined) totalMs += Number(amount) * unitMs
  })
  const wholeMs = Math.round(totalMs)
  return wholeMs > limits.durationMs ? null : wholeMs
}

/** A duration as a case writes it: `4h30m`, `1m30s`, `0m`. `parseDuration` reads it back unchanged. */
export function formatDuration(ms: number): string {
  if (ms < 0) return `-${formatDuration(-ms)}`
  let leftMs = Math.round(ms)
  let text = ''
  for (const [unit, unitMs] of units) {
    const amount = Math.floor(leftMs / unitMs)
    if (amount > 0) text += `${amount}${unit}`
    leftMs -= amount * unitMs
  }
  return text === '' ? '0m' : text
}
