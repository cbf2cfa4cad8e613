import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowestPx, placeLabels, textHeightPx } from '../../../src/view/rivals/spine.js'

const label = fc.record({
  key: fc.uuid(),
  atMs: fc.integer({ min: 0, max: 7 * 86_400_000 }),
  toMs: fc.constant(0),
  heightPx: fc.integer({ min: 20, max: 220 }),
})

describe('Claims beside a spine of time.', () => {
  it('never overlap, stand in the order of time, and begin at or below the top', () => {
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 30 }),
        fc.double({ min: 1e-9, max: 1e-2, noNaN: true }),
        (labels, scale) => {
          const placed = placeLabels(labels, ms => 20 + ms * scale, 15)
          expect(placed).toHaveLength(labels.length)
          for (const [place, one] of placed.entries()) {
            const next = placed[place + 1]
            expect(one.topPx).toBeGreaterThanOrEqual(0)
            expect(one.tickPx).toBeCloseTo(20 + one.atMs * scale, 5)
            if (next === undefined) continue
            expect(next.atMs).toBeGreaterThanOrEqual(one.atMs)
            expect(next.topPx).toBeGreaterThanOrEqual(one.topPx + one.heightPx)
          }
          expect(lowestPx(placed)).toBe(Math.max(0, ...placed.map(one => one.topPx + one.heightPx)))
        },
      ),
    )
  })

  it('stand at their ticks where there is room', () => {
    const labels = [0, 100, 300].map(atMs => ({ key: String(atMs), atMs, toMs: 0, heightPx: 40 }))
    expect(placeLabels(labels, ms => 15 + ms, 15).map(({ topPx }) => topPx)).toEqual([0, 100, 300])
  })

  it('share what room there is: two at one time stand above and below it', () => {
    const labels = ['a', 'b'].map(key => ({ key, atMs: 200, toMs: 0, heightPx: 40 }))
    const [first, second] = placeLabels(labels, ms => ms, 0)
    expect((first?.topPx ?? 0) + (second?.topPx ?? 0)).toBe(400)
  })
})

describe('The height of a text in a column', () => {
  it.each([
    ['short', 300, 1],
    ['가나다라 마바사아 자차카타 파하가나', 100, 3],
    ['a-word-that-is-much-wider-than-its-column-and-must-be-broken', 100, 4],
  ])('%s', (text, width, lines) => {
    expect(textHeightPx(text, width, 15, 1)).toBeGreaterThanOrEqual(lines * 15)
    expect(textHeightPx(text, width, 15, 1)).toBeLessThanOrEqual((lines + 2) * 15)
  })
})
