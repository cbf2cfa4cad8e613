/** Where a browser goes when the page that it wanted cannot be gone to. */
const home = '/'

/** A path of this site, or home: whatever leads a browser anywhere else is not followed. */
export function samePath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 2000) return home
  // Browsers read a backslash as a slash, and leave out tabs and line ends: `/\evil`, `/<tab>/evil`.
  if ([...wanted].some(character => character === '\\' || character <= ' ' || character === '\u007f'))
    return home
  const here = 'http://here.invalid'
  try {
    const address = new URL(wanted, here)
    const safe = address.origin === here && !address.pathname.startsWith('//')
    return safe ? `${address.pathname}${address.search}${address.hash}` : home
  } catch {
    return home
  }
}
