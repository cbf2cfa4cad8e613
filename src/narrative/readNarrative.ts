import type { ElementContent, Root } from 'hast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Language } from '../model/case.js'
import { type Directive, directiveElement, gatherDirectives } from './directive.js'
import { tooDeepAt } from './nesting.js'

/** A part of a narrative under one heading. */
export interface NarrativeSection {
  readonly heading: readonly ElementContent[]
  readonly body: readonly ElementContent[]
}

/** A narrative read and made safe: what stands before the first heading, then its sections. */
export interface Narrative {
  readonly language: Language
  readonly opening: readonly ElementContent[]
  readonly sections: readonly NarrativeSection[]
  readonly directives: readonly Directive[]
}

const FOOTNOTES = {
  ko: { label: '각주', back: '본문으로' },
  en: { label: 'Notes', back: 'Back to the text' },
}

/** Elements and attributes of GitHub's Markdown, and the directives. HTML in a narrative is dropped, not shown. */
const schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [...(defaultSchema.tagNames ?? []), directiveElement],
  attributes: { ...defaultSchema.attributes, [directiveElement]: ['dataDirective'] },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
}

/**
 * Reads Markdown with directives. The sections are parted by headings of the first and second level. What nests deeper than is read
 * stays the text that it is.
 */
export function readNarrative(text: string, language: Language): Narrative {
  if (tooDeepAt(text) !== null) return { language, opening: [asWritten(text)], sections: [], directives: [] }
  const directives: Directive[] = []
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDirective)
    .use(() => tree => gatherDirectives(tree as Parameters<typeof gatherDirectives>[0], text, directives))
    .use(remarkRehype, {
      footnoteLabel: FOOTNOTES[language].label,
      footnoteBackLabel: FOOTNOTES[language].back,
    })
    .use(rehypeSanitize, schema)
  const tree = processor.runSync(processor.parse(text)) as Root
  const opening: ElementContent[] = []
  const sections: { heading: ElementContent[]; body: ElementContent[] }[] = []
  for (const node of tree.children) {
    if (node.type === 'doctype') continue
    if (node.type === 'element' && (node.tagName === 'h1' || node.tagName === 'h2')) {
      sections.push({ heading: node.children, body: [] })
      continue
    }
    const into = sections.at(-1)?.body ?? opening
    into.push(node)
  }
  return { language, opening, sections, directives }
}

function asWritten(text: string): ElementContent {
  return { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: text }] }
}

/** Directives of some nodes, in their order. */
export function directivesIn(
  nodes: readonly ElementContent[],
  directives: readonly Directive[],
): Directive[] {
  return nodes.flatMap(node => {
    if (node.type !== 'element') return []
    const own = directiveOf(node, directives)
    return [...(own === null ? [] : [own]), ...directivesIn(node.children, directives)]
  })
}

/** The directive that an element stands for, or null. */
export function directiveOf(node: ElementContent, directives: readonly Directive[]): Directive | null {
  if (node.type !== 'element' || node.tagName !== directiveElement) return null
  return directives[Number(node.properties.dataDirective)] ?? null
}
