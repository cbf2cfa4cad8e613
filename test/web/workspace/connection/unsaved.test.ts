/** Proves that what is not known to be kept is counted, whatever the server says and in whatever order. */
import { expect, test } from 'vitest'
import { Unsaved } from '../../../../src/web/workspace/connection/unsaved.js'

test('numbers count up from one; what is kept is counted no more', () => {
  const unsaved = new Unsaved()
  expect([unsaved.next(), unsaved.next(), unsaved.next()]).toEqual([1, 2, 3])
  unsaved.stored(2)
  expect(unsaved.size).toBe(1)
  unsaved.stored(1)
  expect(unsaved.size).toBe(1)
  unsaved.stored(9)
  expect(unsaved.size).toBe(0)
  expect(unsaved.next()).toBe(4)
  expect(unsaved.size).toBe(1)
})
