/** What a reader has chosen, as an address can carry it: `#if=a,b&at=3`. */
export interface Choice {
  readonly ifs: readonly string[]
  readonly moment: number | null
}

/** The choice in the fragment of an address; null where it names something else, such as a fact. */
export function readChoice(hash: string): Choice | null {
  const text = hash.replace(/^#/, '')
  if (!/^(if|at)=/.test(text)) return null
  const values = new URLSearchParams(text)
  const at = values.get('at')
  const moment = at !== null && /^\d{1,6}$/.test(at) ? Number(at) : null
  return { ifs: (values.get('if') ?? '').split(',').filter(id => id !== ''), moment }
}

/**
 * The fragment for a choice: empty where it is what was published. Null where nothing should be written, since the address
 * names a place in the page and nothing was chosen yet.
 */
export function writeChoice({ ifs, moment }: Choice, published: number, hash: string): string | null {
  const parts: string[] = []
  if (ifs.length > 0) parts.push(`if=${ifs.map(encodeURIComponent).join(',')}`)
  if (moment !== null && moment !== published) parts.push(`at=${moment}`)
  if (parts.length > 0) return `#${parts.join('&')}`
  return readChoice(hash) === null ? null : ''
}
