import { COLUMNS, type Column } from './columnOf.js'
import type { Node, SystemGraph } from './systemGraph.js'

/** Components of one column beside each other, above which they stand in groups that open on request. */
export const mostSiblings = 30
/** The same for places beside each other. */
export const mostPlaces = 12
const MOST_GROUPS = 15
const GROUP_SIZE = 12

/** A place with what stands in it. Without children it is a component that holds nothing. */
export interface Place {
  readonly node: Node
  readonly children: readonly Place[]
  /** Components in it that hold nothing, in the order of the case. */
  readonly leaves: readonly string[]
  /** Columns in which those are drawn, from left to right. */
  readonly columns: readonly Column[]
}

/** What bundles are called: several components that are drawn as one. */
export interface BundleTitles {
  /** `서버-001 – 서버-040` */
  readonly range: (first: string, last: string) => string
  readonly column: (column: Column, count: number) => string
  readonly place: (title: string, count: number) => string
  /** Of a column that would be too high: those that matter least. */
  readonly rest: (count: number) => string
}

/** The places of a system as a forest. Where too many stand beside each other they are grouped, in the order of the case. */
export function placesOf(
  graph: SystemGraph,
  columnOf: ReadonlyMap<string, Column>,
  titles: BundleTitles,
): readonly Place[] {
  const inside = new Map<string | null, Node[]>()
  for (const node of graph.nodes) {
    const known = inside.get(node.within)
    if (known === undefined) inside.set(node.within, [node])
    else known.push(node)
  }
  const build = (within: string | null): readonly Place[] => {
    const nodes = inside.get(within) ?? []
    const places = nodes.map((node): Place => {
      const children = build(node.id)
      return children.length > 0 ? around(node, children) : leaf(node, columnOf.get(node.id) ?? 'platform')
    })
    return grouped(places, within, '', titles)
  }
  return build(null)
}

const leaf = (node: Node, column: Column): Place => ({
  node,
  children: [],
  leaves: [node.id],
  columns: [column],
})

function around(node: Node, children: readonly Place[]): Place {
  const used = new Set(children.flatMap(child => child.columns))
  return {
    node,
    children,
    leaves: children.flatMap(child => child.leaves),
    columns: COLUMNS.filter(column => used.has(column)),
  }
}

/** The same places, with those of one sort in groups where they are too many. */
function grouped(
  places: readonly Place[],
  within: string | null,
  prefix: string,
  titles: BundleTitles,
): readonly Place[] {
  const sortOf = (place: Place) => (place.children.length > 0 ? 'places' : (place.columns[0] ?? 'platform'))
  const sorts = new Map<string, Place[]>()
  for (const place of places) {
    const sort = sortOf(place)
    const known = sorts.get(sort)
    if (known === undefined) sorts.set(sort, [place])
    else known.push(place)
  }
  const many = (sort: string) =>
    (sorts.get(sort)?.length ?? 0) > (sort === 'places' ? mostPlaces : mostSiblings)
  const done = new Set<string>()
  return places.flatMap(place => {
    const sort = sortOf(place)
    if (!many(sort)) return [place]
    if (done.has(sort)) return []
    done.add(sort)
    return groups(sorts.get(sort) ?? [], within, `${prefix}~${sort}`, titles)
  })
}

function groups(
  places: readonly Place[],
  within: string | null,
  prefix: string,
  titles: BundleTitles,
): readonly Place[] {
  const amount = Math.min(MOST_GROUPS, Math.ceil(places.length / GROUP_SIZE))
  return Array.from({ length: amount }, (_, group) => {
    const part = places.slice(
      Math.floor((group * places.length) / amount),
      Math.floor(((group + 1) * places.length) / amount),
    )
    const [first, last] = [part[0]!, part.at(-1)!]
    const id = `${prefix === '' ? '' : (within ?? '')}${prefix}~${group}`
    const node: Node = {
      id,
      kind: 'group',
      title: titles.range(first.node.title, last.node.title),
      within,
      count: 1,
      absent: false,
      standby: false,
    }
    return around(node, grouped(part, id, '', titles))
  })
}
