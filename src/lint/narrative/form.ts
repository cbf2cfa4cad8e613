import type { Reading } from './reading.js'

/** A form that numbers take. `read` gives null where the match is not of this form, and no readings where it states nothing. */
export interface Form {
  readonly pattern: RegExp
  readonly read: (match: RegExpMatchArray, before: string) => readonly Reading[] | null
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Of a unit's first letter, its length. */
const unitsMs: Readonly<Record<string, number>> = {
  d: dayMs,
  h: hourMs,
  m: minuteMs,
  s: 1000,
  w: 7 * dayMs,
  일: dayMs,
  시: hourMs,
  분: minuteMs,
  초: 1000,
  주: 7 * dayMs,
}

export const plain = (value: number): Reading => ({ kind: 'number', value, percent: false })
export const dayOf = (month: number | null, day: number | null): Reading => ({ kind: 'day', month, day })
export const lengthOf = (ms: number, unitMs: number): Reading => ({ kind: 'length', ms, unitMs })
export const numberOf = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''))
export const unitMsOf = (unit: string) => unitsMs[unit.charAt(0).toLowerCase()] ?? hourMs

/** `3시`, `3:30` without a half of the day may be either. */
export function clocks(hour: number, minute: number, half: 'am' | 'pm' | null, hourOnly: boolean): Reading[] {
  const at = (of: number): Reading => ({ kind: 'clock', minute: of * 60 + minute, hourOnly })
  if (half === 'pm') return [at(hour < 12 ? hour + 12 : hour % 24)]
  if (half === 'am') return [at(hour % 12)]
  return hour < 12 && hourOnly ? [at(hour), at(hour + 12)] : [at(hour % 24)]
}

/** Of the parts of a length, the sum and the smallest unit; a decimal is as fine as its last digit. */
export function sumOfParts(text: string, part: RegExp): Reading {
  let ms = 0
  let unitMs = Number.POSITIVE_INFINITY
  for (const [, amount = '', unit = ''] of text.matchAll(part)) {
    const size = unitMsOf(unit)
    ms += numberOf(amount) * size
    unitMs = Math.min(unitMs, size / 10 ** (amount.split('.')[1]?.length ?? 0))
  }
  return lengthOf(Math.round(ms), unitMs)
}
