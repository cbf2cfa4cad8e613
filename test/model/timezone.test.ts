// A zone's offset, remembered by days, is what `Intl` says of the very instant: around every change of clocks, and anywhere else.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { offsetMsAt } from '../../src/model/timezone.js'

const zones = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
]

function offsetByIntl(epochMs: number, timeZone: string): number {
  const wholeMs = Math.floor(epochMs / 1000) * 1000
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(wholeMs)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - wholeMs
}

it('is that of the instant', () => {
  const [from, to] = [Date.UTC(1970, 0), Date.UTC(2037, 0)]
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (zone, instant) => {
      expect(offsetMsAt(instant, zone)).toBe(offsetByIntl(instant, zone))
    }),
    { numRuns: 2_000 },
  )
})

it('changes at the very second at which clocks are set', () => {
  for (const zone of zones) {
    let changes = 0
    for (let day = Date.UTC(2007, 0); day < Date.UTC(2024, 0); day += 86_400_000) {
      let [low, high] = [day, day + 86_400_000]
      if (offsetByIntl(low, zone) === offsetByIntl(high, zone)) continue
      changes++
      while (high - low > 1_000) {
        const middle = Math.floor((low + high) / 2_000) * 1_000
        if (offsetByIntl(middle, zone) === offsetByIntl(low, zone)) low = middle
        else high = middle
      }
      for (const instant of [low, high - 1, high, high + 1]) {
        expect(offsetMsAt(instant, zone)).toBe(offsetByIntl(instant, zone))
      }
    }
    expect(changes > 0).toBe(zone !== 'UTC' && zone !== 'Asia/Seoul')
  }
})
