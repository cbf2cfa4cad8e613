import type { ELK, ElkNode } from 'elkjs'
import elkBundle from 'elkjs/lib/elk.bundled.js'
import type { Edge } from './systemGraph.js'

/** Where a node stands among those of its layer: smaller is higher up. */
export type Order = ReadonlyMap<string, number>

/** The bundle is CommonJS with its class as the export itself; its types speak of a default export. */
const Elk = elkBundle as unknown as new () => ELK

/**
 * The order of nodes within fixed layers that makes few lines cross, by the layered algorithm of Eclipse Layout Kernel.
 * Only the order is taken: boxes are packed by `wide.ts` and `tall.ts`, which know about columns and containers.
 */
export async function layeredOrder(
  layerOf: ReadonlyMap<string, number>,
  heightOf: ReadonlyMap<string, number>,
  edges: readonly Edge[],
): Promise<Order> {
  const ids = [...layerOf.keys()]
  const place = new Map(ids.map((id, index) => [id, `n${index}`]))
  const graph: ElkNode = {
    id: 'system',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.randomSeed': '1',
      'elk.partitioning.activate': 'true',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.separateConnectedComponents': 'false',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.layered.crossingMinimization.semiInteractive': 'false',
    },
    children: ids.map(id => ({
      id: place.get(id)!,
      width: 100,
      height: heightOf.get(id) ?? 40,
      layoutOptions: { 'elk.partitioning.partition': String(layerOf.get(id) ?? 0) },
    })),
    edges: edges
      .filter(({ from, to }) => {
        // Containers have no layer, and lines against the flow do not order anything.
        const [a, b] = [layerOf.get(from), layerOf.get(to)]
        return a !== undefined && b !== undefined && a < b
      })
      .map((edge, index) => ({
        id: `e${index}`,
        sources: [place.get(edge.from)!],
        targets: [place.get(edge.to)!],
      })),
  }
  const laid = await new Elk().layout(graph)
  const tops = new Map((laid.children ?? []).map(child => [child.id, child.y ?? 0]))
  return new Map(ids.map(id => [id, tops.get(place.get(id)!) ?? 0]))
}
