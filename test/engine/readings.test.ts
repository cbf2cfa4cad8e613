import { expect, test } from 'vitest'
import { story } from './notation.js'

// Small systems in which another reading of DESIGN.md would give other changes. Each says the words it rests on.

test('rule 3: `recovery: none` is no recovery of its own, so that failed units wait for a repair', () => {
  const it = story('c: { count: 2, recovery: none }', '+0m fail c=1', '+1h repair c')
  expect(it.changes).toEqual(['0m c 1', '1h c 2'])
})

test('rule 3: what is cut from the start is down, so that a release alone does not bring a breaker up', () => {
  const parts = 'c: { initial: cut, recovery: none }'
  expect(story(parts, '+1m release c').changes).toEqual([])
  expect(story(parts, '+1m release c', '+2m repair c').changes).toEqual(['2m c 1'])
})

test('rule 9: nothing begins while something else is due, the end of work with nothing left included', () => {
  const parts = `z: {}
b: { recovery: { takes: 10m, needs: z } }
y: { recovery: [{ takes: 10m, needs: b }, { takes: 5m }] }`
  const it = story(parts, '+0m fail b', '+10m cut z', '+20m release z; fail y')
  expect(it.changes.slice(-2)).toEqual(['20m b 1', '30m y 1'])
})

test('rule 9: hold-ups that began in two settlings of one instant end in that order', () => {
  const parts = `a: {}
b: {}
x: { needs: a, holdup: 10m }
y: { needs: b or s, holdup: 10m }
s: { standby-for: x, recovery: { takes: 0s } }`
  const it = story(parts, '+0m fail b', '+0m fail a')
  expect(it.changes.slice(2)).toEqual(['10m y 0', '10m x 0', '10m s 1', '10m y 1'])
})

test('rule 2: a paused batch does not go on beside one that brings all that is missing', () => {
  const parts = `a: {}
t: { count: 2 }
n: { recovery: { takes: 5m, crew: { t: 1 } } }
h:
  count: 4
  recovery:
    - { takes: 20m, needs: a, batch: 2, at-once: 2, crew: { t: 1 } }
    - { takes: 10m, batch: 2 }`
  const it = story(parts, '+0m fail h', '+5m cut a', '+15m release a', '+16m fail n')
  expect(it.changes.slice(-3)).toEqual(['16m n 0', '21m n 1', '30m h 4'])
})

test('rule 2: paused work of a lesser way does not go on while a better way is possible', () => {
  const parts = `tool: {}
key: {}
h: { recovery: [{ takes: 1h, needs: tool }, { takes: 30m, needs: key }] }`
  const it = story(
    parts,
    '+0m cut tool',
    '+1m fail h',
    '+11m cut key',
    '+12m release tool',
    '+13m release key',
  )
  expect(it.changes.at(-1)).toBe('1h12m h 1')
})

test('rule 4: paused work does not keep a lesser way from beginning, a batch that runs beside it does', () => {
  const parts = `t: { count: 2 }
h: { count: 4, recovery: [{ takes: 1h, batch: 2, at-once: 2, crew: { t: 1 } }, { takes: 10m }] }`
  expect(story(parts, '+0m fail h', '+30m fail t=1').changes.slice(2)).toEqual(['1h h 2', '1h30m h 4'])
  expect(story(parts, '+0m fail h', '+30m fail t=2').changes.slice(2)).toEqual(['40m h 4'])
})

test('rule 9: what takes no time returns one at a time, and what asks no `when` is looked for again after each', () => {
  const parts = `p: {}
s1: &standby { initial: down, recovery: { when: not p } }
x: { needs: s1 }
s2: { initial: down, recovery: { when: not p and not x } }`
  expect(story(parts, '+0m fail p').changes).toEqual(['0m x 0', '0m p 0', '0m s1 1', '0m x 1'])
})

test('rule 8: what a cut ended begins to wait anew', () => {
  const parts = `t: {}
a: &hand { recovery: { takes: 10m, crew: { t: 1 } } }
b: *hand
c: *hand`
  const it = story(parts, '+0m fail c', '+1m fail b', '+2m fail a', '+3m cut b; release b')
  expect(it.changes.slice(-3)).toEqual(['10m c 1', '20m a 1', '30m b 1'])
})

test('rule 1: support in the same instant, one event later, makes the hold-up whole again', () => {
  const parts = 'g: {}\nu: { needs: g, holdup: 10m }'
  const it = story(parts, '+0m cut g', '+9m release g', '+9m cut g')
  expect(it.changes.at(-1)).toBe('19m u 0')
})

test('rule 4: of work that uses any of the short teams the last started pauses first, in whatever order they fell', () => {
  const parts = `s: { count: 1 }
t: { count: 2 }
x: { priority: 1, recovery: { takes: 20m, crew: { s: 1, t: 1 } } }
y: { recovery: [{ takes: 0s, needs: z, crew: { s: 1 } }, { takes: 20m, crew: { t: 1 } }] }
z: { initial: cut }`
  for (const both of ['s=1, t=1', 't=1, s=1']) {
    const it = story(parts, '+0m fail x', '+2m fail y', `+5m fail ${both}; release z`)
    expect(it.changes.at(-1)).toBe('5m z 1')
  }
})
