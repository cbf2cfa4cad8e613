import { expect, test } from 'vitest'
import { difference, duration } from '../../src/words/durations.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

// Hours are turned into days from ten days on, and not before; minutes beside hours have two figures; seconds matter below ten minutes.
test.each<[number, string, string]>([
  [0, '0초', '0 s'],
  [250, '250밀리초', '250 ms'],
  [42 * SECOND, '42초', '42 s'],
  [90 * SECOND, '1분 30초', '1 min 30 s'],
  [6 * MINUTE, '6분', '6 min'],
  [25 * MINUTE + 29 * SECOND, '25분', '25 min'],
  [HOUR, '1시간', '1 h'],
  [10 * HOUR + 4 * MINUTE, '10시간 04분', '10 h 04 min'],
  [127 * HOUR + 33 * MINUTE, '127시간 33분', '127 h 33 min'],
  [-71 * HOUR, '−71시간', '−71 h'],
  [240 * HOUR - MINUTE, '239시간 59분', '239 h 59 min'],
  [240 * HOUR, '10일', '10 d'],
  [-(94 * 24 + 5) * HOUR - 31 * MINUTE, '−94일 06시간', '−94 d 06 h'],
])('%d ms is %s and %s', (ms, ko, en) => {
  expect(duration(ms, 'ko')).toBe(ko)
  expect(duration(ms, 'en')).toBe(en)
})

test('A difference shows its sign on both sides of zero, and none at it', () => {
  expect([-9.5 * HOUR, 0, 25 * MINUTE].map(ms => difference(ms, 'en'))).toEqual([
    '−9 h 30 min',
    '0 s',
    '+25 min',
  ])
})
