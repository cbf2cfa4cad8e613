/**
 * Counts the updates of this page, 1, 2, 3, …, and which of them the server has said to have kept. The updates themselves are
 * in the Yjs document: what the server lacks after a broken connection is asked of it.
 */
export class Unsaved {
  #last = 0
  #stored = 0

  /** The number of one more update. */
  next(): number {
    this.#last += 1
    return this.#last
  }

  /** Everything up to that number is kept. */
  stored(number: number): void {
    this.#stored = Math.min(this.#last, Math.max(this.#stored, number))
  }

  /** How many wait. */
  get size(): number {
    return this.#last - this.#stored
  }

  /** The number of the last update. */
  get last(): number {
    return this.#last
  }
}
