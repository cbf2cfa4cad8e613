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
