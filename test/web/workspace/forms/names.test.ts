import { expect, test } from 'vitest'
import { idProblem } from '../../../../src/model/identifier.js'
import { freshId } from '../../../../src/web/workspace/forms/names.js'

// What this proves: whatever an entry is called, its new id can be an id of the case and is not taken.

const taken = new Set(['main-feed', 'main-feed-2', 'if-1'])

test.each([
  ['Wall between batteries', 'wall-between-batteries'],
  ['Main feed', 'main-feed-3'],
  ['벽이 있었더라면', '벽이-있었더라면'],
  ['UPS 사이의 벽', 'ups-사이의-벽'],
  ['15:30 · 가', '가'],
  ['🔥', 'if-2'],
  ['2nd power line', 'nd-power-line'],
  ['Café “Été”', 'cafe-ete'],
  ['  --  ', 'if-2'],
  ['And', 'if-2'],
  ['one two three four five six seven', 'one-two-three-four-five-six'],
])('%j', (title, id) => {
  expect(freshId(title, 'if', taken)).toBe(id)
  expect(idProblem(id)).toBeNull()
})
