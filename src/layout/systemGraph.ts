import { eachComponent } from '../engine/expression.js'
import type { System } from '../engine/system.js'
import type { CaseDocument, Language, Text } from '../model/case.js'

/** A component as the layout sees it, or a bundle of several that is drawn as one box. */
export interface Node {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly within: string | null
  readonly count: number
  readonly absent: boolean
  readonly standby: boolean
  /** Components that a bundle stands for; undefined for a component itself. */
  readonly members?: readonly string[]
  /** Of a bundle: the place that opens when it is chosen. */
  readonly opens?: string
  /** Of a bundle or a place that stands for many: whether it can be folded again. */
  readonly foldable?: boolean
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

/** A system with the document that it was compiled from. `ids`: engine index to component id. */
export interface Drawable {
  readonly ids: readonly string[]
  readonly document: CaseDocument
  readonly system: System
}

/** The graph of a compiled system in one language. */
export function systemGraph({ ids, document, system }: Drawable, language: Language): SystemGraph {
  const needs = openEdges()
  const recovery = openEdges()
  const nodes = system.components.map((component, index): Node => {
    const id = ids[index] ?? ''
    const written = document.components?.[id]
    const standby = written?.['standby-for'] !== undefined
    if (component.needs !== null) eachComponent(component.needs, from => needs.add(ids[from], id))
    const preferred = component.ways[0]?.needs ?? null
    if (standby && preferred !== null) eachComponent(preferred, from => recovery.add(ids[from], id))
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
  return { nodes, needs: needs.list, recovery: recovery.list }
}

/** Edges without repeats, and none to itself. */
export function openEdges(): {
  readonly list: Edge[]
  readonly add: (from: string | undefined, to: string) => void
} {
  const list: Edge[] = []
  const known = new Map<string, Set<string>>()
  return {
    list,
    add: (from, to) => {
      if (from === undefined || from === to) return
      const mine = known.get(from) ?? new Set()
      known.set(from, mine)
      if (mine.has(to)) return
      mine.add(to)
      list.push({ from, to })
    },
  }
}

function inLanguage(text: Text | undefined, language: Language): string {
  if (text === undefined) return ''
  return typeof text === 'string' ? text : (text[language] ?? text.ko ?? text.en ?? '')
}
