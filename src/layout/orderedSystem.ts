import { boxTexts, layerIn, mostStages, roughHeight } from './arrangement.js'
import { type Column, columnsOf } from './columnOf.js'
import { type Branch, layeredOrder, type Order } from './layeredOrder.js'
import type { SystemGraph } from './systemGraph.js'

/** A system with what every drawing of it shares, whatever is folded: columns, stages, and the order from top to bottom. */
export interface OrderedSystem {
  readonly graph: SystemGraph
  readonly columnOf: ReadonlyMap<string, Column>
  /** Place within the power column, 0 to 2: what feeds what. */
  readonly stageOf: ReadonlyMap<string, number>
  readonly order: Order
}

/**
 * Orders a system. Given the same system as it was before (`known`), what stood there keeps its place, and what is new stands at the
 * height of its neighbours.
 */
export function orderSystem(graph: SystemGraph, known: OrderedSystem | null = null): OrderedSystem {
  const parents = new Set(graph.nodes.map(node => node.within))
  const leaves = graph.nodes.filter(node => !parents.has(node.id))
  const columnOf = new Map(columnsOf(graph))
  demoteServices(graph, parents, columnOf)
  const stageOf = new Map<string, number>()
  for (const [id, depth] of supplyDepths(graph, columnOf)) stageOf.set(id, Math.min(depth, mostStages - 1))
  for (const { id } of known === null ? [] : leaves) {
    const [column, stage] = [known?.columnOf.get(id), known?.stageOf.get(id)]
    if (column !== undefined) columnOf.set(id, column)
    if (stage !== undefined) stageOf.set(id, stage)
  }
  if (known !== null) return { graph, columnOf, stageOf, order: beside(graph, known.order) }
  const layerOf = new Map(
    leaves.map(({ id }) => [id, layerIn(columnOf.get(id) ?? 'platform', stageOf.get(id) ?? 0)]),
  )
  const text = boxTexts(graph)
  const heightOf = new Map(leaves.map(node => [node.id, roughHeight(text(node))]))
  return { graph, columnOf, stageOf, order: layeredOrder(branchesOf(graph), layerOf, heightOf, graph.needs) }
}

/** The forest of containers. What stands in none is one branch, so that it may be sorted. */
function branchesOf(graph: SystemGraph): readonly Branch[] {
  const inside = new Map<string | null, string[]>()
  for (const { id, within } of graph.nodes) {
    const mine = inside.get(within)
    if (mine === undefined) inside.set(within, [id])
    else mine.push(id)
  }
  const build = (id: string): Branch => ({ id, children: (inside.get(id) ?? []).map(build) })
  const roots = (inside.get(null) ?? []).map(build)
  const loose = roots.filter(root => root.children.length === 0)
  return [...roots.filter(root => root.children.length > 0), { id: '', children: loose }]
}

/** The known order, with new components at the mean height of what they need and what needs them. */
function beside(graph: SystemGraph, known: Order): Order {
  const order = new Map(known)
  const fresh = new Set(graph.nodes.map(({ id }) => id).filter(id => !known.has(id)))
  const sums = new Map<string, { sum: number; count: number }>()
  const count = (id: string, neighbour: string) => {
    const at = known.get(neighbour)
    if (!fresh.has(id) || at === undefined) return
    const before = sums.get(id) ?? { sum: 0, count: 0 }
    sums.set(id, { sum: before.sum + at, count: before.count + 1 })
  }
  for (const { from, to } of [...graph.needs, ...graph.recovery]) {
    count(from, to)
    count(to, from)
  }
  const lowest = Math.max(0, ...known.values())
  for (const id of fresh) {
    const found = sums.get(id)
    order.set(id, found === undefined ? lowest : found.sum / found.count)
  }
  return order
}

/** In a site that has other columns too, a service is drawn with the platform, so that the services' column stays free. */
function demoteServices(
  graph: SystemGraph,
  parents: ReadonlySet<string | null>,
  columnOf: Map<string, Column>,
): void {
  const withinOf = new Map(graph.nodes.map(node => [node.id, node.within]))
  const rootOf = (id: string): string => {
    let at = id
    for (let up = withinOf.get(at) ?? null; up !== null; up = withinOf.get(at) ?? null) at = up
    return at
  }
  const columns = new Map<string, Set<Column>>()
  const roots = new Map<string, string>()
  for (const { id } of graph.nodes) {
    if (parents.has(id)) continue
    const root = rootOf(id)
    roots.set(id, root)
    const used = columns.get(root) ?? new Set()
    columns.set(root, used)
    used.add(columnOf.get(id) ?? 'platform')
  }
  for (const [id, root] of roots)
    if (columnOf.get(id) === 'services' && (columns.get(root)?.size ?? 0) > 1) columnOf.set(id, 'platform')
}

/** The longest chain of needs within the power column. A loop of needs ends where it closes. */
function supplyDepths(graph: SystemGraph, columnOf: ReadonlyMap<string, Column>): Map<string, number> {
  const withinOf = new Map(graph.nodes.map(node => [node.id, node.within]))
  const suppliers = new Map<string, string[]>()
  for (const { from, to } of graph.needs) {
    if (columnOf.get(from) !== 'power' || columnOf.get(to) !== 'power') continue
    // What stands outside every site has a place of its own at the left, and adds no stage.
    if (withinOf.get(from) === null) continue
    const mine = suppliers.get(to)
    if (mine === undefined) suppliers.set(to, [from])
    else mine.push(from)
  }
  const depths = new Map<string, number>()
  for (const node of graph.nodes) if (columnOf.get(node.id) === 'power') depthFrom(node.id, suppliers, depths)
  return depths
}

/** Depth first without recursion: a chain may be as long as the system. */
function depthFrom(
  start: string,
  suppliers: ReadonlyMap<string, readonly string[]>,
  depths: Map<string, number>,
): void {
  const path: { readonly id: string; next: number; deepest: number }[] = []
  const visiting = new Set<string>()
  const enter = (id: string) => {
    path.push({ id, next: 0, deepest: 0 })
    visiting.add(id)
  }
  if (!depths.has(start)) enter(start)
  while (path.length > 0) {
    const top = path.at(-1)!
    const supplier = suppliers.get(top.id)?.[top.next++]
    if (supplier === undefined) {
      depths.set(top.id, top.deepest)
      visiting.delete(top.id)
      path.pop()
      const below = path.at(-1)
      if (below !== undefined) below.deepest = Math.max(below.deepest, top.deepest + 1)
    } else if (depths.has(supplier)) {
      top.deepest = Math.max(top.deepest, (depths.get(supplier) ?? 0) + 1)
    } else if (visiting.has(supplier)) {
      top.deepest = Math.max(top.deepest, 1)
    } else enter(supplier)
  }
}
