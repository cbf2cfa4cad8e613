import type { Place } from './diagnostic.js'

/** The text of one file, with its lines. Offsets are UTF-16 units from its beginning. */
export class SourceText {
  readonly path: string
  readonly text: string
  readonly #starts: number[] = [0]

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Where an offset is, counted from 1. */
  placeOf(offset: number): Place {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { file: this.path, line: low + 1, column: offset - this.#starts[low]! + 1 }
  }

  /** A line without its end; lines count from 1. */
  line(number: number): string {
    const from = this.#starts[number - 1]
    if (from === undefined) return ''
    const end = this.#starts[number]
    return this.text.slice(from, end === undefined ? undefined : end - 1).replace(/\r$/, '')
  }
}
