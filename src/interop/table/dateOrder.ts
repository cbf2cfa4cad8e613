import { plainMarks } from '../../model/typedTime/match.js'

/** What figures like `3/4/2022` of a column begin with; `unclear` where no cell tells. */
export type DateOrder = 'month' | 'day' | 'unclear' | 'none'

const figures = /^\D{0,4}(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/
const short = /^\D{0,4}(\d{1,2})\/(\d{1,2})(?![/\d])/

/** The order in a column as a whole: one cell with a figure above 12 tells it for all. Also an example of the form. */
export function dateOrderOf(cells: readonly string[]): {
  readonly order: DateOrder
  readonly example: string
} {
  let example = ''
  let month = 0
  let day = 0
  let seen = 0
  for (const cell of cells) {
    const plain = plainMarks(cell.slice(0, 40))
    const three = figures.exec(plain)
    const pair = three === null ? short.exec(plain) : null
    const [first, second] = three !== null ? [three[1], three[3]] : [pair?.[1], pair?.[2]]
    if (first === undefined || second === undefined) continue
    seen++
    if (example === '') example = plain.trim()
    if (Number(first) > 12) day++
    else if (Number(second) > 12) month++
  }
  if (seen === 0) return { order: 'none', example }
  if (day > 0 && month > 0) return { order: 'unclear', example }
  return { order: day > 0 ? 'day' : month > 0 ? 'month' : 'unclear', example }
}
