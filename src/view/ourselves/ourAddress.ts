/** The key under which the conditions that a reader has ticked stand in the fragment of an address: `#we=a,b`. */
const KEY = 'we'

/** Conditions that a fragment names; null where it names none, so that nothing is changed by a link to a place in the page. */
export function readOurs(hash: string): readonly string[] | null {
  const text = hash.replace(/^#/, '')
  if (!text.includes('=')) return null
  const value = new URLSearchParams(text).get(KEY)
  return value === null ? null : value.split(',').filter(id => id !== '')
}

/** The fragment with these conditions in it. What other parts of the page keep there stays. */
export function writeOurs(hash: string, ours: readonly string[]): string {
  const text = hash.replace(/^#/, '')
  const others = text.split('&').filter(part => part.includes('=') && !part.startsWith(`${KEY}=`))
  const own = ours.length === 0 ? [] : [`${KEY}=${ours.map(encodeURIComponent).join(',')}`]
  const parts = [...others, ...own]
  if (parts.length > 0) return `#${parts.join('&')}`
  return text === '' || text.includes('=') ? '' : `#${text}`
}

/** An address that brings a reader to the same answer and to nothing else. */
export function shareAddress(address: string, ours: readonly string[]): string {
  return address.replace(/#.*$/s, '') + writeOurs('', ours)
}
