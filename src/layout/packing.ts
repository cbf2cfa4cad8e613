import type { Arrangement, Item } from './arrangement.js'
import { boxShape, containerName } from './box.js'
import type { Placed } from './drawing.js'

/** Something of a known height that can be put at a place. */
export interface Block {
  readonly height: number
  readonly place: (x: number, y: number) => Placed[]
}

export const GAP = 6
export const ROOM_PAD = 8

/** One item in one column: a box at least so high, or a container with its children one below the other. */
export function stacked(
  arrangement: Arrangement,
  item: Item,
  width: number,
  depth: number,
  least = 0,
): Block {
  const component = item.node.id
  if (item.children.length === 0) {
    const height = Math.max(least, boxShape(arrangement.text(item.node), width).height)
    return {
      height,
      place: (x, y) => [{ component, node: item.node, x, y, width, height, container: false, depth }],
    }
  }
  const inner = pile(item.children.map(child => stacked(arrangement, child, width - 2 * ROOM_PAD, depth + 1)))
  const name = containerName(item.node.title, width, depth)
  const height = name.height + inner.height + ROOM_PAD
  return {
    height,
    place: (x, y) => [
      { component, node: item.node, x, y, width, height, container: true, depth },
      ...inner.place(x + ROOM_PAD, y + name.height),
    ],
  }
}

/** Blocks one below the other. Given more height than they need, they spread, but by no more than `most` each. */
export function pile(blocks: readonly Block[], height = 0, most = 16): Block {
  const needed = blocks.reduce((sum, block) => sum + block.height, 0) + GAP * Math.max(0, blocks.length - 1)
  const spare = blocks.length < 2 ? 0 : Math.min(most, Math.max(0, height - needed) / (blocks.length - 1))
  const gap = GAP + Math.floor(spare)
  return {
    height: blocks.length === 0 ? 0 : needed + (gap - GAP) * (blocks.length - 1),
    place: (x, y) => {
      let top = y
      return blocks.flatMap(block => {
        const placed = block.place(x, top)
        top += block.height + gap
        return placed
      })
    },
  }
}

/** Boxes in rows of `across`, of one width; those of a row are equally high. */
export function grid(
  arrangement: Arrangement,
  items: readonly Item[],
  across: number,
  width: number,
  depth: number,
): Block {
  const rows: Block[] = []
  for (let start = 0; start < items.length; start += across) {
    const row = items.slice(start, start + across)
    const height = Math.max(...row.map(item => stacked(arrangement, item, width, depth).height))
    const blocks = row.map(item => stacked(arrangement, item, width, depth, height))
    rows.push({
      height,
      place: (x, y) => blocks.flatMap((block, place) => block.place(x + place * (width + GAP), y)),
    })
  }
  return pile(rows)
}
