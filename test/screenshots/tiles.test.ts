// What is kept of a screen is small text that reads back as it was, and tells what is missing, moved or of another colour.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareScreens } from './compareScreens.js'
import { type Pixels, readPng, writePng } from './png.js'
import { readParts, writeParts } from './reference.js'
import { drawTiles, tilesOf } from './tiles.js'

const pixels = fc
  .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 40 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      rgb: fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 }),
    }),
  )

/** A page of grey lines on white, as text is from afar, with a coloured box. */
function lines(
  change: (picture: Uint8Array, at: (x: number, y: number) => number) => void = () => {},
): Pixels {
  const [width, height] = [320, 640]
  const rgb = new Uint8Array(width * height * 3).fill(255)
  const at = (x: number, y: number) => (y * width + x) * 3
  for (let y = 0; y < height; y++) {
    for (let x = 20; x < 220 + ((y * 7) % 90); x++) {
      if (y % 24 < 14 && (x + y) % 5 === 0) rgb.fill(40, at(x, y), at(x, y) + 3)
    }
  }
  for (let y = 160; y < 320; y++) for (let x = 80; x < 240; x++) rgb.set([200, 60, 40], at(x, y))
  change(rgb, at)
  return { width, height, rgb }
}

const partOf = (picture: Pixels) => [{ name: 'top', tiles: tilesOf(picture, 80) }]

it('a PNG that is written is read as it was', () => {
  fc.assert(
    fc.property(pixels, picture => {
      const { width, height, rgb } = readPng(writePng(picture))
      expect([width, height]).toEqual([picture.width, picture.height])
      expect(Buffer.from(rgb).equals(Buffer.from(picture.rgb))).toBe(true)
    }),
  )
})

it('tiles that are written are read as they were', () => {
  fc.assert(
    fc.property(pixels, fc.integer({ min: 1, max: 50 }), (picture, tilePx) => {
      const parts = [{ name: 'a', tiles: tilesOf(picture, tilePx) }]
      expect(readParts(writeParts(parts))).toEqual(parts)
    }),
  )
})

it('what is drawn from tiles has these tiles again, but for what no colour can show', () => {
  const { light } = tilesOf(lines(), 80)
  const again = tilesOf(drawTiles(tilesOf(lines(), 80), new Set()), 80)
  for (const [place, step] of again.light.entries()) {
    expect(Math.abs(step - light[place]!)).toBeLessThanOrEqual(1)
  }
})

describe('a picture', () => {
  it('smoothed otherwise is the same', () => {
    const smoothed = lines((rgb, at) => {
      for (let y = 0; y < 640; y++) {
        for (let x = 1; x < 320; x++) {
          const own = at(x, y)
          for (let channel = 0; channel < 3; channel++) {
            rgb[own + channel] = (rgb[own + channel]! * 3 + rgb[own + channel - 3]!) / 4
          }
        }
      }
    })
    expect(compareScreens(partOf(lines()), partOf(smoothed))).toEqual([])
  })

  it.each([
    [
      'without its box',
      (rgb: Uint8Array, at: (x: number, y: number) => number) => {
        for (let y = 160; y < 320; y++) rgb.fill(255, at(80, y), at(240, y))
      },
    ],
    [
      'with a box of another colour, as light',
      (rgb: Uint8Array, at: (x: number, y: number) => number) => {
        for (let y = 160; y < 320; y++) for (let x = 80; x < 240; x++) rgb.set([20, 110, 220], at(x, y))
      },
    ],
    [
      'without its text',
      (rgb: Uint8Array, at: (x: number, y: number) => number) => {
        for (let y = 320; y < 640; y++) rgb.fill(255, at(0, y), at(320, y))
      },
    ],
    [
      'moved to the side',
      (rgb: Uint8Array, at: (x: number, y: number) => number) => {
        for (let y = 0; y < 640; y++) rgb.copyWithin(at(40, y), at(0, y), at(280, y))
      },
    ],
  ])('%s is another', (_, change) => {
    const [found] = compareScreens(partOf(lines()), partOf(lines(change)))
    expect(found?.what).toMatch(/tiles/)
  })

  it('that is higher is another, and a part more or less is told', () => {
    const cut = { ...lines(), height: 600, rgb: lines().rgb.slice(0, 320 * 600 * 3) }
    expect(compareScreens(partOf(lines()), partOf(cut))[0]?.what).toBe('is 600 px high, and was 640')
    expect(compareScreens(partOf(lines()), [])).toMatchObject([{ what: 'is missing' }])
    expect(compareScreens([], partOf(lines()))).toMatchObject([{ what: 'is new' }])
  })
})
