import type { Pixels } from './png.js'

/**
 * A picture as few characters: of each square tile how light it is on average (64 steps), and how far its colour leans to blue and
 * to red (8 steps each). How letters are smoothed does not reach these averages; a missing text, picture or colour does.
 */
export interface Tiles {
  readonly columns: number
  readonly rows: number
  readonly tilePx: number
  readonly widthPx: number
  readonly heightPx: number
  /** Steps of each tile, row by row. */
  readonly light: readonly number[]
  readonly blue: readonly number[]
  readonly red: readonly number[]
}

/** A step of lightness is this much of 255. */
const lightStep = 4
/** A step of colour: half of the range is told in four steps, and what leans further counts as that. */
const colourStep = 6
const colourSteps = 8

/** The tiles of a picture. The last row may be cut. */
export function tilesOf({ width, height, rgb }: Pixels, tilePx: number): Tiles {
  const [columns, rows] = [Math.ceil(width / tilePx), Math.ceil(height / tilePx)]
  const light: number[] = []
  const blue: number[] = []
  const red: number[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sum = [0, 0, 0]
      const [bottom, right] = [Math.min(height, (row + 1) * tilePx), Math.min(width, (column + 1) * tilePx)]
      for (let y = row * tilePx; y < bottom; y++) {
        for (let x = column * tilePx; x < right; x++) {
          const at = (y * width + x) * 3
          for (let channel = 0; channel < 3; channel++) sum[channel]! += rgb[at + channel]!
        }
      }
      const pixels = (bottom - row * tilePx) * (right - column * tilePx)
      const [r, g, b] = sum.map(one => one / pixels) as [number, number, number]
      const luminance = 0.299 * r + 0.587 * g + 0.114 * b
      light.push(Math.floor(luminance / lightStep))
      blue.push(colourOf(b - luminance))
      red.push(colourOf(r - luminance))
    }
  }
  return { columns, rows, tilePx, widthPx: width, heightPx: height, light, blue, red }
}

function colourOf(difference: number): number {
  const step = Math.round(difference / colourStep) + colourSteps / 2
  return Math.max(0, Math.min(colourSteps - 1, step))
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Tiles as text: sizes, then a line a row, with the lightness of all tiles before their colours. */
export function writeTiles({
  columns,
  rows,
  tilePx,
  widthPx,
  heightPx,
  light,
  blue,
  red,
}: Tiles): readonly string[] {
  const lines = [`${widthPx}x${heightPx} in ${tilePx}`]
  for (let row = 0; row < rows; row++) {
    const places = Array.from({ length: columns }, (_, column) => row * columns + column)
    const lightness = places.map(place => digits[light[place]!]).join('')
    const colours = places.map(place => digits[blue[place]! * colourSteps + red[place]!]).join('')
    lines.push(`${lightness} ${colours}`)
  }
  return lines
}

/** Reads what `writeTiles` wrote. */
export function readTiles([sizes, ...lines]: readonly string[]): Tiles {
  const [widthPx, heightPx, tilePx] = sizes!.split(/x| in /).map(Number) as [number, number, number]
  const parts = lines.map(line => line.split(' ') as [string, string])
  const steps = (part: 0 | 1) => parts.flatMap(pair => [...pair[part]].map(digit => digits.indexOf(digit)))
  const colours = steps(1)
  return {
    columns: Math.ceil(widthPx / tilePx),
    rows: lines.length,
    tilePx,
    widthPx,
    heightPx,
    light: steps(0),
    blue: colours.map(both => Math.floor(both / colourSteps)),
    red: colours.map(both => both % colourSteps),
  }
}

/** Tiles drawn as they are known: each in its one colour. Those of `marked` have a frame. */
export function drawTiles(tiles: Tiles, marked: ReadonlySet<number>): Pixels {
  const { columns, tilePx, widthPx: width, heightPx: height } = tiles
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = Math.floor(y / tilePx) * columns + Math.floor(x / tilePx)
      const [inX, inY] = [x % tilePx, y % tilePx]
      const edge = inX < 3 || inY < 3 || inX >= tilePx - 3 || inY >= tilePx - 3
      rgb.set(edge && marked.has(place) ? [255, 0, 255] : colourOfTile(tiles, place), (y * width + x) * 3)
    }
  }
  return { width, height, rgb }
}

function colourOfTile({ light, blue, red }: Tiles, place: number): [number, number, number] {
  const luminance = (light[place]! + 0.5) * lightStep
  const b = luminance + (blue[place]! - colourSteps / 2) * colourStep
  const r = luminance + (red[place]! - colourSteps / 2) * colourStep
  const g = (luminance - 0.299 * r - 0.114 * b) / 0.587
  return [r, g, b].map(value => Math.max(0, Math.min(255, Math.round(value)))) as [number, number, number]
}
