import type { Node, SystemGraph } from './systemGraph.js'

/** The columns of a wide picture. */
export type Column = 'power' | 'servers' | 'platform' | 'services'

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
  system: 'servers',
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
  const needed = new Set<string>()
  const suppliers = new Map<string, string[]>()
  for (const { from, to } of graph.needs) {
    needed.add(from)
    const known = suppliers.get(to)
    if (known === undefined) suppliers.set(to, [from])
    else known.push(from)
  }
  for (const node of graph.nodes) {
    const fixed = Object.hasOwn(OF_KIND, node.kind) ? OF_KIND[node.kind] : undefined
    if (fixed !== undefined) columns.set(node.id, fixed)
    else if (node.kind === 'service')
      columns.set(
        node.id,
        node.within !== null && (needed.has(node.id) || node.standby) ? 'platform' : 'services',
      )
  }
  for (const node of graph.nodes) {
    if (columns.has(node.id)) continue
    let behind = -1
    for (const from of suppliers.get(node.id) ?? []) {
      const column = columns.get(from)
      if (column !== undefined) behind = Math.max(behind, COLUMNS.indexOf(column))
    }
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
