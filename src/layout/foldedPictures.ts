import { type Arrangement, arrange } from './arrangement.js'
import type { SystemPictures } from './drawing.js'
import { folded, openAtFirst, type Tail } from './folding.js'
import type { OrderedSystem } from './orderedSystem.js'
import { GAP } from './packing.js'
import { type BundleTitles, type Place, placesOf } from './places.js'
import { tallLayout } from './tall.js'
import { wideLayout } from './wide.js'

/** A wide picture is at most so high while the reader has opened nothing: with its slider it fits a window of 900 px. */
export const mostHeight = 745
/** Boxes that a picture begins with at most. */
export const mostBoxes = 100
/** Components of a column that stay when its tail is folded. */
const LEAST_LEFT = 3
const MOST_TRIMS = 60

/** A system that can be drawn with any of its places folded. */
export interface FoldingSystem {
  readonly ordered: OrderedSystem
  readonly places: readonly Place[]
  readonly tails: readonly Tail[]
  readonly titles: BundleTitles
  /** Places that are open before the reader opens or folds any. Tails are folded then. */
  readonly openAtFirst: ReadonlySet<string>
}

/**
 * Finds what to fold at first: nothing if the picture is small enough. Else places without room stay folded, what matters least
 * first; then the highest columns give up what matters least in them. `mostHeight` may still be passed by a system in which
 * there is nothing left to fold.
 */
export function foldingSystem(
  ordered: OrderedSystem,
  titles: BundleTitles,
  interestOf: (component: string) => number,
): FoldingSystem {
  const places = placesOf(ordered.graph, ordered.columnOf, titles)
  const large = ordered.graph.nodes.length > mostBoxes
  let boxes = mostBoxes
  for (;;) {
    const open = openAtFirst(places, boxes, interestOf)
    const system = trimmed({ ordered, places, tails: [], titles, openAtFirst: open }, interestOf)
    // A system that is not large is never folded place by place: rather a picture that is somewhat higher.
    if (system.fits || !large || open.size === 0) return system.folding
    boxes = Math.floor(boxes * 0.75)
  }
}

/** The system with tails folded as far as needed, and whether its picture is then low enough. */
function trimmed(
  whole: FoldingSystem,
  interestOf: (component: string) => number,
): { readonly folding: FoldingSystem; readonly fits: boolean } {
  const { ordered, places, openAtFirst: open } = whole
  const columns = openColumns(places, ordered, open, interestOf)
  const system = (): FoldingSystem => ({
    ...whole,
    tails: columns.flatMap(({ tail }) => (tail.members.length > 0 ? [tail] : [])),
  })
  const draw = (folding: FoldingSystem) => wideLayout(arrangementOf(folding, place => open.has(place)))
  if (draw(whole).height <= mostHeight) return { folding: whole, fits: true }
  const shortest = columns.flatMap(({ left, tail }) =>
    left.length > LEAST_LEFT + 1 ? [{ ...tail, members: left.slice(LEAST_LEFT) }] : [],
  )
  const least = Math.max(mostHeight, draw({ ...whole, tails: shortest }).height)
  for (let trim = 0; trim < MOST_TRIMS; trim++) {
    const { placed, height } = draw(system())
    if (height <= least) break
    const heights = new Map(placed.map(one => [one.component, one.height]))
    if (!trimHighest(columns, heights)) break
  }
  // What was given up beside a column that was higher still may come back, where the picture grows no higher by it.
  const allowed = Math.max(least, draw(system()).height)
  for (const { left, tail } of columns) {
    if (tail.members.length === 0) continue
    const members = tail.members.splice(0)
    if (draw(system()).height <= allowed) left.push(...members)
    else tail.members.push(...members)
  }
  return { folding: system(), fits: allowed <= mostHeight }
}

/** Both pictures with some places open. */
export function foldedPictures(system: FoldingSystem, isOpen: (place: string) => boolean): SystemPictures {
  const arrangement = arrangementOf(system, isOpen)
  return { wide: wideLayout(arrangement), tall: tallLayout(arrangement) }
}

/** Every place of a system that holds others, outermost first. */
export function openablePlaces(places: readonly Place[]): readonly Place[] {
  return places.flatMap(place =>
    place.children.length === 0 ? [] : [place, ...openablePlaces(place.children)],
  )
}

function arrangementOf(
  { ordered, places, tails, titles }: FoldingSystem,
  isOpen: (place: string) => boolean,
): Arrangement {
  return arrange(ordered, folded(ordered.graph, places, ordered.columnOf, tails, isOpen, titles))
}

/** Components that stand below each other, and those of them that are folded into the column's tail. */
interface OpenColumn {
  /** What matters most first. */
  readonly left: string[]
  readonly tail: Tail & { readonly members: string[] }
}

function openColumns(
  places: readonly Place[],
  { graph, columnOf, stageOf }: OrderedSystem,
  open: ReadonlySet<string>,
  interestOf: (component: string) => number,
): readonly OpenColumn[] {
  const found = new Map<string, OpenColumn>()
  // What the thick path begins or ends at is what the picture is about.
  const kept = new Set(graph.recovery.flatMap(({ from, to }) => [from, to]))
  const visit = (place: Place, within: string | null) => {
    if (place.children.length > 0) {
      if (open.has(place.node.id)) for (const child of place.children) visit(child, place.node.id)
      return
    }
    const { id } = place.node
    const column = columnOf.get(id) ?? 'platform'
    if (kept.has(id)) return
    const key = `${within ?? ''}~${column}${column === 'power' ? (stageOf.get(id) ?? 0) : ''}~rest`
    const known = found.get(key)
    if (known === undefined) found.set(key, { left: [id], tail: { id: key, within, column, members: [] } })
    else known.left.push(id)
  }
  for (const place of places) visit(place, null)
  const columns = [...found.values()]
  for (const { left } of columns) left.sort((a, b) => interestOf(b) - interestOf(a))
  return columns
}

/** Moves what matters least in the highest column that can give anything up into its tail. */
function trimHighest(columns: readonly OpenColumn[], heights: ReadonlyMap<string, number>): boolean {
  const heightOf = ({ left, tail }: OpenColumn) =>
    [...left, tail.id].reduce((sum, id) => sum + (heights.has(id) ? heights.get(id)! + GAP : 0), 0)
  let best: OpenColumn | null = null
  for (const column of columns) {
    if (column.left.length <= LEAST_LEFT) continue
    if (best === null || heightOf(column) > heightOf(best)) best = column
  }
  if (best === null) return false
  // A tail of one would take the room of what it holds.
  for (const id of best.left.splice(best.tail.members.length === 0 ? -2 : -1)) best.tail.members.push(id)
  return true
}
