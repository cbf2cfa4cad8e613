// What a reader ticks under 「우리라면?」 goes into the address and comes out of it again, and neither disturbs what else stands there.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readOurs, shareAddress, writeOurs } from '../../src/view/ourselves/ourAddress.js'

const id = fc.stringMatching(/^[a-z가-힣][a-z0-9가-힣@._-]{0,12}$/)

it('reads what it writes, whatever else the address keeps', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(id, { minLength: 1 }),
      fc.constantFrom('', '#if=a', '#at=1h', '#if=a,b&at=2h&to=facts', '#we=old'),
      (ours, hash) => {
        const written = writeOurs(hash, ours)
        expect(readOurs(written)).toEqual(ours)
        const others = (text: string) =>
          [...new URLSearchParams(text.slice(1))].filter(([key]) => key !== 'we')
        expect(others(written)).toEqual(others(hash))
        expect(readOurs(writeOurs(written, []))).toBe(null)
      },
    ),
  )
})

it('leaves a link to a place in the page alone', () => {
  expect(readOurs('#fact-fire')).toBe(null)
  expect(writeOurs('#fact-fire', [])).toBe('#fact-fire')
  expect(writeOurs('', [])).toBe('')
  expect(readOurs('#we=')).toEqual([])
})

it('shares the answer alone', () => {
  expect(shareAddress('https://example.org/ko.html?x=1#if=a&at=3h', ['b', 'c'])).toBe(
    'https://example.org/ko.html?x=1#we=b,c',
  )
})
