import type { Root } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'

/** Directives inside a sentence. */
export const inlineDirectives = ['fact', 'source', 'verdict', 'duration', 'fidelity', 'term'] as const
/** Directives that stand alone on a line. */
export const blockDirectives = [
  'replay',
  'ifs',
  'if',
  'and-we',
  'recovery',
  'recovery-path',
  'scenario',
  'timeline',
  'facts',
  'shortcomings',
  'questions',
  'actions',
  'disclosure',
  'sources',
  'method',
] as const

export type InlineDirective = (typeof inlineDirectives)[number]
export type BlockDirective = (typeof blockDirectives)[number]

/** A directive as it is written, with its place in the narrative. Lines and columns count from 1. */
export interface Directive {
  readonly name: string
  /** Whether the program has a directive of this name and form. */
  readonly known: boolean
  readonly block: boolean
  /** What stands in `[ ]`. */
  readonly label: string
  readonly attributes: Readonly<Record<string, string>>
  /** The directive as written. */
  readonly source: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** The element that stands for a directive between Markdown and the page. */
export const directiveElement = 'manil-directive'

type DirectiveNode = ContainerDirective | LeafDirective | TextDirective

/**
 * Turns directives into elements that survive sanitising, and gives what only looks like one (`15:30`, `10:1`) its text
 * back: in a sentence only `:fidelity` stands without brackets. Every directive, and what was probably meant as one, is added to `found`.
 */
export function gatherDirectives(tree: Root, source: string, found: Directive[]): void {
  visit(tree, node => {
    if (!isDirective(node)) return
    const directive = read(node, source)
    const bare = node.type === 'textDirective' && !/[[{]/.test(directive.source)
    if (bare && directive.name !== 'fidelity') {
      toText(node, directive.source)
      return
    }
    found.push(directive)
    if (!directive.known && node.type === 'textDirective') {
      toText(node, directive.source)
      return
    }
    if (node.type !== 'containerDirective') node.children = []
    node.data = {
      ...node.data,
      hName: directiveElement,
      hProperties: { dataDirective: found.length - 1 },
    }
  })
}

function isDirective(node: { type: string }): node is DirectiveNode {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective'
}

/** The label is taken from the text as written: Markdown in it (`a_b_c`) would otherwise change an id. */
function read(node: DirectiveNode, source: string): Directive {
  const start = node.position?.start
  const end = node.position?.end
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0)
  const block = node.type !== 'textDirective'
  const names: readonly string[] = block ? blockDirectives : inlineDirectives
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(node.attributes ?? {})) attributes[key] = value ?? ''
  return {
    name: node.name,
    known: node.type !== 'containerDirective' && names.includes(node.name),
    block,
    label: /^:+[^\s[{]+\[([^\]]*)\]/.exec(written)?.[1]?.trim() ?? '',
    attributes,
    source: node.type === 'containerDirective' ? (written.split('\n')[0] ?? '') : written,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    endColumn: start?.line === end?.line ? (end?.column ?? 1) : (start?.column ?? 1) + node.name.length + 3,
  }
}

function toText(node: DirectiveNode, text: string): void {
  const target = node as unknown as {
    type: string
    value: string
    children?: unknown
    attributes?: unknown
    name?: unknown
  }
  target.type = 'text'
  target.value = text
  delete target.children
  delete target.attributes
  delete target.name
}

/** Ids in an attribute: parted by spaces or commas. */
export function idsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter(id => id !== '')
}
