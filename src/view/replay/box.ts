import { textWidth, widestPiece, wrapText } from '../textWidth.js'

/** What a picture needs to know of a component to give it room. */
export interface BoxText {
  readonly title: string
  readonly count: number
  /** Whether a second line says a number of units or a word such as "absent". */
  readonly second: boolean
  /** How many units one block stands for, or null where the box has no blocks. */
  readonly blockUnits: number | null
}

/** A box: the square of the state at the left, the title beside it, then blocks, then one line. SVG units. */
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
  readonly secondTop: number | null
  readonly height: number
}

const TITLE_SIZE = 13.5
/** Where a word would not fit otherwise. No text is smaller than 12. */
const SMALL_TITLE_SIZE = 12.25
export const TITLE_LEADING = 17
export const SECOND_SIZE = 12
const PAD = 8
const BLOCK = { height: 9, gap: 2 }

/** The shape of a box of that width. Layout and drawing ask the same function, so a text always fits its box. */
export function boxShape(text: BoxText, width: number): Box {
  const square = width < 130 ? 22 : 28
  const inner = width - square - 7 - 6
  const size = widestPiece(text.title, TITLE_SIZE, 600) <= inner ? TITLE_SIZE : SMALL_TITLE_SIZE
  const lines = wrapText(text.title, inner, size, width < 130 ? 5 : 3, 600)
  let y = PAD + lines.length * TITLE_LEADING
  let blocks: Box['blocks'] = null
  if (text.blockUnits !== null) {
    const amount = Math.ceil(text.count / text.blockUnits)
    const across = Math.min(amount, 8)
    const rows = Math.ceil(amount / across)
    const blockWidth = Math.min(26, (inner + BLOCK.gap) / 8 - BLOCK.gap)
    blocks = { across, width: blockWidth, height: BLOCK.height, top: y + 2 }
    y += 2 + rows * (BLOCK.height + BLOCK.gap) + 1
  }
  let secondTop: number | null = null
  if (text.second) {
    secondTop = y
    y += 15
  }
  return { square, size, lines, blocks, secondTop, height: Math.max(34, y + PAD - 1) }
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
  const lines = wrapText(title, room, size, 2, weight)
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
