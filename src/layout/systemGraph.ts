import { eachComponent } from '../engine/expression.js'
import type { Language, Text } from '../model/case.js'
import type { CompiledCase } from '../model/compiled.js'

/** A component as the layout sees it. */
export interface Node {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly within: string | null
  readonly count: number
  readonly absent: boolean
  readonly standby: boolean
}

/** What is drawn of a system: its components in the order of the case, and who needs whom. */
export interface SystemGraph {
  readonly nodes: readonly Node[]
  /** `from` is needed by `to`. No repeats; containers never appear. */
  readonly needs: readonly Edge[]
  /** `from` is needed for the preferred way in which a standby takes over. */
  readonly recovery: readonly Edge[]
}

export interface Edge {
  readonly from: string
  readonly to: string
}

/** The graph of a compiled case in one language. */
export function systemGraph(compiled: CompiledCase, language: Language): SystemGraph {
  const { ids, document } = compiled
  const { components } = compiled.main.system
  const needs: Edge[] = []
  const recovery: Edge[] = []
  const nodes = components.map((component, index): Node => {
    const id = ids[index] ?? ''
    const written = document.components?.[id]
    const standby = written?.['standby-for'] !== undefined
    if (component.needs !== null) eachComponent(component.needs, from => add(needs, ids[from], id))
    const preferred = component.ways[0]?.needs ?? null
    if (standby && preferred !== null) eachComponent(preferred, from => add(recovery, ids[from], id))
    return {
      id,
      kind: written?.kind ?? 'component',
      title: inLanguage(written?.title, language) || id,
      within: component.within < 0 ? null : (ids[component.within] ?? null),
      count: component.count,
      absent: component.initial === 'absent',
      standby,
    }
  })
  return { nodes, needs, recovery }
}

function add(edges: Edge[], from: string | undefined, to: string): void {
  if (from === undefined || from === to) return
  if (edges.every(edge => edge.from !== from || edge.to !== to)) edges.push({ from, to })
}

function inLanguage(text: Text | undefined, language: Language): string {
  if (text === undefined) return ''
  return typeof text === 'string' ? text : (text[language] ?? text.ko ?? text.en ?? '')
}
