import { describe, expect, test } from 'vitest'
import { foldedPictures, foldingSystem, mostHeight, openablePlaces } from '../../src/layout/foldedPictures.js'
import { orderSystem } from '../../src/layout/orderedSystem.js'
import { type BundleTitles, mostSiblings } from '../../src/layout/places.js'
import type { Edge, Node, SystemGraph } from '../../src/layout/systemGraph.js'

// What this proves: a large system is drawn with places folded, so that its picture fits a window; every component is in it
// exactly once, as itself or in a bundle; whatever is opened shows what it holds; lines end at what is drawn; a system that ifs
// change leaves in place what stood there; and a small system is not folded at all.

const titles: BundleTitles = {
  range: (first, last) => `${first} – ${last}`,
  column: (column, count) => `${column} ${count}`,
  place: (title, count) => `${title} ${count}`,
  rest: count => `${count} more`,
}

const node = (id: string, kind: string, within: string | null = null): Node => ({
  id,
  kind,
  title: id,
  within,
  count: 1,
  absent: false,
  standby: false,
})

/** `sites` sites with rooms of servers, fed by a UPS each, and services at the end. */
function sitesOf(sites: number, rooms: number, hosts: number): SystemGraph {
  const nodes: Node[] = []
  const needs: Edge[] = []
  for (let site = 0; site < sites; site++) {
    nodes.push(node(`s${site}`, 'site'))
    for (let room = 0; room < rooms; room++) {
      const place = `s${site}.r${room}`
      nodes.push(node(place, 'room', `s${site}`), node(`${place}.ups`, 'ups', place))
      for (let host = 0; host < hosts; host++) {
        nodes.push(node(`${place}.h${host}`, 'hosts', place))
        needs.push({ from: `${place}.ups`, to: `${place}.h${host}` })
      }
      nodes.push(node(`v${site}.${room}`, 'service'))
      needs.push({ from: `${place}.h0`, to: `v${site}.${room}` })
    }
  }
  return { nodes, needs, recovery: [] }
}

const chainOf = (length: number): SystemGraph => ({
  nodes: Array.from({ length }, (_, place) => node(`c${place}`, place % 3 === 0 ? 'hosts' : 'store')),
  needs: Array.from({ length: length - 1 }, (_, place) => ({ from: `c${place}`, to: `c${place + 1}` })),
  recovery: [],
})

const parentsIn = (graph: SystemGraph) => new Set(graph.nodes.map(({ within }) => within))
const leavesOf = (graph: SystemGraph) =>
  graph.nodes.map(({ id }) => id).filter(id => !parentsIn(graph).has(id))
const standing = (pictures: ReturnType<typeof foldedPictures>) =>
  pictures.wide.placed.filter(one => !one.container).flatMap(({ node }) => node.members ?? [node.id])

describe.each([
  ['six sites of ten rooms', sitesOf(6, 10, 30)],
  ['a chain of 2,000', chainOf(2000)],
  ['40 components beside each other', chainOf(40)],
])('%s', (_, graph) => {
  const system = foldingSystem(orderSystem(graph), titles, () => 1)
  const isOpen = (place: string) => system.openAtFirst.has(place)

  test('fits a window at first, and holds every component once', () => {
    const pictures = foldedPictures(system, isOpen)
    expect(pictures.wide.height).toBeLessThanOrEqual(mostHeight)
    expect(standing(pictures).sort()).toEqual(leavesOf(graph).sort())
  })

  test('holds them also with any one place turned, and lines end at what is drawn', () => {
    for (const { node: turned } of openablePlaces(system.places).slice(0, 40)) {
      const pictures = foldedPictures(system, place => isOpen(place) !== (place === turned.id))
      expect(standing(pictures).sort()).toEqual(leavesOf(graph).sort())
      const drawn = new Set(pictures.wide.placed.map(({ component }) => component))
      for (const { from, to } of pictures.wide.lines) expect(drawn.has(from) && drawn.has(to)).toBe(true)
    }
  })

  test('has nowhere more beside each other than one can look through', () => {
    for (const place of openablePlaces(system.places))
      for (const column of place.columns) {
        const beside = place.children.filter(
          child => child.children.length === 0 && child.columns[0] === column,
        )
        expect(beside.length).toBeLessThanOrEqual(mostSiblings)
      }
  })
})

test('a small system is drawn whole', () => {
  const graph = sitesOf(2, 2, 2)
  const system = foldingSystem(orderSystem(graph), titles, () => 1)
  const { wide } = foldedPictures(system, place => system.openAtFirst.has(place))
  expect(system.tails).toEqual([])
  expect(wide.placed.map(({ component }) => component).sort()).toEqual(graph.nodes.map(({ id }) => id).sort())
})

test('what matters least is given up first', () => {
  const graph = sitesOf(1, 1, 30)
  const system = foldingSystem(orderSystem(graph), titles, id => (id.endsWith('h29') ? 9 : 1))
  const folded = system.tails.flatMap(({ members }) => members)
  expect(folded.length).toBeGreaterThan(0)
  expect(folded).not.toContain('s0.r0.h29')
})

test('what an if adds stands beside what it needs, and nothing else changes its order', () => {
  const graph = sitesOf(1, 1, 6)
  const before = orderSystem(graph)
  const added = node('spare', 'ups', 's0.r0')
  const after = orderSystem(
    { ...graph, nodes: [...graph.nodes, added], needs: [...graph.needs, { from: 'spare', to: 's0.r0.h3' }] },
    before,
  )
  for (const id of leavesOf(graph)) expect(after.order.get(id)).toBe(before.order.get(id))
  expect(after.order.get('spare')).toBe(before.order.get('s0.r0.h3'))
})
