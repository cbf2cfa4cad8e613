import { readOffset, writeOffset } from '../view/replay/momentAddress.js'

/** What a reader has chosen, as an address can carry it: `#if=a,b&at=1h33m&to=fact-fire`. */
export interface Choice {
  readonly ifs: readonly string[]
  /** Milliseconds from the start, null before the first event; undefined where the address says nothing of it. */
  readonly timeMs: number | null | undefined
  /** Id of the place in the page that should be in sight. */
  readonly to: string | null
  /** What other parts of the page keep in the address, as it stands there. */
  readonly others: readonly (readonly [string, string])[]
}

/** The choice in the fragment of an address; null where it names a place in the page alone. */
export function readChoice(hash: string): Choice | null {
  const text = hash.replace(/^#/, '')
  if (!/^[a-z]+=/.test(text)) return null
  const values = new URLSearchParams(text)
  const at = values.get('at')
  return {
    ifs: (values.get('if') ?? '').split(',').filter(id => id !== ''),
    timeMs: at === null ? undefined : readOffset(at),
    to: values.get('to') || null,
    others: [...values].filter(([key]) => !['if', 'at', 'to'].includes(key)),
  }
}

/** The fragment for a choice, with `#`; empty where nothing is chosen. A place alone is named as any link would. */
export function writeChoice({ ifs, timeMs, to, others }: Choice): string {
  const parts: string[] = []
  if (ifs.length > 0) parts.push(`if=${ifs.map(encodeURIComponent).join(',')}`)
  if (timeMs !== undefined) parts.push(`at=${writeOffset(timeMs)}`)
  for (const [key, value] of others) parts.push(`${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
  if (to !== null) {
    if (parts.length === 0) return `#${to}`
    parts.push(`to=${encodeURIComponent(to)}`)
  }
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}
