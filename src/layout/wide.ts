import type { Arrangement, Item } from './arrangement.js'
import { containerName } from './box.js'
import { COLUMNS, type Column } from './columnOf.js'
import type { Layout, Placed } from './drawing.js'
import { routeLines } from './lines.js'
import { type Block, GAP, grid, pile, stacked } from './packing.js'

/** A layer is a column of boxes; the power column may have several. */
export interface Layer {
  readonly column: Column
  readonly stage: number
  readonly x: number
  readonly width: number
}

const WIDTH = 1120
const HEAD = 24
const SITE_GAP = 20
const INSET = 11
const OUTSIDE_WIDTH = 84
const LEAST: Readonly<Record<Column, number>> = { power: 110, servers: 164, platform: 166, services: 176 }
const MOST: Readonly<Record<Column, number>> = { power: 190, servers: 250, platform: 250, services: 250 }

/** The picture for a page of full width: columns from left to right, sites one below the other. */
export function wideLayout(arrangement: Arrangement): Layout {
  const { roots, columnOf } = arrangement
  const isService = (item: Item) => item.columns.size === 1 && item.columns.has('services')
  const bands = roots.filter(item => item.children.length > 0 && !isService(item))
  const services = roots
    .filter(isService)
    .sort((a, b) => Math.sign(a.children.length) - Math.sign(b.children.length))
  const loose = roots.filter(item => item.children.length === 0 && !isService(item))
  const fed = new Set(
    arrangement.graph.needs.filter(edge => columnOf.get(edge.to) === 'power').map(edge => edge.from),
  )
  const outside =
    bands.length === 0
      ? []
      : loose.filter(item => columnOf.get(item.node.id) === 'power' && fed.has(item.node.id))
  const rest = loose.filter(item => !outside.includes(item))

  const nesting = Math.max(1, ...bands.map(bandDepth))
  const layers = columnsFor(arrangement, outside.length > 0, nesting)
  const inset = INSET
  const placed: Placed[] = []

  const measured = bands.map(item => band(arrangement, item, layers, inset, 0))
  let y = HEAD
  const bandTops: number[] = []
  for (const block of measured) {
    bandTops.push(y)
    placed.push(...block.place(0, y))
    y += block.height + SITE_GAP
  }
  const outsideEnd = placeOutside(arrangement, outside, placed)
  if (bands.length === 0 && rest.length > 0) {
    const block = columnsBlock(arrangement, rest, layers, 0)
    placed.push(...block.place(0, y))
    y += block.height + SITE_GAP
  } else if (rest.length > 0) {
    y = placeRest(arrangement, rest, placed, layers, bandTops, y, outsideEnd)
  }
  const height = Math.max(y - SITE_GAP, HEAD)
  let bottom = height
  const serviceLayer = layers.find(layer => layer.column === 'services')
  if (serviceLayer !== undefined && services.length > 0) {
    const blocks = services.map(item => stacked(arrangement, item, serviceLayer.width, 0))
    const block = pile(blocks, height - HEAD, 26)
    placed.push(...block.place(serviceLayer.x, HEAD))
    bottom = Math.max(bottom, HEAD + block.height)
  }
  bottom = Math.max(bottom, outsideEnd)
  return {
    width: WIDTH,
    height: Math.ceil(bottom),
    columns: headings(layers, outside.length > 0),
    placed,
    lines: routeLines(
      arrangement,
      placed,
      layers,
      outside.map(item => item.node.id),
      new Set(bands.length === 0 ? [] : rest.map(item => item.node.id)),
    ),
  }
}

/** How many containers that span columns stand in each other. */
function bandDepth(item: Item): number {
  const inner = item.children.filter(child => child.children.length > 0 && child.columns.size > 1)
  return 1 + Math.max(0, ...inner.map(bandDepth))
}

/** Divides the width among the columns that occur. */
function columnsFor(arrangement: Arrangement, outside: boolean, nesting: number): Layer[] {
  const used = new Set([...arrangement.roots].flatMap(root => [...root.columns]))
  const slots: { column: Column; stage: number }[] = []
  for (const column of COLUMNS.filter(one => used.has(one)))
    for (let stage = 0; stage < (column === 'power' ? arrangement.stages : 1); stage++)
      slots.push({ column, stage })
  const margin = INSET * nesting
  const gutter = (place: number) => {
    const [left, right] = [slots[place], slots[place + 1]]
    if (left === undefined || right === undefined) return 0
    if (left.column === right.column) return 18
    return right.column === 'services' ? margin + 66 : 30
  }
  const gutters = slots.map((_, place) => gutter(place))
  const start = (outside ? OUTSIDE_WIDTH + 20 : 0) + margin
  const end = slots.at(-1)?.column === 'services' ? 0 : margin + 16
  const room = WIDTH - start - end - gutters.reduce((sum, width) => sum + width, 0)
  const least = slots.reduce((sum, slot) => sum + LEAST[slot.column], 0)
  const factor = room / least
  const layers: Layer[] = []
  let x = start
  const widths = slots.map(slot => Math.min(Math.floor(LEAST[slot.column] * factor), MOST[slot.column]))
  const spare = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0))
  const extra = slots.length < 2 ? 0 : Math.floor(spare / (slots.length - 1))
  slots.forEach((slot, place) => {
    const width = widths[place] ?? 0
    layers.push({ ...slot, x, width })
    x += width + (gutters[place] ?? 0) + extra
  })
  return layers
}

/** A container that spans columns: its name, its boxes by column, and such containers inside it below. */
function band(
  arrangement: Arrangement,
  item: Item,
  layers: readonly Layer[],
  inset: number,
  depth: number,
): Block {
  const inner = item.children.filter(child => child.children.length > 0 && child.columns.size > 1)
  const own = item.children.filter(child => !inner.includes(child))
  const blocks = [
    ...(own.length === 0 ? [] : [columnsBlock(arrangement, own, layers, depth + 1)]),
    ...inner.map(child => band(arrangement, child, layers, inset, depth + 1)),
  ]
  const levels = bandDepth(item)
  const mine = layers.filter(layer => spans(arrangement, item, layer))
  const left = Math.min(...mine.map(layer => layer.x)) - inset * levels
  const keyRoom = arrangement.graph.recovery.length > 0 ? 16 : 0
  const right = Math.max(...mine.map(layer => layer.x + layer.width)) + inset * levels + keyRoom
  const content = blocks.reduce((sum, block) => sum + block.height, 0) + 12 * Math.max(0, blocks.length - 1)
  const name = containerName(item.node.title, right - left, depth)
  const height = name.height + 6 + content + 12
  return {
    height,
    place: (_, y) => {
      let top = y + name.height + 6
      const placed: Placed[] = [
        {
          component: item.node.id,
          node: item.node,
          x: left,
          y,
          width: right - left,
          height,
          container: true,
          depth,
        },
      ]
      for (const block of blocks) {
        placed.push(...block.place(0, top))
        top += block.height + 12
      }
      return placed
    },
  }
}

function spans(arrangement: Arrangement, item: Item, layer: Layer): boolean {
  if (!item.columns.has(layer.column)) return false
  return layer.column !== 'power' || stagesIn(arrangement, item).has(layer.stage)
}

/** Stages of the power column in which an item has boxes, once barriers have found the emptiest. */
function stagesIn(arrangement: Arrangement, item: Item): Set<number> {
  const stages = new Set<number>()
  const own = item.children.filter(child => child.columns.size === 1)
  for (const [stage, items] of byStage(
    arrangement,
    own.filter(child => child.columns.has('power')),
  ).entries())
    if (items.length > 0) stages.add(stage)
  for (const child of item.children)
    if (child.columns.size > 1) for (const stage of stagesIn(arrangement, child)) stages.add(stage)
  return stages
}

/** Items beside each other by column, one below the other within a column. */
function columnsBlock(
  arrangement: Arrangement,
  items: readonly Item[],
  layers: readonly Layer[],
  depth: number,
): Block {
  const piles = layers.map(layer => {
    const inLayer = items.filter(item => item.columns.has(layer.column))
    const mine = layer.column === 'power' ? (byStage(arrangement, inLayer)[layer.stage] ?? []) : inLayer
    return { layer, blocks: mine.map(item => stacked(arrangement, item, layer.width, depth)) }
  })
  const height = Math.max(0, ...piles.map(({ blocks }) => pile(blocks).height))
  return {
    height,
    place: (_, y) =>
      piles.flatMap(({ layer, blocks }) =>
        pile(blocks, height, layer.column === 'power' ? 90 : 22).place(layer.x, y),
      ),
  }
}

/** Items of the power column by stage. What neither feeds nor is fed goes where there is most room. */
function byStage(arrangement: Arrangement, items: readonly Item[]): Item[][] {
  const stages: Item[][] = Array.from({ length: arrangement.stages }, () => [])
  const { tied } = arrangement
  const isTied = (item: Item): boolean => tied.has(item.node.id) || item.children.some(isTied)
  const stageOf = (item: Item): number =>
    item.children.length === 0
      ? (arrangement.stageOf.get(item.node.id) ?? 0)
      : Math.min(...item.children.map(stageOf))
  for (const item of items) if (isTied(item)) stages[stageOf(item)]?.push(item)
  for (const item of items) {
    if (isTied(item)) continue
    const heights = stages.map(mine => pile(mine.map(other => stacked(arrangement, other, 110, 0))).height)
    stages[heights.indexOf(Math.min(...heights))]?.push(item)
  }
  return stages
}

/** What belongs to no site, as a grid: beside the last sites where those leave room at the left, or below everything. */
function placeRest(
  arrangement: Arrangement,
  rest: readonly Item[],
  placed: Placed[],
  layers: readonly Layer[],
  tops: readonly number[],
  end: number,
  outsideEnd: number,
): number {
  const sites = placed.filter(one => one.container && one.depth === 0 && tops.includes(one.y))
  let room = WIDTH
  let top = end
  for (const site of [...sites].reverse()) {
    // The gutter at the left of the site stays free for the lines that enter it.
    const before = layers.findLast(layer => layer.x + layer.width <= site.x)
    const free = Math.min(room, site.x - 24, before === undefined ? 0 : before.x + before.width)
    if (free < 300) break
    room = free
    top = site.y
  }
  const beside = room < WIDTH
  const right = Math.max(...sites.map(site => site.x + site.width))
  const width = beside ? room : right
  const across = Math.max(1, Math.min(rest.length, Math.floor((width + GAP) / (150 + GAP))))
  const each = Math.min(200, Math.floor((width - GAP * (across - 1)) / across))
  const block = grid(arrangement, rest, across, each, 0)
  const from = Math.max(beside ? top + HEAD : top, outsideEnd + SITE_GAP)
  placed.push(...block.place(0, from))
  return Math.max(end, from + block.height + SITE_GAP)
}

/** What feeds the sites from outside, at the left edge, each at the height of what it feeds. */
function placeOutside(arrangement: Arrangement, outside: readonly Item[], placed: Placed[]): number {
  let free = HEAD
  for (const item of outside) {
    const block = stacked(arrangement, item, OUTSIDE_WIDTH, 0)
    const fed = arrangement.graph.needs
      .filter(edge => edge.from === item.node.id)
      .flatMap(edge => placed.filter(one => one.component === edge.to))
    const middle =
      fed.length === 0 ? free : fed.reduce((sum, one) => sum + one.y + one.height / 2, 0) / fed.length
    const y = Math.max(free, Math.round(middle - block.height / 2))
    placed.push(...block.place(0, y))
    free = y + block.height + GAP
  }
  return outside.length === 0 ? 0 : free - GAP
}

function headings(layers: readonly Layer[], outside: boolean): Layout['columns'] {
  return COLUMNS.flatMap(key => {
    const first = layers.find(layer => layer.column === key)
    return first === undefined ? [] : [{ key, x: key === 'power' && outside ? 0 : first.x, y: 13 }]
  })
}
