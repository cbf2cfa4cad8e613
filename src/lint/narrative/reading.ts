/** One way to read a number that stands in a text. */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  /** A time of day, in minutes from midnight. With `hourOnly` the minutes were not said. */
  | { readonly kind: 'clock'; readonly minute: number; readonly hourOnly: boolean }
  /** A day, of a month or of whichever is spoken of; or a month as a whole. */
  | { readonly kind: 'day'; readonly month: number | null; readonly day: number | null }
  /** A length of time; `unitMs` is the smallest unit in which it was said. */
  | { readonly kind: 'length'; readonly ms: number; readonly unitMs: number }

/** A number, a time or a length that a text states. Offsets in UTF-16 units, the end exclusive. */
export interface Statement {
  readonly from: number
  readonly to: number
  readonly text: string
  /** `16일` may be a day or sixteen of them: one reading that holds is enough. */
  readonly readings: readonly Reading[]
}
