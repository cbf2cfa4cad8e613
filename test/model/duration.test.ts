// Durations as a case writes them, and back again.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, parseDuration } from '../../src/model/duration.js'

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['4h30m', 16_200_000],
    ['2d', 172_800_000],
    ['0m', 0],
    ['1h 30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toEqual({ medianMs: ms, lowMs: ms, highMs: ms })
  })

  it('is a range whose median is the geometric middle in whole milliseconds', () => {
    expect(parseDuration('8m..14m')).toEqual({ medianMs: 634_980, lowMs: 480_000, highMs: 840_000 })
    expect(parseDuration('5m..5m')?.medianMs).toBe(300_000)
  })

  it.each([
    '',
    '10',
    'm',
    '10min',
    '-5m',
    '5m..',
    '..5m',
    '0m..5m',
    '14m..8m',
    '30m4h',
    '5m..6m..7m',
    '1e3s',
    '99999999d',
    'Infinityd',
  ])('is not %j', text => {
    expect(parseDuration(text)).toBeNull()
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000_000_000 }), ms => {
        expect(parseDuration(formatDuration(ms))).toEqual({ medianMs: ms, lowMs: ms, highMs: ms })
      }),
    )
  })
})
