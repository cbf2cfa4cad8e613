import type { Tiles } from './tiles.js'

/** A part of a page under one heading, as it was looked at. */
export interface ScreenPart {
  readonly name: string
  readonly tiles: Tiles
}

/** How a part differs from its reference, in words of a picture, and which tiles do. */
export interface Difference {
  readonly part: string
  readonly what: string
  /** Places of tiles in the part as it is now. */
  readonly tiles: readonly number[]
}

/** Steps that a tile may be off: smoothing, and the edge between two steps. */
const lightTolerance = 1
const colourTolerance = 1
/** How many tiles of a part may be off: a line that breaks elsewhere. */
const tilesTolerated = 1
const shareTolerated = 0.01
/** How much higher or lower a part may be: half a line, or this share. */
const heightTolerancePx = 12
const heightToleranceShare = 0.01

/** Where a page differs from its reference by more than machines differ. Empty where it is as it was. */
export function compareScreens(
  reference: readonly ScreenPart[],
  now: readonly ScreenPart[],
): readonly Difference[] {
  const known = new Map(reference.map(part => [part.name, part.tiles]))
  const seen = new Set(now.map(({ name }) => name))
  return [
    ...reference
      .filter(({ name }) => !seen.has(name))
      .map(({ name }) => ({ part: name, what: 'is missing', tiles: [] })),
    ...now.flatMap(({ name, tiles }) => {
      const before = known.get(name)
      if (before === undefined) return [{ part: name, what: 'is new', tiles: [] }]
      return difference(name, before, tiles) ?? []
    }),
  ]
}

function difference(part: string, before: Tiles, now: Tiles): Difference | null {
  const widths = [before.widthPx, now.widthPx]
  if (widths[0] !== widths[1] || before.tilePx !== now.tilePx) {
    return { part, what: `is ${widths[1]} px wide, and was ${widths[0]}`, tiles: [] }
  }
  const tolerance = Math.max(heightTolerancePx, before.heightPx * heightToleranceShare)
  if (Math.abs(before.heightPx - now.heightPx) > tolerance) {
    return { part, what: `is ${now.heightPx} px high, and was ${before.heightPx}`, tiles: [] }
  }
  // A row that one of them has only the beginning of is not compared: its average is of other things.
  const wholeRows = Math.floor(Math.min(before.heightPx, now.heightPx) / now.tilePx)
  const compared = Math.max(1, wholeRows) * now.columns
  const off = Array.from({ length: compared }, (_, place) => place).filter(
    place =>
      Math.abs(before.light[place]! - now.light[place]!) > lightTolerance ||
      Math.abs(before.blue[place]! - now.blue[place]!) > colourTolerance ||
      Math.abs(before.red[place]! - now.red[place]!) > colourTolerance,
  )
  if (off.length <= Math.max(tilesTolerated, compared * shareTolerated)) return null
  return { part, what: `differs in ${off.length} of ${compared} tiles: ${extent(off, now)}`, tiles: off }
}

/** The rectangle that holds some tiles. */
function extent(places: readonly number[], { columns, tilePx }: Tiles): string {
  const xs = places.map(place => place % columns)
  const ys = places.map(place => Math.floor(place / columns))
  const range = (all: readonly number[]) => `${Math.min(...all) * tilePx}–${(Math.max(...all) + 1) * tilePx}`
  return `x ${range(xs)}, y ${range(ys)}`
}
