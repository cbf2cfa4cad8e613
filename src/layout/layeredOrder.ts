import type { Edge } from './systemGraph.js'

/** Where a component stands among those of its layer: smaller is higher up. */
export type Order = ReadonlyMap<string, number>

/** Above so many lines the order of the case stands: nobody could follow them. */
export const mostOrderedLines = 20_000
const SWEEPS = 12

/** Something that is drawn at a place of its own: a component, or a container around others. */
export interface Branch {
  readonly id: string
  readonly children: readonly Branch[]
}

/**
 * An order of components within their layers in which lines are short: the barycentre method of Sugiyama, Tagawa and Toda
 * (1981), sweeping to and fro, with containers kept together. Of all sweeps the one with the shortest lines is kept; the order
 * of the case decides among equals. `roots` keep their own order: sites stand as the case names them.
 */
export function layeredOrder(
  roots: readonly Branch[],
  layerOf: ReadonlyMap<string, number>,
  heightOf: ReadonlyMap<string, number>,
  edges: readonly Edge[],
): Order {
  const flowing = edges.filter(({ from, to }) => {
    // Containers have no layer, and lines against the flow do not order anything.
    const [a, b] = [layerOf.get(from), layerOf.get(to)]
    return a !== undefined && b !== undefined && a < b
  })
  let trees = roots
  let best = positions(trees, layerOf, heightOf)
  if (flowing.length === 0 || flowing.length > mostOrderedLines) return best
  let shortest = lengthOf(flowing, best)
  let now = best
  const [into, outOf] = [neighbours(flowing, 'to', 'from'), neighbours(flowing, 'from', 'to')]
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const [first, second] = sweep % 2 === 0 ? [into, outOf] : [outOf, into]
    // Every other time both sides count: else two sides may swap for ever.
    const weigh = sweep % 4 < 2 ? [first] : [first, second]
    trees = trees.map(tree => sorted(tree, now, weigh).branch)
    now = positions(trees, layerOf, heightOf)
    const length = lengthOf(flowing, now)
    if (length < shortest - 1e-6) {
      best = now
      shortest = length
    }
  }
  return best
}

type Neighbours = ReadonlyMap<string, readonly string[]>

function neighbours(edges: readonly Edge[], of: 'from' | 'to', other: 'from' | 'to'): Neighbours {
  const found = new Map<string, string[]>()
  for (const edge of edges) {
    const known = found.get(edge[of])
    if (known === undefined) found.set(edge[of], [edge[other]])
    else known.push(edge[other])
  }
  return found
}

/** The middle of every component, if the boxes of a layer stand one below the other and every layer fills the same height. */
function positions(
  roots: readonly Branch[],
  layerOf: ReadonlyMap<string, number>,
  heightOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const middles = new Map<string, number>()
  const filled = new Map<number, number>()
  const visit = (branch: Branch) => {
    const layer = layerOf.get(branch.id)
    if (branch.children.length === 0 && layer !== undefined) {
      const [top, height] = [filled.get(layer) ?? 0, heightOf.get(branch.id) ?? 1]
      middles.set(branch.id, top + height / 2)
      filled.set(layer, top + height)
    }
    branch.children.forEach(visit)
  }
  roots.forEach(visit)
  const highest = Math.max(1, ...filled.values())
  for (const [id, middle] of middles) {
    const height = filled.get(layerOf.get(id) ?? 0) ?? highest
    middles.set(id, (middle / Math.max(1, height)) * highest)
  }
  return middles
}

const lengthOf = (edges: readonly Edge[], at: ReadonlyMap<string, number>) =>
  edges.reduce((sum, { from, to }) => sum + Math.abs((at.get(from) ?? 0) - (at.get(to) ?? 0)), 0)

/** A branch with its children at the mean of their neighbours, and that mean. */
function sorted(
  branch: Branch,
  at: ReadonlyMap<string, number>,
  weigh: readonly Neighbours[],
): { readonly branch: Branch; readonly key: number } {
  if (branch.children.length === 0) {
    let [sum, count] = [0, 0]
    for (const side of weigh)
      for (const neighbour of side.get(branch.id) ?? []) {
        sum += at.get(neighbour) ?? 0
        count++
      }
    return { branch, key: count === 0 ? (at.get(branch.id) ?? 0) : sum / count }
  }
  const children = branch.children.map(child => sorted(child, at, weigh))
  children.sort((a, b) => a.key - b.key)
  return {
    branch: { id: branch.id, children: children.map(child => child.branch) },
    key: children.reduce((sum, child) => sum + child.key, 0) / children.length,
  }
}
