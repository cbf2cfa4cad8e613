/** Which pictures of one figure a page holds; its width decides which one is shown. */
export type FigureForm = 'wide' | 'middle' | 'tall'

/** The measures of one form of the chart. SVG units. */
export interface Form {
  /** How rows are set: names beside the bars, or above them. */
  readonly name: 'wide' | 'tall'
  readonly width: number
  /** Where the axis begins and ends. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly rowHeight: number
  /** Height of the bar's middle within its row. */
  readonly bar: number
  readonly ifBar: number
  readonly tear: number
  /** Least distance between the hours of the axis. */
  readonly apart: number
  readonly power: number
}

export const WIDE: Form = {
  name: 'wide',
  width: 1120,
  left: 330,
  right: 1112,
  top: 30,
  rowHeight: 50,
  bar: 18,
  ifBar: 38,
  tear: 34,
  apart: 64,
  power: 74,
}
/** For a tablet, or a page beside something else: as the wide one, with less room for the axis. */
export const MIDDLE: Form = { ...WIDE, width: 740, left: 300, right: 732, tear: 26, apart: 44 }
export const TALL: Form = {
  name: 'tall',
  width: 350,
  left: 0,
  right: 344,
  top: 26,
  rowHeight: 60,
  bar: 30,
  ifBar: 48,
  tear: 20,
  apart: 38,
  power: 70,
}

/** Drawings are written to a tenth of a unit. */
export const round = (value: number): number => Math.round(value * 10) / 10
