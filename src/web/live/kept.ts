/** What a reader has before them, told by what the page shows and not by pixels: the files change, and the page with them. */
interface Kept {
  /** Id of what stands at the top of the window, and how far from its top. */
  readonly id: string | null
  readonly offsetPx: number
  /** Used where nothing in the page has that id any more. */
  readonly scrollPx: number
  /** Id of what has the keyboard. */
  readonly focus: string | null
  /** What can be opened, by `nameOf`, with whether it is. */
  readonly opened: readonly (readonly [string, boolean])[]
}

const key = `manil-kept ${location.pathname}`

/** Keeps what the reader has before them, for the page that is loaded next. Chosen ifs and the moment are in the address. */
export function keepPlace(): void {
  const atTop = [...document.querySelectorAll('main [id]')]
    .map(place => ({ place, top: place.getBoundingClientRect().top }))
    .filter(({ place, top }) => top <= 1 && place.getClientRects().length > 0)
    .reduce<{ place: Element; top: number } | null>(
      (found, one) => (found === null || one.top >= found.top ? one : found),
      null,
    )
  const kept: Kept = {
    id: atTop?.place.id ?? null,
    offsetPx: atTop?.top ?? 0,
    scrollPx: scrollY,
    focus: document.activeElement?.id || null,
    opened: [...document.querySelectorAll('details')].map((one, place) => [nameOf(one, place), one.open]),
  }
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing shows the page from its top.
  }
}

/** Shows what was kept, once. */
export function restorePlace(): void {
  const kept = taken()
  if (kept === null) return
  history.scrollRestoration = 'manual'
  const opened = new Map(kept.opened)
  for (const [place, details] of document.querySelectorAll('details').entries()) {
    const open = opened.get(nameOf(details, place))
    if (open !== undefined && details.open !== open) details.open = open
  }
  if (kept.focus !== null) document.getElementById(kept.focus)?.focus({ preventScroll: true })
  const place = kept.id === null ? null : document.getElementById(kept.id)
  const top = place === null ? kept.scrollPx : place.getBoundingClientRect().top + scrollY - kept.offsetPx
  scrollTo({ top, behavior: 'instant' })
}

function taken(): Kept | null {
  try {
    const text = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return text === null ? null : (JSON.parse(text) as Kept)
  } catch {
    return null
  }
}

function nameOf(details: HTMLDetailsElement, place: number): string {
  return details.id || `${place} ${details.querySelector('summary')?.textContent ?? ''}`
}
