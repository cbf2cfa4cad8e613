import { balancedText, textWidth, widestPiece } from './textWidth.js'

/** What a picture needs to know of a component to give it room. */
export interface BoxText {
  readonly title: string
  readonly count: number
  /** Whether a second line says a number of units or a word such as "absent". */
  readonly second: boolean
  /** How many units one block stands for, or null where the box has no blocks. */
  readonly blockUnits: number | null
}

/**
 * A box: the square of the state at the left, the title beside it, then blocks, then a number of units, which stands beside
 * the blocks where there is room. SVG units; `top` and `x` count from where the content begins.
 */
export interface Box {
  readonly square: number
  /** Of the title. */
  readonly size: number
  readonly lines: readonly string[]
  readonly blocks: {
    readonly across: number
    readonly width: number
    readonly height: number
    readonly top: number
  } | null
  readonly second: { readonly x: number; readonly top: number } | null
  readonly contentHeight: number
  readonly height: number
}

const TITLE_SIZE = 13.5
/** Where a word would not fit otherwise. No text is smaller than 12. */
const SMALL_TITLE_SIZE = 12.25
export const TITLE_LEADING = 16
export const SECOND_SIZE = 12
const SECOND_LEADING = 14
const PAD = 4
const LEAST_HEIGHT = 26
const BLOCK = { height: 9, gap: 2, across: 8, most: 10 }

/** Shapes that were worked out: a picture asks for each many times. */
const SHAPES = new Map<string, Box>()
const MOST_SHAPES = 5000

/** The shape of a box of that width. Layout and drawing ask the same function, so a text always fits its box. */
export function boxShape(text: BoxText, width: number): Box {
  const key = `${width} ${text.count} ${text.second} ${text.blockUnits} ${text.title}`
  const known = SHAPES.get(key)
  if (known !== undefined) return known
  const shape = shapeOf(text, width)
  if (SHAPES.size >= MOST_SHAPES) SHAPES.clear()
  SHAPES.set(key, shape)
  return shape
}

function shapeOf(text: BoxText, width: number): Box {
  const square = width < 130 ? 22 : 25
  const inner = width - square - 7 - 4
  const size = widestPiece(text.title, TITLE_SIZE, 600) <= inner ? TITLE_SIZE : SMALL_TITLE_SIZE
  const lines = balancedText(text.title, inner, size, width < 130 ? 5 : 3, 600)
  let y = lines.length * TITLE_LEADING
  let blocks: Box['blocks'] = null
  let second: Box['second'] = text.second ? { x: 0, top: y } : null
  if (text.blockUnits !== null) {
    const amount = Math.ceil(text.count / text.blockUnits)
    const across = Math.min(amount, BLOCK.across)
    const rows = Math.ceil(amount / across)
    const blockWidth = Math.min(BLOCK.most, (inner + BLOCK.gap) / BLOCK.across - BLOCK.gap)
    blocks = { across, width: blockWidth, height: BLOCK.height, top: y + 3 }
    const beside = across * (blockWidth + BLOCK.gap) + 4
    const number = text.count.toLocaleString('en-US')
    const fits = beside + textWidth(`${number} / ${number}`, SECOND_SIZE) <= inner
    if (fits) second = { x: beside, top: y }
    y += 3 + rows * (BLOCK.height + BLOCK.gap)
    if (!fits) second = { x: 0, top: y }
    if (fits && rows === 1) y -= 1
  }
  if (second !== null && second.x === 0) y += SECOND_LEADING
  return {
    square,
    size,
    lines,
    blocks,
    second,
    contentHeight: y,
    height: Math.max(LEAST_HEIGHT, y + 2 * PAD),
  }
}

/** A container's name: sites in bold, rooms quietly; smaller or in two lines where it would not fit. */
export interface ContainerName {
  readonly lines: readonly string[]
  readonly size: number
  readonly leading: number
  readonly weight: number
  /** From the container's top to where its content begins. */
  readonly height: number
}

/** The name of a container of that width. A depth of 0 is a site. */
export function containerName(title: string, width: number, depth: number): ContainerName {
  const room = width - (depth === 0 ? 40 : 16)
  const weight = depth === 0 ? 700 : 400
  const large = depth === 0 ? 15 : 13
  const size = textWidth(title, large, weight) <= room ? large : 13
  const lines = balancedText(title, room, size, 2, weight)
  const leading = Math.round(size * 1.28)
  return { lines, size, leading, weight, height: 14 + lines.length * leading }
}

/** One size of block for the whole picture: the smallest round number with which no box has more than 16 and all together 48. */
export function blockUnits(counts: readonly number[]): number | null {
  const large = counts.filter(count => count >= 100)
  if (large.length === 0) return null
  const most = Math.max(...large)
  const total = large.reduce((sum, count) => sum + count, 0)
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) {
      const unit = step * power
      if (most / unit <= 16 && total / unit <= 48) return unit
    }
  }
}
