import { type BoxText, blockUnits, boxShape } from './box.js'
import { COLUMNS, type Column } from './columnOf.js'
import type { FoldedSystem } from './folding.js'
import type { OrderedSystem } from './orderedSystem.js'
import type { Node, SystemGraph } from './systemGraph.js'

/** A component with what stands in it, sorted as it should be drawn. */
export interface Item {
  readonly node: Node
  readonly children: readonly Item[]
  /** Columns in which it has boxes: one for a component without children. */
  readonly columns: ReadonlySet<Column>
}

/** A system ready to be packed: a forest in drawing order, and each component's column and layer. */
export interface Arrangement {
  readonly graph: SystemGraph
  readonly roots: readonly Item[]
  readonly columnOf: ReadonlyMap<string, Column>
  /** Place within the power column, 0 to 2: what feeds what. */
  readonly stageOf: ReadonlyMap<string, number>
  readonly stages: number
  /** Components that a line of need begins or ends at. */
  readonly tied: ReadonlySet<string>
  readonly text: (node: Node) => BoxText
}

/** Orders what is to be drawn of a system: all of it, or with places folded. */
export function arrange(system: OrderedSystem, fold: FoldedSystem | null = null): Arrangement {
  const graph = fold?.graph ?? system.graph
  const columnOf = new Map(system.columnOf)
  const stageOf = new Map(system.stageOf)
  const order = new Map(system.order)
  for (const [id, { column, members }] of fold?.bundles ?? []) {
    columnOf.set(id, column)
    order.set(id, members.reduce((sum, member) => sum + (order.get(member) ?? 0), 0) / members.length)
    if (column === 'power') stageOf.set(id, Math.min(...members.map(member => stageOf.get(member) ?? 0)))
  }
  const drawn = new Set(graph.nodes.map(({ id }) => id))
  const stages = Math.max(1, ...[...stageOf].filter(([id]) => drawn.has(id)).map(([, stage]) => stage + 1))
  const recovers = new Set(graph.recovery.map(edge => edge.from))
  const standby = new Set(graph.recovery.map(edge => edge.to))
  const tails = new Set(
    graph.nodes.flatMap(({ id, opens }) => (opens === id && id.endsWith('~rest') ? [id] : [])),
  )
  /** What recovery waits for stands last in its column and the standby first in its own: the thick path is short. */
  const key = (id: string) =>
    (order.get(id) ?? 0) +
    (tails.has(id) ? 1e5 : 0) +
    (recovers.has(id) ? 1e6 : 0) -
    (standby.has(id) ? 1e6 : 0)
  const inside = new Map<string | null, Node[]>()
  for (const node of graph.nodes) {
    const known = inside.get(node.within)
    if (known === undefined) inside.set(node.within, [node])
    else known.push(node)
  }
  const build = (parent: string | null): Item[] => {
    const items = (inside.get(parent) ?? []).map((node): Item => {
      const children = build(node.id)
      const columns = new Set<Column>()
      if (children.length === 0) columns.add(columnOf.get(node.id) ?? 'platform')
      for (const child of children) for (const column of child.columns) columns.add(column)
      return { node, children, columns }
    })
    const keys = new Map(items.map(item => [item, meanKey(item, key)]))
    // The order of the case decides among equals, and always among sites.
    return parent === null ? items : items.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
  }
  const built = build(null)
  // What readers look for first is the author's order of the services; the rest follows the lines.
  const isService = (item: Item) => columnOf.get(item.node.id) === 'services'
  const loose = built
    .filter(item => item.children.length === 0)
    .sort((a, b) => (isService(a) && isService(b) ? 0 : key(a.node.id) - key(b.node.id)))
  return {
    graph,
    roots: [...built.filter(item => item.children.length > 0), ...loose],
    columnOf,
    stageOf,
    stages,
    tied: new Set(graph.needs.flatMap(edge => [edge.from, edge.to])),
    text: boxTexts(system.graph),
  }
}

/** What the boxes of a system say. */
export function boxTexts(graph: SystemGraph): (node: Node) => BoxText {
  const unit = blockUnits(graph.nodes.map(node => node.count))
  return node => ({
    title: node.title,
    count: node.count,
    second: node.count > 1 || node.absent || node.members !== undefined,
    blockUnits: unit !== null && node.count >= unit && node.count >= 100 ? unit : null,
  })
}

/** Height of a box before its column's width is known: enough for an order. */
export const roughHeight = (text: BoxText) => boxShape(text, 180).height

function meanKey(item: Item, key: (id: string) => number): number {
  if (item.children.length === 0) return key(item.node.id)
  return item.children.reduce((sum, child) => sum + meanKey(child, key), 0) / item.children.length
}

/** The layer that a component is drawn in: a stage of the power column, or its column. */
export const layerIn = (column: Column, stage: number) =>
  column === 'power' ? stage : mostStages - 1 + COLUMNS.indexOf(column)

export const mostStages = 3
