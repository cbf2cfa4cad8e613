/**
 * The style of the replay's picture, taken out of the style sheet of the page, so that both look alike without being written
 * twice. Variables are written out for one ground, since many programs that show an SVG know none; what depends on the width of
 * a screen is left out.
 */
export function pictureStyle(
  sheet: string,
  ground: 'light' | 'dark',
): { readonly style: string; readonly paper: string } {
  const rules = rulesOf(sheet)
  const values = new Map<string, string>()
  for (const { within, selector, body } of rules) {
    const counts = within === '' || (ground === 'dark' && /prefers-color-scheme:\s*dark/.test(within))
    if (selector !== ':root' || !counts) continue
    for (const [, name, value] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]*)/g)) values.set(name!, value!.trim())
  }
  const written = (text: string): string =>
    text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => values.get(name) ?? whole)
  const style = rules
    .filter(({ within, selector }) => within === '' && selector.includes('.replay') && !isAroundIt(selector))
    .map(({ selector, body }) => `${selector}{${written(body)}}`)
    .join('\n')
  return { style, paper: values.get('--paper') ?? 'white' }
}

interface Rule {
  /** The condition around it, or nothing. */
  readonly within: string
  readonly selector: string
  readonly body: string
}

/** The rules of a sheet that nests at most once, as bundled sheets do. */
function rulesOf(sheet: string): readonly Rule[] {
  const rules: Rule[] = []
  const bare = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  let within = ''
  for (const [, end, head, body] of bare.matchAll(/(\})|([^{}]+)\{(?:([^{}]*)\})?/g)) {
    if (end !== undefined) within = ''
    else if (body === undefined) within = head!.trim()
    else rules.push({ within, selector: head!.trim(), body })
  }
  return rules
}

/** What stands around the picture in a page, and is not in it: the figure itself, the key, the scrub. */
function isAroundIt(selector: string): boolean {
  return !/ svg|\.(column|flow|site|room|cell|square|name|second|glyph|box|block|filled|needs|keypath|differs|changed)/.test(
    selector,
  )
}
