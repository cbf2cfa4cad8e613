import stringWidth from 'string-width'
import type { Colour, Paint } from './paint.js'

/** Tables never get wider than this many terminal cells. */
export const widestTable = 80

const gap = '  '

/** One column. `flexible` ones give way, by wrapping, when the whole gets too wide. */
export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
  readonly flexible?: boolean
}

/** One cell: a text, or a text with its colour. */
export type Cell = string | { readonly text: string; readonly colour: Colour }

/**
 * A table as lines of text, each ended by a line feed and none wider than `widestTable`. A Korean letter takes two cells
 * of a terminal; widths are counted in cells.
 */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], paint: Paint): string {
  const natural = columns.map((column, index) =>
    Math.max(stringWidth(column.title), ...rows.map(row => stringWidth(textOf(row[index])))),
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

/** Text broken into lines of at most `width` cells: between words where that is possible, else within one. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (stringWidth(joined) <= width) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (line !== '' && stringWidth(line + character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return [...lines, line]
}

/** A text as lines that fit a terminal, each ended by a line feed and begun with `indent`. */
export function wrapLines(text: string, indent = ''): string {
  const lines = wrap(text, widestTable - stringWidth(indent))
  return lines.map(line => `${indent}${line}\n`).join('')
}

/** A text padded with blanks to `width` cells. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '')
}

/** Takes cells from the widest column that may give way until the whole fits; at the last, from any. */
function shrink(columns: readonly Column[], natural: readonly number[], available: number): number[] {
  const widths = [...natural]
  const smallest = 8
  for (const mayGive of [(index: number) => columns[index]?.flexible === true, () => true]) {
    for (;;) {
      const excess = widths.reduce((sum, width) => sum + width, 0) - available
      if (excess <= 0) return widths
      const giving = widths.map((width, index) => (mayGive(index) && width > smallest ? width : 0))
      const widest = Math.max(...giving)
      if (widest === 0) break
      widths[giving.indexOf(widest)] = widest - 1
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
