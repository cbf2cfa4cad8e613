import { displayWidth } from '../files/displayWidth.js'
import type { Colour, Paint } from './paint.js'

/** Tables never get wider than this many terminal cells. */
export const widestTable = 80

const gap = '  '

/**
 * One column. `flexible` ones give way, by wrapping, when the whole gets too wide; before them one with `least`, down to
 * that many cells.
 */
export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
  readonly flexible?: boolean
  readonly least?: number
}

/** One cell: a text, or a text with its colour. */
export type Cell = string | { readonly text: string; readonly colour: Colour }

/**
 * A table as lines of text, each ended by a line feed and none wider than `widestTable`. A Korean letter takes two cells
 * of a terminal; widths are counted in cells.
 */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], paint: Paint): string {
  const natural = columns.map((column, index) =>
    Math.max(displayWidth(column.title), ...rows.map(row => displayWidth(textOf(row[index])))),
  )
  const widths = shrink(columns, natural, widestTable - gap.length * (columns.length - 1))
  const title = tableLines(
    columns,
    columns.map(column => ({ text: column.title, colour: 'dim' as const })),
    widths,
    paint,
  )
  return [...title, ...rows.flatMap(row => tableLines(columns, row, widths, paint))]
    .map(line => `${line}\n`)
    .join('')
}

/**
 * Text broken into lines of at most `width` cells: between words where that is possible, else after a hyphen or a dot
 * of a long id, else anywhere.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const fits = (part: string) => displayWidth(part) <= width
  const append = (part: string, between: string) => {
    if (fits(line + between + part)) {
      line += between + part
      return
    }
    if (line !== '') lines.push(line)
    line = part
  }
  for (const word of text.split(' ')) {
    let between = line === '' ? '' : ' '
    for (const part of fits(word) ? [word] : word.split(/(?<=[-.@/])/)) {
      for (const piece of fits(part) ? [part] : part) {
        append(piece, between)
        between = ''
      }
    }
  }
  return [...lines, line]
}

/** A text as lines that fit a terminal, each ended by a line feed and begun with `indent`. */
export function wrapLines(text: string, indent = ''): string {
  const lines = wrap(text, widestTable - displayWidth(indent))
  return lines.map(line => `${indent}${line}\n`).join('')
}

/** A text padded with blanks to `width` cells. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '')
}

/** Takes cells from the widest column that may give way until the whole fits; at the last, from any. */
function shrink(columns: readonly Column[], natural: readonly number[], available: number): number[] {
  const widths = [...natural]
  const smallest = 8
  const leastWidths: readonly ((column: Column) => number)[] = [
    ({ least }) => least ?? Infinity,
    ({ flexible, least }) => (flexible === true ? (least ?? smallest) : Infinity),
    () => smallest,
  ]
  let excess = widths.reduce((sum, width) => sum + width, 0) - available
  for (const leastOf of leastWidths) {
    while (excess > 0) {
      const giving = widths.map((width, index) => (width > leastOf(columns[index]!) ? width : 0))
      const widest = Math.max(...giving)
      if (widest === 0) break
      widths[giving.indexOf(widest)] = widest - 1
      excess--
    }
  }
  return widths
}

function tableLines(
  columns: readonly Column[],
  row: readonly Cell[],
  widths: readonly number[],
  paint: Paint,
): string[] {
  const wrapped = columns.map((_column, index) => wrap(textOf(row[index]), widths[index]!))
  const height = Math.max(...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_none, at) => {
    const texts = columns.map((column, index) => pad(wrapped[index]![at] ?? '', widths[index]!, column.align))
    texts.push(texts.pop()!.trimEnd())
    const painted = texts.map((text, index) => {
      const cell = row[index]
      return typeof cell === 'object' ? paint(cell.colour, text) : text
    })
    return painted.join(gap).trimEnd()
  })
}
