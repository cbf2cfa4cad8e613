/** A percentage in millionths, so that 99.9 % of a count is computed in whole numbers; or why it is none. */
export type Percent = { readonly millionths: number } | { readonly code: 'bad-percent' | 'percent-over-100' }

/** `40%`, `99.9 %`. At most 100. */
export function parsePercent(text: string): Percent {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?\s*%$/.exec(text.trim())
  if (match === null) return { code: 'bad-percent' }
  const millionths = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'))
  return millionths > 1_000_000 ? { code: 'percent-over-100' } : { millionths }
}

/** Units that a percentage of a count means: rounded up to whole ones. */
export function unitsOf(millionths: number, count: number): number {
  return Math.ceil((millionths * count) / 1_000_000)
}
