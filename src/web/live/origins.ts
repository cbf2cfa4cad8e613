/** Attributes of the page that name an entry of the case, with its section. */
const named: readonly (readonly [selector: string, path: (found: Element) => string])[] = [
  ['[data-from]', found => found.getAttribute('data-from') ?? ''],
  ['[data-component]', found => `components/${found.getAttribute('data-component')}`],
  ['[id^="fact-"] .when', found => `facts/${entryOf(found, 'fact-')}/at`],
  ['[id^="fact-"] .evidence', found => `facts/${entryOf(found, 'fact-')}/sources`],
  ['[id^="fact-"]', found => `facts/${entryOf(found, 'fact-')}`],
  ['[id^="action-"]', found => `actions/${entryOf(found, 'action-')}`],
  ['[id^="shortcoming-"]', found => `shortcomings/${entryOf(found, 'shortcoming-')}`],
  ['[id^="source-"]', found => `sources/${entryOf(found, 'source-')}`],
  ['a[href^="#fact-"]', found => `facts/${linked(found, '#fact-')}`],
  ['a[href^="#source-"]', found => `sources/${linked(found, '#source-')}`],
]

/** Everything of a page that is known to be written somewhere in the case. */
export const traced = named.map(([selector]) => selector).join(', ')

/**
 * Places of the case that something in the page comes from, `components/shop/users`: those of the nearest element around it that
 * names one. Empty where nothing does.
 */
export function originsOf(element: Element): readonly string[] {
  const nearest = element.closest(traced)
  if (nearest === null) return []
  const [, path] = named.find(([selector]) => nearest.matches(selector))!
  return path(nearest).split(' ').filter(Boolean)
}

function entryOf(inside: Element, prefix: string): string {
  return inside.closest(`[id^="${prefix}"]`)?.id.slice(prefix.length) ?? ''
}

function linked(link: Element, prefix: string): string {
  return link.getAttribute('href')?.slice(prefix.length) ?? ''
}
