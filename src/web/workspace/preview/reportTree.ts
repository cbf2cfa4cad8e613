import reportStyle from '../../../view/report.css?inline'

let sheet: CSSStyleSheet | null = null

/**
 * A tree of its own inside an element, with the report's style: what is drawn in it looks as it will in the report, and neither
 * style touches the other. The same tree each time it is asked for.
 */
export function reportTree(host: HTMLElement): HTMLElement {
  if (host.shadowRoot === null) {
    if (sheet === null) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(reportStyle)
    }
    const root = host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet, besides()]
    const tree = document.createElement('div')
    tree.className = 'report-tree'
    root.append(tree)
  }
  return host.shadowRoot!.querySelector<HTMLElement>('.report-tree')!
}

/** What the report's style says of the whole page is said of the tree here. */
function besides(): CSSStyleSheet {
  const own = new CSSStyleSheet()
  own.replaceSync(
    ':host { display: block; font-size: var(--t-body); word-break: keep-all; font-variant-numeric: tabular-nums }',
  )
  return own
}

/** The page inside a frame of the preview, with the report's style. The same tree each time it is asked for. */
export function previewTree(frame: HTMLIFrameElement, language: string): HTMLElement {
  const inside = frame.contentDocument!
  inside.documentElement.lang = language
  const there = inside.querySelector<HTMLElement>('main')
  if (there !== null) return there
  // A sheet belongs to the document that it was made in.
  const { CSSStyleSheet: Sheet } = inside.defaultView as Window & typeof globalThis
  const own = new Sheet({ baseURL: location.href })
  own.replaceSync(fontRules() + reportStyle)
  inside.adoptedStyleSheets = [own]
  return inside.body.appendChild(inside.createElement('main'))
}

/** The fonts of the page: a frame knows none of them by itself. */
function fontRules(): string {
  return [...document.styleSheets]
    .flatMap(each => [...each.cssRules])
    .filter(rule => rule instanceof CSSFontFaceRule)
    .map(({ cssText }) => cssText)
    .join('\n')
}
