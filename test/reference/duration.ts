const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** A duration of the case format (`90s 10m 4h30m 2d`, or a range `8m..14m`, which stands for its median) in ms. */
export function durationMs(text: string): number {
  const [from, to] = text.split('..')
  if (to === undefined) return plainDurationMs(from!)
  return Math.round(Math.sqrt(plainDurationMs(from!) * plainDurationMs(to)))
}

function plainDurationMs(text: string): number {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)(s|m|h|d)/g)]
  if (parts.length === 0 || parts.map(part => part[0]).join('') !== text.trim()) {
    throw new Error(`"${text}" is not a duration`)
  }
  return Math.round(parts.reduce((sum, part) => sum + Number(part[1]) * UNIT_MS[part[2]!]!, 0))
}

/** A time written as an offset from the start, `+10m`, in ms. */
export function offsetMs(text: string): number {
  if (!text.startsWith('+')) throw new Error(`"${text}" is not an offset from the start`)
  return durationMs(text.slice(1))
}
