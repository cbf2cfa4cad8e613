import type { Place } from './diagnostic.js'

/** The text of one file, with its lines. Offsets are UTF-16 units from its beginning. */
export class SourceText {
  readonly path: string
  readonly text: string
  /** Where lines begin; counted when somebody asks. */
  #lines: number[] | null = null

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  get #starts(): readonly number[] {
    if (this.#lines !== null) return this.#lines
    const starts = [0]
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#lines = starts
    return starts
  }

  /** Where an offset is, counted from 1. */
  placeOf(offset: number): Place {
    const starts = this.#starts
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { file: this.path, line: low + 1, column: offset - starts[low]! + 1 }
  }

  /** A line without its end; lines count from 1. */
  line(number: number): string {
    const from = this.#starts[number - 1]
    if (from === undefined) return ''
    const end = this.#starts[number]
    return this.text.slice(from, end === undefined ? undefined : end - 1).replace(/\r$/, '')
  }
}
