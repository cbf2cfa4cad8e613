import { type BoxText, blockUnits, boxShape } from '../view/replay/box.js'
import { COLUMNS, type Column, columnsOf } from './columnOf.js'
import { layeredOrder } from './layeredOrder.js'
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
  readonly text: (node: Node) => BoxText
}

const MOST_STAGES = 3

/** Sorts a system into columns and stages and orders it. */
export async function arrange(graph: SystemGraph): Promise<Arrangement> {
  const parents = new Set(graph.nodes.map(node => node.within))
  const isContainer = (id: string) => parents.has(id)
  const columnOf = new Map(columnsOf(graph))
  const depths = supplyDepths(graph, columnOf)
  const stages = Math.max(1, ...[...depths.values()].map(depth => Math.min(depth, MOST_STAGES - 1) + 1))
  const stageOf = new Map<string, number>()
  for (const [id, depth] of depths) stageOf.set(id, Math.min(depth, MOST_STAGES - 1))
  const unit = blockUnits(graph.nodes.map(node => node.count))
  const text = (node: Node): BoxText => ({
    title: node.title,
    count: node.count,
    second: node.count > 1 || node.absent,
    blockUnits: unit !== null && node.count >= unit && node.count >= 100 ? unit : null,
  })
  const leaves = graph.nodes.filter(node => !isContainer(node.id))
  const layerOf = new Map(
    leaves.map(({ id }) => {
      const column = columnOf.get(id) ?? 'platform'
      return [id, column === 'power' ? (stageOf.get(id) ?? 0) : MOST_STAGES - 1 + COLUMNS.indexOf(column)]
    }),
  )
  const heightOf = new Map(leaves.map(node => [node.id, boxShape(text(node), 180).height]))
  const order = await layeredOrder(layerOf, heightOf, graph.needs)
  const recovers = new Set(graph.recovery.map(edge => edge.from))
  const standby = new Set(graph.recovery.map(edge => edge.to))
  /** What recovery waits for stands last in its column and the standby first in its own: the thick path is short. */
  const key = (id: string) =>
    (order.get(id) ?? 0) + (recovers.has(id) ? 1e6 : 0) - (standby.has(id) ? 1e6 : 0)

  const build = (parent: string | null): Item[] => {
    const items = graph.nodes
      .filter(node => node.within === parent)
      .map((node): Item => {
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
  const roots = build(null)
  demoteServices(roots, columnOf)
  const rebuilt = build(null)
  // What readers look for first is the author's order of the services; the rest follows the lines.
  const isService = (item: Item) => columnOf.get(item.node.id) === 'services'
  const loose = rebuilt
    .filter(item => item.children.length === 0)
    .sort((a, b) => (isService(a) && isService(b) ? 0 : key(a.node.id) - key(b.node.id)))
  return {
    graph,
    roots: [...rebuilt.filter(item => item.children.length > 0), ...loose],
    columnOf,
    stageOf,
    stages,
    text,
  }
}

function meanKey(item: Item, key: (id: string) => number): number {
  if (item.children.length === 0) return key(item.node.id)
  return item.children.reduce((sum, child) => sum + meanKey(child, key), 0) / item.children.length
}

/** In a site that has other columns too, a service is drawn with the platform, so that the services' column stays free. */
function demoteServices(roots: readonly Item[], columnOf: Map<string, Column>): void {
  const demote = (item: Item) => {
    if (item.children.length === 0 && columnOf.get(item.node.id) === 'services')
      columnOf.set(item.node.id, 'platform')
    item.children.forEach(demote)
  }
  for (const root of roots) if (root.columns.size > 1 && root.columns.has('services')) demote(root)
}

/** The longest chain of needs within the power column. A loop of needs ends where it closes. */
function supplyDepths(graph: SystemGraph, columnOf: ReadonlyMap<string, Column>): Map<string, number> {
  const inside = graph.needs.filter(
    edge => columnOf.get(edge.from) === 'power' && columnOf.get(edge.to) === 'power',
  )
  const withinOf = new Map(graph.nodes.map(node => [node.id, node.within]))
  const depths = new Map<string, number>()
  const visiting = new Set<string>()
  const depth = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    if (visiting.has(id)) return 0
    visiting.add(id)
    // What stands outside every site has a place of its own at the left, and adds no stage.
    const supply = inside.filter(edge => edge.to === id && withinOf.get(edge.from) !== null)
    const value = supply.length === 0 ? 0 : Math.max(...supply.map(edge => depth(edge.from))) + 1
    visiting.delete(id)
    depths.set(id, value)
    return value
  }
  for (const node of graph.nodes) if (columnOf.get(node.id) === 'power') depth(node.id)
  return depths
}
