import type { Arrangement, Item } from './arrangement.js'
import { boxShape, containerName } from './box.js'
import { COLUMNS, type Column } from './columnOf.js'
import type { Layout, Line, Placed } from './drawing.js'
import { type Block, GAP, grid, pile, stacked } from './packing.js'

const WIDTH = 350
const SIDE = 9
const TRUNK_ROOM = 15
const SECTION_GAP = 10

/**
 * The picture for a phone, 1:1: what supplies stands above what it supplies. Only what recovery waits for is drawn as a
 * line, along the right edge; what needs what is in the list of the page.
 */
export function tallLayout(arrangement: Arrangement): Layout {
  const { roots } = arrangement
  const trunk = arrangement.graph.recovery.length > 0 ? TRUNK_ROOM : 0
  const isService = (item: Item) => item.columns.size === 1 && item.columns.has('services')
  const power = roots.filter(item => item.children.length === 0 && item.columns.has('power'))
  const bands = roots.filter(item => item.children.length > 0 && !isService(item))
  const rest = roots.filter(
    item => item.children.length === 0 && !item.columns.has('power') && !isService(item),
  )
  const services = roots
    .filter(isService)
    .sort((a, b) => Math.sign(a.children.length) - Math.sign(b.children.length))
  const placed: Placed[] = []
  let y = 20
  const sections: { items: readonly Item[]; key: Column | null }[] = [
    { items: power, key: 'power' },
    { items: bands, key: null },
    { items: rest, key: null },
    { items: services, key: 'services' },
  ]
  const columns: { key: Column; x: number; y: number }[] = []
  for (const { items, key } of sections) {
    if (items.length === 0) continue
    if (key === 'services' && placed.length > 0) y += 22
    if (key !== null) columns.push({ key, x: 0, y: y - 8 })
    const blocks =
      items === bands
        ? bands.map(item => container(arrangement, item, WIDTH - trunk, 0))
        : [pairs(arrangement, items, WIDTH - trunk, 0)]
    for (const block of blocks) {
      placed.push(...block.place(0, y))
      y += block.height + 20
    }
  }
  return {
    width: WIDTH,
    height: Math.ceil(Math.max(20, y - 20)),
    columns,
    placed,
    lines: trunkLines(arrangement, placed),
  }
}

/** A container: its boxes by column, one column below the other, then the containers in it. */
function container(arrangement: Arrangement, item: Item, width: number, depth: number): Block {
  const inner = width - 2 * SIDE
  const own = item.children.filter(child => child.children.length === 0)
  const nested = item.children.filter(child => child.children.length > 0)
  const blocks: Block[] = []
  for (const column of COLUMNS) {
    const mine = own.filter(child => child.columns.has(column))
    const rooms = nested.filter(child => child.columns.size === 1 && child.columns.has(column))
    for (const room of rooms) blocks.push(container(arrangement, room, inner, depth + 1))
    if (mine.length > 0) blocks.push(pairs(arrangement, staged(arrangement, mine), inner, depth + 1))
  }
  for (const child of nested)
    if (child.columns.size > 1) blocks.push(container(arrangement, child, inner, depth + 1))
  const content =
    blocks.reduce((sum, block) => sum + block.height, 0) + SECTION_GAP * Math.max(0, blocks.length - 1)
  const name = containerName(item.node.title, width, depth)
  const height = name.height + 2 + content + SIDE
  return {
    height,
    place: (x, y) => {
      const placed: Placed[] = [
        { component: item.node.id, node: item.node, x, y, width, height, container: true, depth },
      ]
      let top = y + name.height + 2
      for (const block of blocks) {
        placed.push(...block.place(x + SIDE, top))
        top += block.height + SECTION_GAP
      }
      return placed
    },
  }
}

function staged(arrangement: Arrangement, items: readonly Item[]): Item[] {
  const stage = (item: Item) => arrangement.stageOf.get(item.node.id) ?? 0
  const { tied } = arrangement
  const rank = (item: Item) => (tied.has(item.node.id) ? stage(item) : 9)
  return [...items].sort((a, b) => rank(a) - rank(b))
}

/** Two beside each other where their names allow; what the thick path begins or ends at has a row of its own. */
function pairs(arrangement: Arrangement, items: readonly Item[], width: number, depth: number): Block {
  const half = Math.floor((width - GAP) / 2)
  const ends = new Set(arrangement.graph.recovery.flatMap(edge => [edge.from, edge.to]))
  const fits = (item: Item) => {
    if (item.children.length > 0 || ends.has(item.node.id)) return false
    const { lines } = boxShape(arrangement.text(item.node), half)
    return lines.length <= 3 && !(lines.at(-1) ?? '').endsWith('…')
  }
  const rows: Item[][] = []
  let waiting: Item[] | null = null
  for (const item of items) {
    if (!fits(item)) {
      rows.push([item])
    } else if (waiting === null) {
      waiting = [item]
      rows.push(waiting)
    } else {
      waiting.push(item)
      waiting = null
    }
  }
  const blocks = rows.map(row => {
    if (row.length === 2) return grid(arrangement, row, 2, half, depth)
    const item = row[0]!
    return item.children.length > 0
      ? container(arrangement, item, width, depth)
      : stacked(arrangement, item, width, depth)
  })
  return pile(blocks)
}

function trunkLines(arrangement: Arrangement, placed: readonly Placed[]): Line[] {
  const boxes = new Map(placed.filter(one => !one.container).map(one => [one.component, one]))
  const x = WIDTH - 5
  return arrangement.graph.recovery.flatMap(({ from, to }): Line[] => {
    const [a, b] = [boxes.get(from), boxes.get(to)]
    if (a === undefined || b === undefined) return []
    const [ya, yb] = [a.y + a.height / 2, b.y + b.height / 2].map(Math.round) as [number, number]
    return [
      {
        from,
        to,
        of: 'recovery',
        points: [
          [a.x + a.width, ya],
          [x, ya],
          [x, yb],
          [b.x + b.width, yb],
        ],
      },
    ]
  })
}
