import type { Layout } from '../view/reportData.js'
import type { Node, SystemGraph } from './systemGraph.js'

export type Column = Layout['columns'][number]['key']

/** From left to right: the way that supply flows. */
export const COLUMNS: readonly Column[] = ['power', 'servers', 'platform', 'services']

const OF_KIND: Readonly<Record<string, Column>> = {
  utility: 'power',
  generator: 'power',
  switchgear: 'power',
  ups: 'power',
  battery: 'power',
  feed: 'power',
  cooling: 'power',
  hosts: 'servers',
  network: 'servers',
  tool: 'platform',
  channel: 'platform',
  team: 'platform',
  store: 'platform',
  database: 'platform',
  cache: 'platform',
  queue: 'platform',
  identity: 'platform',
  monitor: 'platform',
  procedure: 'platform',
}

/**
 * The column that each component without children is drawn in. A kind that has a place gets it; any other kind goes where
 * its neighbours are: behind what it needs. A service that stands in a site and is needed by others is part of the
 * platform: what users see stands at the right.
 */
export function columnsOf(graph: SystemGraph): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>()
  const byId = new Map(graph.nodes.map(node => [node.id, node]))
  const needed = new Set(graph.needs.map(edge => edge.from))
  const rank = (id: string) => COLUMNS.indexOf(columns.get(id) ?? 'power')
  for (const node of graph.nodes) {
    const fixed = OF_KIND[node.kind]
    if (fixed !== undefined) columns.set(node.id, fixed)
    else if (node.kind === 'service')
      columns.set(
        node.id,
        node.within !== null && (needed.has(node.id) || node.standby) ? 'platform' : 'services',
      )
  }
  for (const node of graph.nodes) {
    if (columns.has(node.id)) continue
    const supply = graph.needs
      .filter(edge => edge.to === node.id && columns.has(edge.from))
      .map(edge => rank(edge.from))
    const behind = supply.length === 0 ? -1 : Math.max(...supply)
    if (behind >= 1) columns.set(node.id, 'platform')
    else if (behind === 0) columns.set(node.id, 'servers')
    else columns.set(node.id, facility(node, byId) ? 'power' : 'platform')
  }
  return columns
}

/** Without neighbours: in a room it is part of the facility, and so is a barrier of a site. */
function facility(node: Node, byId: ReadonlyMap<string, Node>): boolean {
  const parent = node.within === null ? undefined : byId.get(node.within)
  if (node.kind === 'barrier' || node.kind === 'room') return parent !== undefined
  return parent?.kind === 'room'
}
