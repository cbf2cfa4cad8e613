import type { Column } from './columnOf.js'
import type { BundleTitles, Place } from './places.js'
import { type Node, openEdges, type SystemGraph } from './systemGraph.js'

/** A system in which what is folded is drawn as one box for each column. */
export interface FoldedSystem {
  readonly graph: SystemGraph
  /** Bundles with the components that they stand for. */
  readonly bundles: ReadonlyMap<string, { readonly column: Column; readonly members: readonly string[] }>
}

/** The end of a column that would be too high: components of one place that are drawn as one box until it is opened. */
export interface Tail {
  readonly id: string
  readonly within: string | null
  readonly column: Column
  readonly members: readonly string[]
}

/** Folds every place that is not open. What a line ends at in a folded place, it now ends at in the bundle. */
export function folded(
  graph: SystemGraph,
  places: readonly Place[],
  columnOf: ReadonlyMap<string, Column>,
  tails: readonly Tail[],
  isOpen: (place: string) => boolean,
  titles: BundleTitles,
): FoldedSystem {
  const tailOf = new Map<string, Tail>()
  for (const tail of tails) if (!isOpen(tail.id)) for (const member of tail.members) tailOf.set(member, tail)
  const nodes: Node[] = []
  const bundles = new Map<string, { readonly column: Column; readonly members: readonly string[] }>()
  const drawnAs = new Map<string, string>()
  const bundle = (node: Node, column: Column, members: readonly string[]) => {
    nodes.push({ ...node, kind: 'bundle', count: 1, absent: false, standby: false, members })
    bundles.set(node.id, { column, members })
    for (const member of members) drawnAs.set(member, node.id)
  }
  const waiting = new Map<string, number>()
  const visit = (place: Place, within: string | null) => {
    const node = { ...place.node, within }
    if (place.children.length === 0) {
      const tail = tailOf.get(node.id)
      if (tail !== undefined) {
        const { id, column, members } = tail
        // It stands where the last of them would.
        const left = (waiting.get(id) ?? members.length) - 1
        waiting.set(id, left)
        if (left === 0)
          bundle({ ...node, id, opens: id, title: titles.rest(members.length) }, column, members)
        return
      }
      nodes.push(node)
      drawnAs.set(node.id, node.id)
      return
    }
    if (isOpen(node.id)) {
      nodes.push({ ...node, foldable: true })
      for (const child of place.children) visit(child, node.id)
      return
    }
    const opens = node.id
    const [only] = place.columns
    if (place.columns.length === 1 && only !== undefined) {
      bundle({ ...node, opens, title: titles.place(node.title, place.leaves.length) }, only, place.leaves)
      return
    }
    nodes.push(node)
    for (const column of place.columns) {
      const members = place.leaves.filter(id => (columnOf.get(id) ?? 'platform') === column)
      const title = titles.column(column, members.length)
      bundle({ ...node, id: `${node.id}~${column}`, within: node.id, opens, title }, column, members)
    }
  }
  for (const place of places) visit(place, null)
  const redirected = (edges: SystemGraph['needs']) => {
    const open = openEdges()
    for (const { from, to } of edges) {
      const [a, b] = [drawnAs.get(from), drawnAs.get(to)]
      if (b !== undefined) open.add(a, b)
    }
    return open.list
  }
  return {
    graph: { nodes, needs: redirected(graph.needs), recovery: redirected(graph.recovery) },
    bundles,
  }
}

/**
 * Places to begin with open: those that matter most first, as long as the picture has at most so many boxes. A place whose
 * parts matter nothing stays folded only where there is no room.
 */
export function openAtFirst(
  places: readonly Place[],
  mostBoxes: number,
  interestOf: (component: string) => number,
): ReadonlySet<string> {
  const open = new Set<string>()
  const boxes = (place: Place) => (place.children.length === 0 ? 1 : place.columns.length)
  const interest = (place: Place) => place.leaves.reduce((sum, id) => sum + interestOf(id), 0)
  let visible = places.reduce((sum, place) => sum + boxes(place), 0)
  const candidates = places.filter(place => place.children.length > 0)
  const interests = new Map(candidates.map(place => [place, interest(place)]))
  while (candidates.length > 0) {
    let best = 0
    candidates.forEach((place, at) => {
      if ((interests.get(place) ?? 0) > (interests.get(candidates[best]!) ?? 0)) best = at
    })
    const [place] = candidates.splice(best, 1)
    if (place === undefined) break
    const after = visible - boxes(place) + place.children.reduce((sum, child) => sum + boxes(child), 0)
    if (after > mostBoxes) continue
    visible = after
    open.add(place.node.id)
    for (const child of place.children) {
      if (child.children.length === 0) continue
      candidates.push(child)
      interests.set(child, interest(child))
    }
  }
  return open
}
