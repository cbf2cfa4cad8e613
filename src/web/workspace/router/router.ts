import { computed, type ReadonlySignal, signal } from '@preact/signals'

/** Where the page is: path without the hash, and the hash without `#`. */
export interface Place {
  readonly path: string
  readonly query: string
  readonly hash: string
}

const place = signal<Place>(current())

/** The address as it is now. Reading it in a component draws the component again when the address changes. */
export const here: ReadonlySignal<Place> = place

/** The parts of the path, decoded: `/cases/kakao-2022/timeline` → `['cases', 'kakao-2022', 'timeline']`. */
export const pathParts: ReadonlySignal<readonly string[]> = computed(() => partsOf(place.value.path))

function partsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter(part => part !== '')
    .map(part => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}

function current(): Place {
  return { path: location.pathname, query: location.search, hash: decoded(location.hash.slice(1)) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Goes to another address of the workspace. `replace` leaves no step in the browser's history. */
export function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const next = new URL(to, location.href)
  if (next.origin !== location.origin) return
  const before = place.peek().path
  if (replace) history.replaceState(null, '', next)
  else if (next.href !== location.href) history.pushState(null, '', next)
  place.value = current()
  if (place.peek().path !== before && place.peek().hash === '') scrollTo(0, 0)
}

/** Addresses of the server itself, which links leave to the browser. */
const outside = /^\/(api|healthz|readyz|assets|enter|cases\/[^/]+\/report)(\/|$)/

/** Follows links inside the workspace without loading the page anew, and the browser's own steps back and forth. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    place.value = current()
  })
  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link?.href || link.target !== '' || link.hasAttribute('download')) return
    const to = new URL(link.href, location.href)
    if (to.origin !== location.origin || outside.test(to.pathname)) return
    event.preventDefault()
    navigate(to.href)
  })
}

/** An address inside a case: `casePath('kakao-2022', 'timeline', 'fact-id')`. */
export function casePath(id: string, ...rest: readonly string[]): string {
  return `/${['cases', id, ...rest].map(encodeURIComponent).join('/')}`
}
