import { expect, test } from 'vitest'
import { parseExpression } from '../../../../src/model/expression/parse.js'
import {
  neededBy,
  needing,
  notNeeding,
  removal,
  standsWithin,
} from '../../../../src/web/workspace/pages/system/wiring.js'

// What this proves: connecting and disconnecting in the picture change a condition in just that one respect, refuse where it cannot be
// done without saying what holds instead, and a component goes out together with what simply named it.

test.each([
  ['', 'a', 'a'],
  ['a', 'b', 'a and b'],
  ['a or b', 'c', '(a or b) and c'],
  ['2 of (a, b, c)', 'd', '2 of (a, b, c) and d'],
  ['a and b', 'a', null],
  ['hosts >= 60%', 'hosts', null],
  ['a and', 'b', 'a and and b'],
])('%j needs %s as well: %j', (condition, needed, after) => {
  expect(needing(condition, needed)).toBe(after)
})

test.each([
  ['a', 'a', ''],
  ['a.full', 'a', ''],
  ['a and b', 'a', 'b'],
  ['a and b and c >= 50%', 'c', 'a and b'],
  ['a and (b or c)', 'a', 'b or c'],
  ['a and (b or c)', 'b', null],
  ['a or b', 'a', null],
  ['not a', 'a', null],
  ['a and not a', 'a', null],
  ['a and b', 'c', null],
  ['a and', 'a', null],
])('%j without %s: %j', (condition, needed, after) => {
  expect(notNeeding(condition, needed)).toBe(after)
})

test('what is connected and then disconnected is as it was', () => {
  for (const condition of ['a', 'a or b', 'a and b', '2 of (a, b, c)', 'a >= 50% and (b or c)']) {
    const connected = needing(condition, 'new')!
    const after = parseExpression(notNeeding(connected, 'new')!)
    expect(JSON.stringify(after, withoutPlaces)).toBe(
      JSON.stringify(parseExpression(condition), withoutPlaces),
    )
  }
})

const withoutPlaces = (key: string, value: unknown) => (key === 'span' ? undefined : value)

test('a component goes, and what stood in it and simply needed it lets go of it', () => {
  const component = (id: string, value: object) => ({ id, file: 'system.yaml', value })
  const components = [
    component('room', {}),
    component('rack', { in: 'room' }),
    component('shop', { needs: ['room', 'rack'] }),
    component('lamp', { needs: 'room' }),
    component('mail', { needs: 'room or rack' }),
  ]
  expect(removal('room', components)).toEqual({
    edits: [
      { kind: 'remove', path: ['components', 'rack', 'in'] },
      { kind: 'set', path: ['components', 'shop', 'needs'], value: 'rack' },
      { kind: 'remove', path: ['components', 'lamp', 'needs'] },
      { kind: 'remove', path: ['components', 'room'] },
    ],
    stillNamedBy: ['mail'],
  })
})

test('a component stands within itself and whatever it stands in; a circle ends', () => {
  const within: Readonly<Record<string, string>> = { rack: 'room', room: 'site', x: 'y', y: 'x' }
  const inOf = (id: string) => within[id]
  expect(standsWithin('rack', 'site', inOf)).toBe(true)
  expect(standsWithin('rack', 'rack', inOf)).toBe(true)
  expect(standsWithin('site', 'rack', inOf)).toBe(false)
  expect(standsWithin('x', 'site', inOf)).toBe(false)
})

test('what a condition names is listed once', () => {
  expect(neededBy('a and (b.full or a) and sum(c, d) >= 2')).toEqual(['a', 'b', 'c', 'd'])
  expect(neededBy('a and')).toEqual([])
})
