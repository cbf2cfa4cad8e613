import { describe, expect, test } from 'vitest'
import { story } from './notation.js'

// Why a component stands as it does: the smallest set of unmet needs, followed down to events.

describe('why', () => {
  test('what is up is up', () => {
    expect(story('a: {}').why('a', '1m')).toBe('a up')
  })

  test('needs are followed down to the event', () => {
    const it = story('grid: {}\nups: { needs: grid }\nhost: { needs: ups }', '+0m cut grid')
    expect(it.why('host', '1m')).toBe('host needs [ups needs [grid cut #0]]')
  })

  test('a spent hold-up says so', () => {
    const it = story('grid: {}\nups: { needs: grid, holdup: 10m }', '+0m cut grid')
    expect(it.why('ups', '9m')).toBe('ups up')
    expect(it.why('ups', '10m')).toBe('ups holdup-spent [grid cut #0]')
  })

  test('of alternatives the one that lacks least', () => {
    const it = story('a: {}\nb: {}\nc: {}\nx: { needs: (a and b) or c }', '+0m cut a, b, c')
    expect(it.why('x', '0m')).toBe('x needs [c cut #0]')
  })

  test('one component that serves two needs counts once', () => {
    const parts = 'a: {}\nb: {}\nc: {}\nx: { needs: "(a or b) and (a or c)" }'
    expect(story(parts, '+0m cut a, b, c').why('x', '0m')).toBe('x needs [a cut #0]')
  })

  test('a quorum lacks only what is missing', () => {
    const parts = 'a: {}\nb: {}\nc: {}\nx: { needs: "2 of (a, b, c)" }'
    expect(story(parts, '+0m cut b', '+1m cut c').why('x', '1m')).toBe('x needs [b cut #0]')
  })

  test('a sum lacks the pool that misses most', () => {
    const parts = 'e: { count: 10 }\nw: { count: 10 }\nx: { needs: "sum(e, w) >= 15" }'
    expect(story(parts, '+0m fail e=2, w=9').why('x', '0m')).toBe('x needs [w event #0]')
  })

  test('two that need each other: the ring is said once', () => {
    const parts = 'f: {}\na: { needs: f and b }\nb: { needs: f and a }'
    const it = story(parts, '+0m cut f', '+1m release f')
    expect(it.why('a', '2m')).toBe('a needs [b needs [a needs again]]')
  })

  test('what was cut from the start has no event', () => {
    expect(story('a: { initial: cut }\nb: { needs: a }').why('b', '0m')).toBe('b needs [a initial]')
  })

  test('contents of a room that is off, and of a room that is destroyed', () => {
    const parts = 'room: {}\nrack: { in: room }'
    expect(story(parts, '+0m cut room').why('rack', '0m')).toBe('rack unhoused [room cut #0]')
    expect(story(parts, '+0m destroy room').why('rack', '0m')).toBe('rack broken #0')
  })

  test('a repair that waits for its tool', () => {
    const parts = 'crane: {}\nrack: { repair: { takes: 1h, needs: crane } }'
    const it = story(parts, '+0m cut crane', '+1m destroy rack')
    expect(it.why('rack', '2m')).toBe('rack broken #1 [crane cut #0]')
  })

  test('a breaker waits for a hand', () => {
    const it = story('grid: {}\nb: { needs: grid, recovery: none }', '+0m cut grid', '+1m release grid')
    expect(it.why('b', '0m')).toBe('b needs [grid cut #0]')
    expect(it.why('b', '1m')).toBe('b waiting-by-hand')
  })

  test('failed units wait for a repair', () => {
    expect(story('fan: {}', '+0m fail fan').why('fan', '0m')).toBe('fan event #0')
  })

  test('a restart under way, and one that lacks its crew', () => {
    const parts = 't: { count: 1 }\na: &r { recovery: { takes: 1h, crew: { t: 1 } } }\nb: *r'
    const it = story(parts, '+0m fail a, b')
    expect(it.why('a', '30m')).toBe('a recovering #0')
    expect(it.why('b', '30m')).toBe('b recovering #0 t 0/1')
  })

  test('a restart that lost its tool', () => {
    const parts = 'tool: {}\ndb: { recovery: { takes: 1h, needs: tool } }'
    const it = story(parts, '+0m fail db', '+10m cut tool')
    expect(it.why('db', '10m')).toBe('db recovering #0 [tool cut #1]')
  })

  test('a restart that never had its tool', () => {
    const parts = 'tool: {}\ndb: { recovery: { takes: 1h, needs: tool } }'
    const it = story(parts, '+0m cut tool', '+10m fail db')
    expect(it.why('db', '10m')).toBe('db recovering #1 [tool cut #0]')
  })

  test('a standby whose time has not come', () => {
    const it = story('a: {}\nb: { standby-for: a, recovery: { takes: 1h } }')
    expect(it.why('b', '0m')).toBe('b waits-for-when')
  })
})

test('what many paths lead to is followed down once', () => {
  const layers = Array.from({ length: 40 }, (_, at) => at)
  const parts = layers.map(at => {
    const needs = at === 0 ? 'feed' : `l${at - 1} and r${at - 1}`
    return `l${at}: { needs: ${needs} }\nr${at}: { needs: ${needs} }`
  })
  const it = story(`feed: {}\n${parts.join('\n')}`, '+0m cut feed')
  expect(it.why('l1', '0m')).toBe('l1 needs [l0 needs [feed cut #0], r0 needs [feed cut #0]]')
  expect(it.why('l2', '0m')).toContain('r1 needs [l0 needs again, r0 needs again]')
  expect(it.why('l39', '0m').length).toBeLessThan(10_000)
})
