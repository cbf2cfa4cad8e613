import type { Arrangement } from './arrangement.js'
import type { Line, Placed } from './drawing.js'
import type { Layer } from './wide.js'

type Point = readonly [number, number]

/** A line before its tracks are known: it leaves `from`, crosses gutters and layers, and enters `to`. */
interface Draft {
  readonly from: Placed
  readonly to: Placed
  readonly of: Line['of']
  /** Gutters that it passes in order; gutter g lies at the right of layer g, -1 before the first. */
  readonly gutters: readonly number[]
  /** Between two gutters the gap that it crosses the layer by. */
  readonly gaps: readonly Gap[]
}

interface Gap {
  readonly key: string
  readonly y: number
}

const TRUNK = 9
/** What a container's name takes at least. */
const NAME_ROOM = 29

/**
 * Lines at right angles. They run in the gutters between layers, each source on a track of its own, and cross a layer
 * only between two boxes, so that no line passes under a box.
 */
export function routeLines(
  arrangement: Arrangement,
  placed: readonly Placed[],
  layers: readonly Layer[],
  outside: readonly string[],
  apart: ReadonlySet<string>,
): Line[] {
  const boxes = new Map(placed.filter(one => !one.container).map(one => [one.component, one]))
  const layerOf = (box: Placed): number => {
    if (outside.includes(box.component)) return -1
    return layers.findIndex(layer => box.x >= layer.x - 1 && box.x + box.width <= layer.x + layer.width + 1)
  }
  const drafts: Draft[] = []
  const wanted = [
    ...arrangement.graph.needs.map(edge => ({ ...edge, of: 'needs' as const })),
    ...arrangement.graph.recovery.map(edge => ({ ...edge, of: 'recovery' as const })),
  ]
  for (const { from: fromId, to: toId, of } of wanted) {
    const [from, to] = [boxes.get(fromId), boxes.get(toId)]
    if (from === undefined || to === undefined || apart.has(fromId) || apart.has(toId)) continue
    const draft = draftOf(placed, layers, from, to, layerOf(from), layerOf(to), of)
    if (draft !== null) drafts.push(draft)
  }
  const tracks = new Map<number, string[]>()
  for (const { from, gutters, of } of drafts)
    for (const gutter of of === 'needs' ? gutters : []) {
      const mine = tracks.get(gutter) ?? []
      if (!mine.includes(from.component)) mine.push(from.component)
      tracks.set(gutter, mine)
    }
  const middle = (id: string) => {
    const box = boxes.get(id)
    return box === undefined ? 0 : box.y + box.height / 2
  }
  for (const mine of tracks.values()) mine.sort((a, b) => middle(a) - middle(b) || (a < b ? -1 : 1))
  const shared = new Map<string, string[]>()
  for (const { from, gaps } of drafts)
    for (const { key } of gaps) {
      const mine = shared.get(key) ?? []
      if (!mine.includes(from.component)) mine.push(from.component)
      shared.set(key, mine)
    }
  const trackX = (gutter: number, id: string): number => {
    const [left, right] = gutterRange(placed, layers, gutter)
    const mine = tracks.get(gutter) ?? []
    const place = mine.indexOf(id)
    return round(left + ((right - left) * (place < 0 ? 1 : place + 1)) / (mine.length + 1))
  }
  const gapY = (gap: Gap, id: string): number => {
    const mine = shared.get(gap.key) ?? []
    return round(gap.y + (mine.indexOf(id) - (mine.length - 1) / 2) * 2)
  }
  return drafts.map(draft => ({
    from: draft.from.component,
    to: draft.to.component,
    of: draft.of,
    points:
      draft.gutters.length === 0
        ? trunkPoints(draft, layers, layerOf(draft.from))
        : pointsOf(draft, trackX, gapY),
  }))
}

function draftOf(
  placed: readonly Placed[],
  layers: readonly Layer[],
  from: Placed,
  to: Placed,
  fromLayer: number,
  toLayer: number,
  of: Line['of'],
): Draft | null {
  if (fromLayer === toLayer)
    return of === 'recovery' && fromLayer >= 0 ? { from, to, of, gutters: [], gaps: [] } : null
  // Against the flow only what recovery waits for is drawn.
  if (fromLayer > toLayer && of === 'needs') return null
  const step = fromLayer < toLayer ? 1 : -1
  const gutters: number[] = []
  const gaps: Gap[] = []
  const site = placed.find(one => one.container && one.depth === 0 && inside(from, one)) ?? null
  const aim = to.y + to.height / 2
  for (let layer = fromLayer; layer !== toLayer; layer += step) {
    gutters.push(step > 0 ? layer : layer - 1)
    const next = layer + step
    if (next !== toLayer)
      gaps.push(gapNear(placed, layers, next, site, (from.y + from.height / 2) * 0.6 + aim * 0.4))
  }
  return { from, to, of, gutters, gaps }
}

const inside = (box: Placed, container: Placed) =>
  box.x >= container.x &&
  box.x + box.width <= container.x + container.width &&
  box.y >= container.y &&
  box.y + box.height <= container.y + container.height

/** The space between two boxes of a layer that is nearest to a height, inside the site that the line comes from. */
function gapNear(
  placed: readonly Placed[],
  layers: readonly Layer[],
  layer: number,
  site: Placed | null,
  y: number,
): Gap {
  const { x, width } = layers[layer] ?? { x: 0, width: 0 }
  const within = (one: Placed) => one.x >= x - 1 && one.x + one.width <= x + width + 1
  const here = placed
    .filter(one => within(one) && one.width > width - 2 && (site === null || inside(one, site)))
    .sort((a, b) => a.y - b.y)
  const places: number[] = []
  here.forEach((one, index) => {
    const next = here[index + 1]
    if (index === 0) places.push(one.y - 4)
    places.push(next === undefined ? one.y + one.height + 5 : (one.y + one.height + next.y) / 2)
  })
  if (places.length === 0)
    places.push(site === null ? y : Math.max(site.y + NAME_ROOM, Math.min(y, site.y + site.height - 5)))
  const best = places.reduce((a, b) => (Math.abs(b - y) < Math.abs(a - y) ? b : a))
  return { key: `${layer}:${best}`, y: best }
}

/** Where tracks may lie in a gutter: clear of the borders of sites. */
function gutterRange(placed: readonly Placed[], layers: readonly Layer[], gutter: number): [number, number] {
  const left = layers[gutter]
  const right = layers[gutter + 1]
  const sites = placed.filter(one => one.container && one.depth === 0)
  if (left === undefined) return [Math.max(0, (right?.x ?? 0) - 34), (right?.x ?? 0) - 2]
  const from = left.x + left.width
  const to = right?.x ?? from + 20
  if (right?.column === 'services') {
    const edges = sites.map(site => site.x + site.width).filter(edge => edge < to)
    return [Math.max(from, ...edges) + 4, to - 4]
  }
  return [from + 2, to - 2]
}

function pointsOf(
  draft: Draft,
  trackX: (gutter: number, id: string) => number,
  gapY: (gap: Gap, id: string) => number,
): Point[] {
  const { from, to, gutters, gaps } = draft
  const forward = from.x < to.x
  const id = from.component
  const points: Point[] = [[forward ? from.x + from.width : from.x, round(from.y + from.height / 2)]]
  gutters.forEach((gutter, place) => {
    const x = trackX(gutter, id)
    const last = points.at(-1)!
    points.push([x, last[1]])
    const gap = gaps[place]
    points.push([x, gap === undefined ? round(to.y + to.height / 2) : gapY(gap, id)])
  })
  points.push([forward ? to.x : to.x + to.width, points.at(-1)![1]])
  return straightened(points)
}

/** Within one layer: out at the right, down a trunk that such lines share, and in at the right. */
function trunkPoints({ from, to }: Draft, layers: readonly Layer[], layer: number): Point[] {
  const { x, width } = layers[layer] ?? { x: 0, width: 0 }
  const trunk = round(x + width + TRUNK)
  return [
    [from.x + from.width, round(from.y + from.height / 2)],
    [trunk, round(from.y + from.height / 2)],
    [trunk, round(to.y + to.height / 2)],
    [to.x + to.width, round(to.y + to.height / 2)],
  ]
}

/** Without points that lie on the way between their neighbours. */
function straightened(points: readonly Point[]): Point[] {
  return points.filter((point, place) => {
    const [before, after] = [points[place - 1], points[place + 1]]
    if (before === undefined || after === undefined) return true
    const flat = before[1] === point[1] && point[1] === after[1]
    const upright = before[0] === point[0] && point[0] === after[0]
    return !flat && !upright
  })
}

const round = (value: number) => Math.round(value * 2) / 2
