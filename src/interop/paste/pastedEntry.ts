import type { WrittenDate, WrittenTime, WrittenZone } from '../../model/typedTime/moment.js'

/** An entry of a timeline as a text has it. */
export interface PastedEntry {
  /** First and last line, from 1. */
  readonly line: number
  readonly lastLine: number
  /** Null where the line gives a day alone, or stands among timed lines without a time. */
  readonly time: WrittenTime | null
  readonly day: WrittenDate | null
  readonly written: string
  /** Markdown, lines parted by line feeds. */
  readonly text: string
  /** The time stands behind what happened, as lists of key times write it: their order is not that of time. */
  readonly behind: boolean
  /** Entries of one list have one number: days go on within it. */
  readonly list: number
  /** The day that a heading above gives, and which heading: once used, days go on from entry to entry. */
  readonly heading: { readonly number: number; readonly date: WrittenDate } | null
  readonly zone: WrittenZone | null
}

/** An entry with what tells whether it is one. */
export interface FoundEntry extends PastedEntry {
  /** It stands under a heading such as Timeline. */
  readonly section: boolean
  /** It reads like a sentence. */
  readonly prose: boolean
}
