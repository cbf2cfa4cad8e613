import type { Element, ElementContent, Properties } from 'hast'
import { type ComponentChildren, Fragment, h } from 'preact'
import { TermNotes } from '../view/inline/term.js'
import { webAddress } from '../view/inline/webAddress.js'
import type { Report } from '../view/report.js'
import { type Directive, directiveElement } from './directive.js'
import { DirectiveView } from './directiveView.js'
import { directiveOf, directivesIn } from './readNarrative.js'

/** What drawing a narrative needs to know, and what it remembers from one node to the next. */
export interface Drawing {
  readonly report: Report
  readonly directives: readonly Directive[]
  /** Ids of facts that are withheld. */
  readonly hiddenFacts: ReadonlySet<string>
  /** Terms that have been explained so far. */
  readonly explained: Set<string>
}

/** Draws nodes of a narrative. Below a block in which terms first stand, their meaning follows. */
export function drawNodes(drawing: Drawing, nodes: readonly ElementContent[]): ComponentChildren {
  return nodes.map((node, place) => {
    const fresh = [
      ...new Set(
        directivesIn([node], drawing.directives)
          .filter(({ name, known }) => known && name === 'term')
          .map(({ label }) => label),
      ),
    ].filter(id => !drawing.explained.has(id))
    const drawn = draw(drawing, node, place)
    if (fresh.length === 0) return drawn
    return (
      <Fragment key={place}>
        {drawn}
        <TermNotes report={drawing.report} ids={fresh} />
      </Fragment>
    )
  })
}

/** Draws nodes inside a block. */
export function drawInline(drawing: Drawing, nodes: readonly ElementContent[]): ComponentChildren {
  return nodes.map((node, place) => draw(drawing, node, place))
}

function draw(drawing: Drawing, node: ElementContent, key: number): ComponentChildren {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  const directive = directiveOf(node, drawing.directives)
  if (node.tagName === directiveElement) {
    if (directive === null) return null
    return (
      <Fragment key={key}>
        <DirectiveView drawing={drawing} directive={directive} />
        {drawInline(drawing, node.children)}
      </Fragment>
    )
  }
  if (node.tagName === 'img') return picture(drawing, node, key)
  if (node.tagName === 'a') return link(drawing, node, key)
  if (node.tagName === 'table') {
    return (
      <div class="scroll" key={key}>
        <table>{drawInline(drawing, node.children)}</table>
      </div>
    )
  }
  return h(
    tagOf(node.tagName),
    { key, ...attributesOf(node.properties) },
    isVoid(node.tagName) ? null : drawInline(drawing, node.children),
  )
}

const isVoid = (name: string) => name === 'br' || name === 'hr' || name === 'input'
/** Headings inside a section begin at the third level. */
const tagOf = (name: string) => (name === 'h1' || name === 'h2' ? 'h3' : name)

/** Only attachments of the case are shown; a picture elsewhere becomes a link, since no request may leave the page. */
function picture(drawing: Drawing, node: Element, key: number): ComponentChildren {
  const source = String(node.properties.src ?? '')
  const text = String(node.properties.alt ?? '')
  const file = drawing.report.data.attachments.find(({ path }) => path === source.replace(/^\.\//, ''))
  if (file !== undefined && file.dataUrl !== null) return <img key={key} src={file.dataUrl} alt={text} />
  const href = file === undefined ? webAddress(source) : file.path
  return href === null ? text : anchor(key, href, text === '' ? href : text)
}

/** To the web, within the page, or to an attachment. Any other link keeps only its text. */
function link(drawing: Drawing, node: Element, key: number): ComponentChildren {
  const written = String(node.properties.href ?? '')
  const isFile = drawing.report.data.attachments.some(({ path }) => path === written.replace(/^\.\//, ''))
  const href = isFile || written.startsWith('#') ? written : webAddress(written)
  const children = drawInline(drawing, node.children)
  if (href === null) return <Fragment key={key}>{children}</Fragment>
  return anchor(key, href, children, attributesOf(node.properties))
}

function anchor(key: number, href: string, children: ComponentChildren, more: object = {}) {
  const outside = !href.startsWith('#')
  return (
    <a key={key} {...more} href={href} {...(outside && { rel: 'noreferrer' })}>
      {children}
    </a>
  )
}

/** Attributes by their names in HTML. What is left after sanitising carries no script and no style. */
function attributesOf(properties: Properties): Record<string, string | number | boolean> {
  const attributes: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || name === 'dataDirective') continue
    const text = Array.isArray(value) ? value.join(' ') : value
    if (name === 'className') attributes.class = text
    else if (name.startsWith('aria')) attributes[`aria-${name.slice(4).toLowerCase()}`] = text
    else if (name.startsWith('data'))
      attributes[name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)] = text
    else attributes[name] = text
  }
  return attributes
}
